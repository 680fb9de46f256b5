/**
 * Makes an untrusted text safe to print and cheap to compare: no byte-order mark, no terminal escapes, no control or
 * direction-changing characters, LF line ends, NFC. Keeps the number of lines, so that faults point at the file's own.
 */
export function cleanText(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(ESCAPES, '')
    .replace(CONTROLS, '')
    .toWellFormed()
    .normalize('NFC')
}

/** CSI sequences, and OSC, DCS, SOS, PM and APC strings with what they carry; then any other escape. */
const ESCAPES =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]?/g

/** C0 and C1 but tab and line feed; bidirectional controls; invisible fillers; tags; a byte-order mark inside. */
const CONTROLS =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu
