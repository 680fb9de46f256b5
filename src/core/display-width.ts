import stringWidth from 'string-width'

/**
 * Code points that are graphemes of their own, and one column wide: Latin, Greek, Cyrillic, raised letters,
 * punctuation, super- and subscripts, letter-like, arrows, operators, box drawing, blocks. Kept apart because
 * the library's own path through them costs the first frame.
 */
const NARROW =
  '\\x20-\\x7e\\xa0-\\xac\\xae-\\u02ff\\u0370-\\u0377\\u037a-\\u037f\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03ff\\u0400-\\u0482\\u1d00-\\u1dbf\\u2010-\\u2027\\u2030-\\u205e\\u2070-\\u2071\\u2074-\\u208e\\u2090-\\u209c\\u20a0-\\u20c0\\u2100-\\u218b\\u2190-\\u2319\\u2500-\\u25fc\\u27c0-\\u2984'
/** And two columns wide: ideographs, their punctuation, full-width forms. */
const WIDE = '\\u3000-\\u3029\\u3041-\\u3096\\u30a1-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff60'

/** What the library, too, need not look at more closely. */
export const LONE_GRAPHEMES = NARROW + WIDE

const ONLY_NARROW = new RegExp(`^[${NARROW}]*$`)
const ONLY_KNOWN = new RegExp(`^[${LONE_GRAPHEMES}]*$`)
const EACH_WIDE = new RegExp(`[${WIDE}]`, 'g')

/**
 * How many columns of a terminal a text takes. Ambiguous characters count as narrow, as nearly all terminals
 * draw them.
 */
export function displayWidth(text: string): number {
  if (ONLY_NARROW.test(text)) return text.length
  if (ONLY_KNOWN.test(text)) return text.length + (text.match(EACH_WIDE)?.length ?? 0)
  return stringWidth(text)
}

/** What a reader takes for one character; never split. */
export function splitGraphemes(text: string): readonly string[] {
  if (ONLY_KNOWN.test(text)) return text.split('')
  segmenter ??= new Intl.Segmenter()
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

let segmenter: Intl.Segmenter | undefined
