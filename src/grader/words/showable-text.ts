import { showableLines, spellHidden } from '../../core/clean-text.ts'
import type { Text } from '../../core/locale.ts'
import { mapFields } from '../../core/map-fields.ts'
import { codePointName } from '../../core/spell-character.ts'
import { isArray, type Value } from '../../core/value.ts'

/**
 * Text from a submission that may go to a terminal: no escape sequences, no control characters but line
 * breaks and tabs, none that turn the direction of writing. A carriage return alone would overwrite its own
 * line.
 */
export function showableText(text: string, limit = 32 * 1024): string {
  const plain = showableLines(text)
  return plain.length > limit ? `${plain.slice(0, limit)}…` : plain
}

export function showable({ en, zh }: Text): Text {
  return { en: showableText(en), zh: showableText(zh) }
}

/** A value from a submission with all texts in it safe to show: what cannot be shown stands as its number. */
export function showableValue(value: Value): Value {
  if (typeof value === 'string') return escaped(value)
  if (typeof value !== 'object' || isArray(value)) return value
  return mapFields(value, showableValue)
}

/** A text in quotes, for a sentence. */
export function quoted(text: string): string {
  return JSON.stringify(escaped(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text))
}

const MAX_QUOTED = 200

/** A tab and a line break stay: JSON writes them in its own way. */
function escaped(text: string): string {
  return spellHidden(text, (one) => (one === '\n' || one === '\t' ? one : codePointName(one)))
}
