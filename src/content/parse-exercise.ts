import * as v from 'valibot'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { cleanText } from '../core/clean-text.ts'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import { exerciseId } from '../core/ids.ts'
import { type Text, verbatim } from '../core/locale.ts'
import type { Complaint } from './deck-line.ts'
import { EXERCISE_SCHEMAS, PLACE } from './exercise-schema.ts'

export interface ParsedExercise {
  /** Undefined when a fault was found. */
  readonly exercise: Exercise | undefined
  readonly faults: readonly Fault[]
}

/**
 * Reads an `exercise.yaml`. Never throws, whatever the text.
 * @param id the name of the exercise's folder
 */
export function parseExercise(text: string, id: string, path: string): ParsedExercise {
  const faults: Fault[] = []
  const complain = (line: number, message: Text) => void faults.push({ path, line, message })
  const known = exerciseId(id)
  if (known === undefined) complain(1, noId(id))
  const document = openDocument(cleanText(text))
  if (document.kind === 'broken') {
    for (const { line, message } of document.complaints) complain(line, message)
    return { exercise: undefined, faults }
  }
  const read = v.safeParse(EXERCISE_SCHEMAS.en, document.value)
  if (!read.success) {
    for (const { place, message } of complaintsOf(document.value)) complain(document.lineOf(place), message)
  }
  if (!read.success || known === undefined) return { exercise: undefined, faults }
  const { title, 'title.zh': titleZh, budget, ...fields } = read.output
  return {
    exercise: { id: known, ...fields, title: { en: title, zh: titleZh }, budget: budget ?? undefined },
    faults,
  }
}

function noId(folder: string): Text {
  return {
    en: `The folder "${folder}" is no id; name it in lower-case letters, digits and hyphens.`,
    zh: `文件夹名“${folder}”不是 id；请只用小写字母、数字和连字符。`,
  }
}

type Place = readonly unknown[]

function complaintsOf(value: unknown): readonly { readonly place: Place; readonly message: Text }[] {
  const chinese = v.safeParse(EXERCISE_SCHEMAS.zh, value).issues ?? []
  const issues = v.safeParse(EXERCISE_SCHEMAS.en, value).issues ?? []
  return issues.map((issue, at) => {
    const place = (issue.path ?? []).map(({ key }) => key)
    const named = (message: string) => message.replace(PLACE, place.join('.'))
    return { place, message: { en: named(issue.message), zh: named(chinese[at]?.message ?? issue.message) } }
  })
}

type OpenDocument =
  | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] }
  | { readonly kind: 'read'; readonly value: object; readonly lineOf: (place: Place) => number }

function openDocument(text: string): OpenDocument {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'silent',
  })
  const broken = (line: number, message: Text): OpenDocument => ({
    kind: 'broken',
    complaints: [{ line, message }],
  })
  if (document.errors.length > 0) {
    const complaints = document.errors.map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      message: verbatim(`YAML: ${message.split('\n')[0]}.`),
    }))
    return { kind: 'broken', complaints }
  }
  try {
    // An alias can make a small file huge, so none is followed.
    const value: unknown = document.toJS({ maxAliasCount: 0 })
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return broken(1, NO_FIELDS)
    return { kind: 'read', value, lineOf }
  } catch (error) {
    return broken(1, verbatim(`YAML: ${error instanceof Error ? error.message : error}.`))
  }

  /** Of what is not there, the line of what should hold it. */
  function lineOf(place: Place): number {
    const node = place.length === 0 ? undefined : document.getIn(place, true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    return place.length === 0 ? 1 : lineOf(place.slice(0, -1))
  }
}

const NO_FIELDS: Text = {
  en: 'The file holds no fields; write it like docs/exercise-format.md.',
  zh: '文件里没有字段；请参照 docs/exercise-format.md 书写。',
}
