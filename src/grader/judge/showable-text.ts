import { stripVTControlCharacters } from 'node:util'

/**
 * Text from a submission that may go to a terminal: no escape sequences, no control characters but line breaks and tabs, none that turn the
 * direction of writing. A carriage return alone would overwrite its own line.
 */
export function showableText(text: string, limit = 32 * 1024): string {
  const plain = stripVTControlCharacters(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
  return plain.length > limit ? `${plain.slice(0, limit)}…` : plain
}
