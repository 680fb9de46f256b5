import { Marked, type Token, type TokenizerThis, type Tokens } from 'marked'
import { isFenceNamed } from '../fence.ts'
import { piecesOf } from './pieces-of.ts'
import { proseTokens } from './prose.ts'

/** Never throws, whatever the text; a block that is longer than any is one text. */
export function readMarkdown(text: string): readonly Token[] {
  const prose = proseTokens(text)
  if (prose !== undefined) return prose
  return piecesOf(text, LONGEST).flatMap((piece) =>
    piece.length > LONGEST ? [textOf(piece)] : pieceTokens(piece),
  )
}

/** marked may take the square of a text's length (`_a_a_a`): nobody may make it read megabytes at once. */
const LONGEST = 12_000

function pieceTokens(text: string): readonly Token[] {
  try {
    return lineTokens(text) ?? marked().lexer(text)
  } catch (error) {
    // marked recurses: a deck that nests some thousands of quotes must not end the program.
    if (error instanceof RangeError) return [textOf(text)]
    throw error
  }
}

function textOf(text: string): Token {
  return { type: 'text', raw: text, text }
}

/** In a text of one line nothing is a list, a quote or a heading: `- 5`, `> 0` and `# of layers` stay what they are. */
function lineTokens(text: string): readonly Token[] | undefined {
  const line = text.trim()
  if (line.includes('\n') || !/^(?:[-+*>#_]|\d{1,9}[.)](?: |$))/.test(line)) return undefined
  const { Lexer, defaults } = marked()
  return [{ type: 'paragraph', raw: line, text: line, tokens: Lexer.lexInline(line, defaults) }]
}

/**
 * Whether a heading stands above something. What goes on in the next line, or ends with it, is a comment in code
 * or a figure, and keeps its marks.
 */
export function isTitle({ raw }: Tokens.Heading): boolean {
  return !/\S\n?$/.test(raw)
}

let made: Marked | undefined

/**
 * Markdown less what people write without meaning it, so that no character vanishes: one tilde strikes
 * nothing out (`20~25`), `2*3*4`, `2**10` and `*.py` are products, powers and names of files, `/* x *\/` is a
 * comment, `__init__` is a name, `\d` and `\.py` keep their backslash, `>= 5` quotes nothing, a line of
 * dashes makes no heading of the line above, `___` is a blank to fill in, three backticks that are spoken of
 * open no code, and a footnote is no link.
 */
function marked(): Marked {
  made ??= new Marked({
    tokenizer: {
      del: (text) => (text.startsWith('~~') ? false : undefined),
      emStrong(text, _, before) {
        return literalMarks(text, before ?? '') ?? strongBeside(text, before ?? '', this.lexer) ?? false
      },
      codespan: (text) => (isFenceNamed(text) ? asText(/^`+/.exec(text)?.[0] ?? '') : false),
      escape: (text) => literalBackslash(text) ?? false,
      blockquote: (text) => (/^ {0,3}>=/.test(text) ? undefined : false),
      lheading: () => undefined,
      hr: (text) => (/^ {0,3}_/.test(text) ? undefined : false),
      def: (text) => (/^ {0,3}\[\^/.test(text) ? undefined : false),
    },
    hooks: {
      // Where a comment begins no emphasis ends.
      emStrongMask: (text) => text.replace(/(?<!\w)\/\*+(?!\S)/g, (marks) => 'x'.repeat(marks.length)),
    },
  })
  return made
}

/** What looks like the marks of emphasis and is none, as text. */
function literalMarks(text: string, before: string): Tokens.Em | undefined {
  const [raw] =
    DUNDER.exec(text) ??
    GLOB.exec(text) ??
    (before === '/' ? COMMENT.exec(text) : null) ??
    (MEMBER.test(before) ? /^_(?=\w)/.exec(text) : null) ??
    (OPERAND.test(before) ? (ARITHMETIC.exec(text) ?? []) : [])
  return raw === undefined ? undefined : asText(raw)
}

/** marked takes any token here. */
function asText<T extends Tokens.Em | Tokens.Escape | Tokens.Codespan>(raw: string): T {
  return { type: 'text', raw, text: raw } as unknown as T
}

const DUNDER = /^__[a-z][a-z0-9_]*?__(?!\w)/
const GLOB = /^\*{1,2}(?=\/|\.\w)/
const COMMENT = /^\*(?=[^*\n]*\*\/)/
/** `self._x`, `this->_x` and `cls::_x`. */
const MEMBER = /[.>:]/
/** What the sign of a product or the star of a pattern stands behind; Chinese has no spaces around emphasis. */
const OPERAND = /[\p{N})\]/.]|(?!\p{Script=Han})\p{L}/u
const ARITHMETIC = /^(?:\*\*(?=[\w(])|\*(?!\*))/

/** Where a mark stands between a Chinese letter and a bracket or quotation mark, CommonMark takes it for none. */
function strongBeside(
  text: string,
  before: string,
  lexer: TokenizerThis['lexer'],
): Tokens.Strong | undefined {
  const [raw, inner] = STRONG.exec(text) ?? []
  if (raw === undefined || inner === undefined) return undefined
  const isBeside = HAN.test(before) || HAN.test(text.charAt(raw.length))
  return isBeside ? { type: 'strong', raw, text: inner, tokens: lexer.inlineTokens(inner) } : undefined
}

const STRONG = /^\*\*(?!\s)([^*\n`]{0,500}[^*\n`\s])\*\*(?!\*)/
const HAN = /\p{Script=Han}/u

/** Paths, patterns and strings of programs hold backslashes: only before what would else be a mark it is one. */
function literalBackslash(text: string): Tokens.Escape | undefined {
  const [raw] = LITERAL.exec(text) ?? []
  return raw === undefined ? undefined : asText(raw)
}

const LITERAL = /^\\(?:[(){}'",/;=?@^%]|[.+-](?! |$)|!(?!\[)|\\(?=[A-Za-z0-9]))/
