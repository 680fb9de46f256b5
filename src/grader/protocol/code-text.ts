/**
 * What of a text is no code, each as one expression without groups that are numbered. What is never closed goes on to
 * the end, and no part matches in two ways: of a hostile text, or a long one, each letter is looked at a few times.
 */
export interface Lexis {
  readonly comment: RegExp
  readonly string: RegExp
}

export const C_LIKE_COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/

/** A string that ends where its line does, or before. */
export const ON_ONE_LINE = /"(?:\\(?:[\s\S]|$)|[^"\\\n])*"?|'(?:\\(?:[\s\S]|$)|[^'\\\n])*'?/

export function oneOf(...expressions: readonly RegExp[]): RegExp {
  return new RegExp(expressions.map(({ source }) => source).join('|'))
}

/** The text without its comments, and with one space wherever there was room. */
export function withoutComments(text: string, lexis: Lexis): string {
  return squeezed(text.replace(marks(lexis), (found, comment) => (comment === undefined ? found : ' ')))
}

/** The text's code alone: comments are gone, strings are empty, and so are no lines; one space stands between words. */
export function codeAlone(text: string, lexis: Lexis): string {
  return text
    .replace(marks(lexis), (_, comment) => (comment === undefined ? "''" : ' '))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n(?: ?\n)*/g, '\n')
}

/** The same where somebody wrote it by hand: whatever looks for a mistake in it may take the square of its length. */
export function handwrittenCode(text: string, lexis: Lexis): string {
  const code = codeAlone(text, lexis)
  return code.length > MOST_HANDWRITTEN ? '' : code
}

/** Six times our longest reference. */
const MOST_HANDWRITTEN = 2 ** 15

function marks({ comment, string }: Lexis): RegExp {
  return new RegExp(`(?<comment>${comment.source})|${string.source}`, 'g')
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
