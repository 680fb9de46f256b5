/** What of a text is no code, each as one expression without groups that are numbered. */
export interface Lexis {
  readonly comment: RegExp
  readonly string: RegExp
}

export const C_LIKE_COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/

/** A string that ends where its line does, or before. */
export const ON_ONE_LINE = /"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/

export function oneOf(...expressions: readonly RegExp[]): RegExp {
  return new RegExp(expressions.map(({ source }) => source).join('|'))
}

/** The text without its comments, and with one space wherever there was room. */
export function withoutComments(text: string, lexis: Lexis): string {
  return squeezed(text.replace(marks(lexis), (found, comment) => (comment === undefined ? found : ' ')))
}

/** The text's code alone, its lines kept: comments are gone, and strings are empty. */
export function codeAlone(text: string, lexis: Lexis): string {
  return text.replace(marks(lexis), (_, comment) => (comment === undefined ? "''" : ' '))
}

function marks({ comment, string }: Lexis): RegExp {
  return new RegExp(`(?<comment>${comment.source})|${string.source}`, 'g')
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
