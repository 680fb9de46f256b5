import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { cleanText } from '../../core/clean-text.ts'

/** HTML's names for characters (`&lt;`, `&alpha;`, `&#8211;`) as these; what is no such name stays. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g,
    (whole, ...found) => {
      const [decimal, hexadecimal, name] = found as (string | undefined)[]
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole
      return (
        printable(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)) ?? whole
      )
    },
  )
}

/** A number may as well be that of an escape, or of no character. */
function printable(code: number): string | undefined {
  return code >= 0x20 && code <= 0x10ffff ? cleanText(String.fromCodePoint(code)) || undefined : undefined
}
