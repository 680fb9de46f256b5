const LONGEST = 2000

/**
 * How many characters of a text, from a backslash on, are a formula between `\(` and `\)`, or between `\[` and
 * `\]` on lines that hold nothing else, as TeX and chat programs write them; 0 where it is none: what looks
 * like a pattern (`\(.*\)`), a name or an escaped bracket is text.
 * @param isTex whether the text has other such formulas
 */
export function texLength(text: string, at: number, isTex: () => boolean): number {
  const open = text[at + 1]
  if (open !== '(' && open !== '[') return 0
  const end = text.slice(at + 2, at + LONGEST).search(open === '(' ? /\\\)|\n\s*\n/ : /\\\]|\n\s*\n/)
  if (end < 0 || text[at + 2 + end] !== '\\') return 0
  const content = text.slice(at + 2, at + 2 + end)
  const length = end + 4
  if (open === '(') return isFormula(content, isTex) ? length : 0
  const isAlone = /^[ \t]*$/m.test(lineBefore(text, at)) && /^[ \t]*(?:\n|$)/.test(text.slice(at + length))
  return isAlone && isDisplay(content) ? length : 0
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at) + 1, at)
}

/** Of a regular expression, as `sed` and `grep` have them. */
const PATTERN = /\\[|+?.*dwsDWSB](?![A-Za-z])|\.\*|\[[^\]]*\][*+?{]|[*+?]$|^\^|\$$/

const FORMULA = new RegExp(
  [
    /\\[A-Za-z]{2,}|[\w)}\]][_^]\S|[=<>]|^(?!.*[A-Za-z]{3}).*[+/-]|^\s[^\n]+\s$/,
    /^(?:[A-Za-z]\w*(?:\([^()]*\)|\[[^[\]]*\])|\([^()]*,[^()]*\)|\|[^|]*\|)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
)
/** A pattern may be as short. */
const SHORT = /^(?:[A-Za-z\u0370-\u03ff]|\d[\d.,]*)$/

function isFormula(content: string, isTex: () => boolean): boolean {
  if (content.trim() === '' || PATTERN.test(content)) return false
  return FORMULA.test(content) || (SHORT.test(content) && isTex())
}

/** Whether a text has formulas between such brackets that could be nothing else. */
export function hasTex(text: string): boolean {
  return /\\[([](?:(?!\\[)\]])[^\n]){0,200}?(?:\\[A-Za-z]{2,}|\w[_^]\w)/.test(text)
}

/** With room around, or a command: `\[E[x]\]` is an escaped bracket. */
function isDisplay(content: string): boolean {
  return content.trim() !== '' && /^\s.*\s$|\\[A-Za-z]{2,}/s.test(content)
}
