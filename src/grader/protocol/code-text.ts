/** What of a text is no code, each as one expression without groups that are numbered. */
export interface Lexis {
  readonly comment: RegExp
  readonly string: RegExp
}

const C_LIKE_COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/
const ON_ONE_LINE = /"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/

export const JAVASCRIPT_LEXIS: Lexis = {
  comment: C_LIKE_COMMENT,
  string: oneOf(ON_ONE_LINE, /`(?:\\[\s\S]|[^`\\])*`/),
}
export const CPP_LEXIS: Lexis = {
  comment: C_LIKE_COMMENT,
  string: oneOf(/R"(?<mark>[^\s()\\]*)\([\s\S]*?\)\k<mark>"/, ON_ONE_LINE),
}
/** A string that stands alone on its lines is a comment: a docstring. */
export const PYTHON_LEXIS: Lexis = {
  comment: /#[^\n]*|(?<=^|\n)[ \t]*(?<doc>"""|''')(?:\\[\s\S]|(?!\k<doc>)[\s\S])*\k<doc>[ \t]*(?=#|\n|$)/,
  string: oneOf(/(?<triple>"""|''')(?:\\[\s\S]|(?!\k<triple>)[\s\S])*\k<triple>/, ON_ONE_LINE),
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

function oneOf(...expressions: readonly RegExp[]): RegExp {
  return new RegExp(expressions.map(({ source }) => source).join('|'))
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
