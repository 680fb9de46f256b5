/**
 * Makes an untrusted text safe to print and cheap to compare: no byte-order mark, no terminal escapes, no control or
 * direction-changing characters, LF line ends, NFC, no letter below a tower of marks. Keeps the number of lines, so
 * that faults point at the file's own.
 */
export function cleanText(text: string): string {
  return showableLines(text.replace(/^\ufeff/, ''))
    .toWellFormed()
    .replace(TOWERS, '$1')
    .normalize('NFC')
}

/** Lines that may go to a terminal, whoever wrote them. */
export function showableLines(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(/[\v\f]/g, ' ')
    .replace(ESCAPES, '')
    .replace(HIDDEN_BUT_BREAKS, '')
}

/** No language sets so many marks on a letter (UAX 15), and to put them in order takes the square of their number. */
const TOWERS = /(\p{M}{30})\p{M}+/gu

/** The same in one line: what breaks it is a space. */
export function showableLine(text: string): string {
  return showableLines(text).replace(/[\n\t]+/g, ' ')
}

/** Each character that no terminal may obey, nor a reader overlook, as something else; a tab and a line break too. */
export function spellHidden(text: string, spell: (character: string) => string): string {
  return text.replace(HIDDEN, spell)
}

export function hasHidden(text: string): boolean {
  return text.search(HIDDEN) >= 0
}

/** CSI sequences, and OSC, DCS, SOS, PM and APC strings with what they carry; then any other escape. */
const ESCAPES =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/g

/**
 * C0, C1, line and paragraph separators, halves of a pair; what turns the direction of writing; what takes no
 * room but joins no letters; tags.
 */
const HIDDEN_CLASS = String.raw`[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]`
const HIDDEN = new RegExp(HIDDEN_CLASS, 'gu')
const HIDDEN_BUT_BREAKS = new RegExp(`(?![\\n\\t])${HIDDEN_CLASS}`, 'gu')
