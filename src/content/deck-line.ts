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

export interface ScannedLet {
  readonly name: string
  readonly expression: string
  readonly line: number
}

const TRANSLATED = ['Q', 'A', 'C', 'errata', 'unit'] as const
export const PICTURES = ['picture', 'picture-in-question'] as const
const COMMON = ['tags', 'source', 'exercise', 'after', 'image', ...PICTURES, 'tolerance'] as const

export type TranslatedName = (typeof TRANSLATED)[number]
export type CommonName = (typeof COMMON)[number]
/** `answer` is the `answer = …` line of a numeric note. */
export type FieldName = TranslatedName | `${TranslatedName}.zh` | CommonName | 'answer'

export const FIELD_NAMES: readonly FieldName[] = [
  ...TRANSLATED,
  ...TRANSLATED.map((name) => `${name}.zh` as const),
  ...COMMON,
]

type Matched =
  | { readonly kind: 'field'; readonly name: FieldName; readonly rest: string }
  | { readonly kind: 'let'; readonly let: Omit<ScannedLet, 'line'> }

/** `name: value`; a Chinese input method's colon counts. `C:\temp` is a path, not a cloze. */
export function matchField(line: string): Matched | undefined {
  const match = /^([A-Za-z-]{1,20}(?:\.zh)?)[ ]?[:：](?![\\/])/.exec(line)
  const name = FIELD_NAMES.find((candidate) => candidate === match?.[1])
  if (match === null || name === undefined) return undefined
  return { kind: 'field', name, rest: line.slice(match[0].length).trim() }
}

/** `let name = expression` and `answer = expression`. */
export function matchLet(line: string): Matched | undefined {
  const match = /^(?:let[ \t]{1,8}([A-Za-z][A-Za-z0-9_]{0,39})|answer)[ \t]{0,8}=(?!=)/.exec(line)
  if (match === null) return undefined
  const rest = line.slice(match[0].length).trim()
  if (match[1] === undefined) return { kind: 'field', name: 'answer', rest }
  return { kind: 'let', let: { name: match[1], expression: rest } }
}
