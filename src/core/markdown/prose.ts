import type { Token } from 'marked'

/**
 * The tokens of a text in which nothing is Markdown but blank lines and code, as of most prompts and answers;
 * else undefined. marked would say the same, but compiles expressions for it that cost a third of the time to
 * the first card.
 */
export function proseTokens(text: string): readonly Token[] | undefined {
  const bare = text.replace(CODE, 'x').replace(GAPS, '')
  if (MARKS.test(bare) || BLOCKS.test(bare)) return undefined
  return text
    .split(/\n(?: *\n)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph, at) => [...(at === 0 ? [] : [SPACE]), paragraphToken(paragraph)])
}

function paragraphToken(text: string): Token {
  // What stands between two pieces of code is at the even places.
  const parts = text.split(CODE_PARTS)
  if (parts.length === 1) return textToken(text)
  const tokens = parts.map(
    (part, at): Token =>
      at % 2 === 0 ? textToken(part) : { type: 'codespan', raw: `\`${part}\``, text: part },
  )
  return { type: 'paragraph', raw: text, text, tokens: tokens.filter(({ raw }) => raw !== '') }
}

function textToken(text: string): Token {
  return { type: 'text', raw: text, text }
}

const SPACE: Token = { type: 'space', raw: '\n\n' }

/**
 * Within one line, between single backticks, with nothing there that marked would take off or for a cell of a
 * table.
 */
const CODE = /(?<!`)`(?=[^` ])[^`\n\t|]*(?<! )`(?!`)/g
const CODE_PARTS = /(?<!`)`(?=[^` ])([^`\n\t|]*)(?<! )`(?!`)/

/** What a cloze hides is no link. */
const GAPS = /\[…\](?![(:[])/g

/** What opens something within a line: emphasis, code, links, HTML, escapes, tables, addresses, hard breaks. */
const MARKS = /[*_`[\]<\\~|@]|:\/\/|www\.|[ ]{2}\n|\t/i

/**
 * What opens something at the start of a line: headings, quotes, lists, rules, indented code, definitions,
 * the rule of a table.
 */
const BLOCKS = /^(?: {4}| {0,3}(?:[#>=+-]|: *-|\d{1,9}[.)]))/m
