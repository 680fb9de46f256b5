/** Letters and digits of any script alone. */
export function isLetters(text: string): boolean {
  return ASCII.test(text) ? /^[a-z\d]+$/i.test(text) : /^[\p{L}\p{M}\p{N}]+$/u.test(text)
}

export function endsInLetter(text: string): boolean {
  return ASCII.test(text) ? /[a-z\d]$/i.test(text) : /[\p{L}\p{N}]$/u.test(text)
}

/**
 * Nearly all names in formulas. To make a table of all letters takes as long as to open the database, which
 * the first frame would wait for.
 */
const ASCII = /^[\0-\x7f]*$/
