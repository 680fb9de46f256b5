import { itemsOf } from '../core/list-items.ts'
import type { Text } from '../core/locale.ts'

/** A fault before its path is known. */
export interface LineComplaint {
  readonly line: number
  readonly message: Text
}

export interface Field {
  readonly text: string
  readonly line: number
}

export interface PromptField extends Field {
  /**
   * The text as the first version of this program read it. The id of a note without a written one comes from
   * it: whatever else is read as text by now, a learner's cards keep their histories.
   */
  readonly former: string
}

export interface ScannedLet {
  readonly name: string
  readonly expression: string
  readonly line: number
}

const TRANSLATED = ['Q', 'A', 'C', 'errata', 'unit'] as const
export const PICTURE_FIELDS = ['picture', 'picture-in-question'] as const
const COMMON = ['tags', 'source', 'exercise', 'after', 'image', ...PICTURE_FIELDS, 'tolerance'] as const

export type TranslatedName = (typeof TRANSLATED)[number]
export type CommonName = (typeof COMMON)[number]
const PROSE = new Set<FieldName>([
  ...(['Q', 'A', 'C', 'errata'] as const),
  ...(['Q.zh', 'A.zh', 'C.zh', 'errata.zh'] as const),
])

/** Whether the field is read as text of several lines, in which one may well begin with a word and a colon. */
export function isProse(name: FieldName | undefined): boolean {
  return name !== undefined && PROSE.has(name)
}

/** `answer` is the `answer = …` line of a numeric note. */
export type FieldName = TranslatedName | `${TranslatedName}.zh` | CommonName | 'answer'

export const FIELD_NAMES: readonly FieldName[] = [
  ...TRANSLATED,
  ...TRANSLATED.map((name) => `${name}.zh` as const),
  ...COMMON,
]

/** What a line could be by itself. */
export type LineRole =
  | { readonly kind: 'blank' | 'text' }
  | { readonly kind: 'heading'; readonly level: number; readonly title: string }
  | { readonly kind: 'rule'; readonly dashes: number }
  | { readonly kind: 'field'; readonly name: FieldName; readonly rest: string }
  | { readonly kind: 'let'; readonly let: Omit<ScannedLet, 'line'> }

export function roleOf(line: string): LineRole {
  if (line.trim() === '') return { kind: 'blank' }
  const [, marks] = /^(#{1,6})[ \t\u00a0\u3000]/.exec(line) ?? []
  if (marks !== undefined) {
    const title = line.slice(marks.length).trim()
    return { kind: 'heading', level: marks.length, title: title.replace(/[ \t]#+$/, '').trimEnd() }
  }
  if (/^-{3,}\s*$/.test(line)) return { kind: 'rule', dashes: line.trim().length }
  return matchField(line) ?? matchLet(line) ?? { kind: 'text' }
}

/**
 * `name: value`; a Chinese input method's colon counts. `C:\temp` is a path, not a cloze; `A::f()` and `A := B`
 * are code.
 */
function matchField(line: string): LineRole | undefined {
  if (OPERATOR.test(line)) return undefined
  const match = /^([A-Za-z-]{1,20}(?:\.zh)?)[ ]?[:：](?![\\/])/.exec(line)
  const name = FIELD_NAMES.find((candidate) => candidate === match?.[1])
  if (match === null || name === undefined) return undefined
  return { kind: 'field', name, rest: line.slice(match[0].length).trim() }
}

/** A name, and a colon that is the half of an operator. */
const OPERATOR = /^([A-Za-z-]{1,20}) ?:[:=]/

/** Whether the first version of this program read a field in a line that is code. */
export function wasField(line: string): boolean {
  const [, written] = OPERATOR.exec(line) ?? []
  return FIELD_NAMES.some((name) => name === written)
}

/** `let name = expression` and `answer = expression`. */
function matchLet(line: string): LineRole | undefined {
  const match = /^(?:let[ \t]{1,8}([A-Za-z][A-Za-z0-9_]{0,39})|answer)[ \t]{0,8}=(?!=)/.exec(line)
  if (match === null) return undefined
  const rest = line.slice(match[0].length).trim()
  if (match[1] === undefined) return { kind: 'field', name: 'answer', rest }
  return { kind: 'let', let: { name: match[1], expression: rest } }
}

/** Fields that only a numeric note has: in any other such a line is text. */
export function isNumericField(name: FieldName): boolean {
  return name === 'answer' || name === 'unit' || name === 'unit.zh' || name === 'tolerance'
}

/** Whether a value has the form that its field asks for: within a text `image: the cover` is a line like any other. */
export function fitsField(name: FieldName, value: string): boolean {
  switch (name) {
    case 'image':
      return /\.(?:png|jpe?g|jfif|gif|webp|bmp|svg|tiff?|avif|hei[cf]|jxl|apng|ico|pdf)$/i.test(value)
    case 'picture':
    case 'picture-in-question':
      return /^[a-z-]+\s?(?:\(.*\)?)?$/i.test(value)
    case 'after':
      return itemsOf(value).every((item) => /^[\w-]+\/[\w.#-]+$/.test(item))
    case 'exercise':
      return itemsOf(value).every((item) => /^[\w./#-]+$/.test(item))
    case 'tags':
      return itemsOf(value).every((item) => item.length <= 40 && !/(?:\s\S+){3}|[.。]$/.test(item))
    default:
      return true
  }
}
