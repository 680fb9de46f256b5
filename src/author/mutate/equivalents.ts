import * as v from 'valibot'
import { LineCounter, parseDocument } from 'yaml'
import type { Fault } from '../../core/fault.ts'
import { verbatim } from '../../core/locale.ts'
import { folded } from './reference-mutant.ts'

/** An entry of `graders/ID/equivalent.yaml`: a mutant that answers as the reference does on all that the statement allows. */
export type Equivalent = Readonly<v.InferOutput<typeof ENTRY>>

const CODE = v.pipe(v.string(), v.transform(folded), v.nonEmpty('is empty'))

const ENTRY = v.strictObject({
  file: v.optional(v.string(), 'reference.ts'),
  was: CODE,
  is: CODE,
  nth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  reason: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty')),
})

export interface ParsedEquivalents {
  readonly equivalents: readonly Equivalent[]
  readonly faults: readonly Fault[]
}

/** Never throws, whatever the text. */
export function parseEquivalents(text: string, path: string): ParsedEquivalents {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const fault = (at: number, message: string): Fault => ({
    path,
    line: lines.linePos(at).line,
    message: verbatim(message),
  })
  const { errors } = document
  if (errors.length > 0) {
    return {
      equivalents: [],
      faults: errors.map(({ pos, message }) =>
        fault(pos[0], `${message}; code with ": " in it needs quotes.`),
      ),
    }
  }
  const { success, output, issues } = v.safeParse(v.array(ENTRY), document.toJS() ?? [])
  if (success) return { equivalents: output, faults: [] }
  return {
    equivalents: [],
    faults: issues.map((issue) => {
      const keys = issue.path?.map(({ key }) => key) ?? []
      return fault(placeOf(document, keys), `${keys.at(-1) ?? 'The file'}: ${issue.message}.`)
    }),
  }
}

/** A field that is missing stands where its entry does. */
function placeOf(document: ReturnType<typeof parseDocument>, keys: readonly unknown[]): number {
  const node = document.getIn(keys, true) as { readonly range?: readonly number[] } | undefined
  return node?.range?.[0] ?? (keys.length === 0 ? 0 : placeOf(document, keys.slice(0, -1)))
}
