import { Marked, type Token, type Tokens } from 'marked'
import { proseTokens } from './prose.ts'

/** Never throws, whatever the text. */
export function readMarkdown(text: string): readonly Token[] {
  try {
    return proseTokens(text) ?? marked().lexer(text)
  } catch (error) {
    // marked recurses: a deck that nests some thousands of quotes must not end the program.
    if (error instanceof RangeError) return [{ type: 'text', raw: text, text }]
    throw error
  }
}

let made: Marked | undefined

/**
 * Markdown less what people write without meaning it, so that no character vanishes: one tilde strikes nothing out (`20~25`), `2*3*4` and
 * `2**10` are products and powers, `__init__` is a name, a line of dashes makes no heading of the line above, and a footnote is no link.
 */
function marked(): Marked {
  made ??= new Marked({
    tokenizer: {
      del: (text) => (text.startsWith('~~') ? false : undefined),
      emStrong: (text, _, before) => literalMarks(text, before ?? '') ?? false,
      lheading: () => undefined,
      def: (text) => (/^ {0,3}\[\^/.test(text) ? undefined : false),
    },
  })
  return made
}

/** What looks like the marks of emphasis and is none, as text. */
function literalMarks(text: string, before: string): Tokens.Em | undefined {
  const [raw] = DUNDER.exec(text) ?? (/[A-Za-z0-9)\]]/.test(before) ? (ARITHMETIC.exec(text) ?? []) : [])
  // marked takes any token here.
  return raw === undefined ? undefined : ({ type: 'text', raw, text: raw } as unknown as Tokens.Em)
}

const DUNDER = /^__[a-z][a-z0-9_]*?__(?!\w)/
const ARITHMETIC = /^(?:\*\*(?=[\d(])|\*(?!\*))/
