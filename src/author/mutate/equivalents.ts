import * as v from 'valibot'
import { openYaml } from '../../content/yaml-document.ts'
import type { Fault } from '../../core/fault.ts'
import { type Text, verbatim } from '../../core/locale.ts'
import { folded } from './reference-mutant.ts'

/**
 * An entry of `graders/ID/equivalent.yaml`: a mutant that answers as the reference does on all that the
 * statement allows.
 */
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
  const refused = (faults: readonly Omit<Fault, 'path'>[]) => ({
    equivalents: [],
    faults: faults.map((fault) => ({ path, ...fault })),
  })
  const document = openYaml(text)
  if (document.kind === 'broken') {
    return refused(document.complaints.map(({ line, message }) => ({ line, message: quotesToo(message) })))
  }
  const { success, output, issues } = v.safeParse(v.array(ENTRY), document.value ?? [])
  if (success) return { equivalents: output, faults: [] }
  return refused(
    issues.map((issue) => {
      const place = issue.path?.map(({ key }) => key) ?? []
      const message = verbatim(`${place.at(-1) ?? 'The file'}: ${issue.message}.`)
      return { line: document.lineOf(place), message }
    }),
  )
}

function quotesToo({ en }: Text): Text {
  return verbatim(`${en} Code with ": " in it needs quotes.`)
}
