import { cleanText } from './clean-text.ts'

/** With an ending and a number it fits into the 255 bytes of any file system. */
const MOST_BYTES = 180

/** Windows opens devices by these, whatever ending stands behind. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=$|[ .])/i

/**
 * Of a name that anyone may have given, the name of a file (without ending) that lies in its folder on every
 * system: no path, no device, not hidden, not too long, and unlike those in use even where capitals do not
 * count.
 * @param taken names in use in small letters; the new one is added
 */
export function fileNameOf(name: string, taken: Set<string> = new Set()): string {
  const safe = safeName(name)
  let unique = safe
  for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${safe}-${number}`
  taken.add(unique.toLowerCase())
  return unique
}

function safeName(name: string): string {
  const plain = cleanText(name.slice(0, 4 * MOST_BYTES))
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .replace(/^[\s.~$-]+/, '')
  const short = cut(plain)
    .replace(/[\s.]+$/, '')
    .replaceAll(' ', '-')
  if (short === '') return 'deck'
  return DEVICE.test(short) ? `deck-${short}` : short
}

function cut(text: string): string {
  let bytes = 0
  let kept = ''
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length
    if (bytes > MOST_BYTES) break
    kept += character
  }
  return kept
}
