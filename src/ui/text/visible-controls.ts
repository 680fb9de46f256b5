/**
 * Makes what no terminal may obey visible in its place: where two texts are compared, leaving it out would hide their difference. A tab is an
 * arrow and three columns.
 */
export function visibleControls(text: string): string {
  return text.replaceAll('\t', '→   ').replace(HIDDEN, (found) => {
    const code = found.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    return code === 0x7f ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}

/** C0 and C1; what turns the direction of writing; what takes no room; halves of a surrogate pair. */
const HIDDEN =
  /[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu
