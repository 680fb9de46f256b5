import * as v from 'valibot'
import type { Exercise } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import { exerciseId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import { EXERCISE_SCHEMAS, PLACE } from './exercise-schema.ts'
import { readRanges } from './read-ranges.ts'
import { openYaml, type YamlPath } from './yaml-document.ts'

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
  const document = openYaml(text)
  if (document.kind === 'broken' || !holdsFields(document.value)) {
    const complaints = document.kind === 'broken' ? document.complaints : [{ line: 1, message: NO_FIELDS }]
    for (const { line, message } of complaints) complain(line, message)
    return { exercise: undefined, faults }
  }
  const read = v.safeParse(EXERCISE_SCHEMAS.en, document.value)
  if (!read.success) {
    for (const { place, message } of complaintsOf(document.value)) complain(document.lineOf(place), message)
    faults.sort((one, other) => one.line - other.line)
  }
  if (!read.success || known === undefined) return { exercise: undefined, faults }
  const { title, 'title.zh': titleZh, input, budget, answers, ...fields } = read.output
  const ranges = input ? readRanges(input, fields.signature) : NO_RANGES
  for (const message of ranges.complaints) complain(document.lineOf(['input']), message)
  if (ranges.complaints.length > 0) return { exercise: undefined, faults }
  return {
    exercise: {
      id: known,
      ...fields,
      title: { en: title, zh: titleZh },
      input: ranges.input,
      budget: budget ?? undefined,
      answers: answers ?? undefined,
    },
    faults,
  }
}

const NO_RANGES = { input: undefined, complaints: [] }

function noId(folder: string): Text {
  return {
    en: `The folder "${folder}" is no id; name it in lower-case letters, digits and hyphens.`,
    zh: `文件夹名“${folder}”不是 id；请只用小写字母、数字和连字符。`,
  }
}

function complaintsOf(value: unknown): readonly { readonly place: YamlPath; readonly message: Text }[] {
  const chinese = v.safeParse(EXERCISE_SCHEMAS.zh, value).issues ?? []
  const issues = v.safeParse(EXERCISE_SCHEMAS.en, value).issues ?? []
  return issues.map((issue, at) => {
    const place = (issue.path ?? []).map(({ key }) => key)
    const named = (message: string) => message.replace(PLACE, place.join('.'))
    return { place, message: { en: named(issue.message), zh: named(chinese[at]?.message ?? issue.message) } }
  })
}

function holdsFields(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const NO_FIELDS: Text = {
  en: 'The file holds no fields; write it like docs/exercise-format.md.',
  zh: '文件里没有字段；请参照 docs/exercise-format.md 书写。',
}
