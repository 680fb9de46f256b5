/** What Anki hides stands between one letter with its number and one that closes, while the HTML is read. */
const OPENS = 0xf9000
const CLOSES = '\u{f9fff}'

export interface ClozePiece {
  readonly text: string
  /** Undefined for what stands around the clozes. */
  readonly number: number | undefined
}

export interface MarkedClozes {
  readonly html: string
  readonly numbers: readonly number[]
  /** One within another, or in a formula: our clozes cannot. */
  readonly isNested: boolean
}

/** `{{c1::hidden::hint}}`, in any depth and over lines. */
export function markClozes(html: string): MarkedClozes {
  const numbers = new Set<number>()
  let depth = 0
  let isNested = false
  const marked = html
    .replace(/[\u{f9000}-\u{f9fff}]/gu, '')
    .replace(/\{\{c(\d{1,3})::|::((?:(?!\{\{c\d|\}\}).)*)\}\}|\}\}/gs, (token, number, hint) => {
      if (number !== undefined) {
        if (depth > 0) isNested = true
        depth++
        numbers.add(Number(number))
        return String.fromCodePoint(OPENS + Number(number))
      }
      if (depth === 0) return token
      depth--
      return CLOSES + (hint === undefined || hint.trim() === '' ? '' : ` (${hint.trim()})`)
    })
  return { html: marked, numbers: [...numbers].sort((a, b) => a - b), isNested: isNested || depth > 0 }
}

/** As our decks write it. */
export function bracketClozes(markdown: string): string {
  return markdown
    .replace(/[\u{f9001}-\u{f93e7}]/gu, (mark) => `[${(mark.codePointAt(0) ?? OPENS) - OPENS}: `)
    .replaceAll(CLOSES, ']')
}

/** What stands between the marks and around them; none lies within another. */
export function splitClozes(marked: string): readonly ClozePiece[] {
  const pieces: ClozePiece[] = []
  let number: number | undefined
  for (const piece of marked.split(/([\u{f9001}-\u{f93e7}\u{f9fff}])/u)) {
    const code = piece.codePointAt(0) ?? 0
    if (piece === CLOSES) number = undefined
    else if (code > OPENS && code <= OPENS + 999) number = code - OPENS
    else if (piece !== '') pieces.push({ text: piece, number })
  }
  return pieces
}

/** The text as Anki shows it while one number is asked, or with that number's parts alone. */
export function hideCloze(html: string, asked: number): { readonly prompt: string; readonly answer: string } {
  const { html: marked } = markClozes(html)
  const opening = String.fromCodePoint(OPENS + asked)
  let prompt = ''
  let depth = 0
  const stack: boolean[] = []
  for (const letter of marked) {
    const code = letter.codePointAt(0) ?? 0
    if (code > OPENS && code <= OPENS + 999) {
      stack.push(letter === opening)
      if (letter === opening && depth++ === 0) prompt += '[…]'
    } else if (letter === CLOSES) {
      if (stack.pop()) depth--
    } else if (depth === 0) prompt += letter
  }
  return { prompt, answer: marked.replace(/[\u{f9000}-\u{f9fff}]/gu, '') }
}
