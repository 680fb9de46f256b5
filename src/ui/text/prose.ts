import type { Token } from 'marked'

/**
 * The tokens of a text in which nothing is Markdown but blank lines, as of most prompts and answers; else undefined. marked would
 * say the same, but compiles expressions for it that cost a third of the time to the first card.
 */
export function proseTokens(text: string): readonly Token[] | undefined {
  const bare = text.replace(GAPS, '')
  if (MARKS.test(bare) || BLOCKS.test(bare)) return undefined
  return text
    .split(/\n(?: *\n)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph, at) => [
      ...(at === 0 ? [] : [SPACE]),
      { type: 'text', raw: paragraph, text: paragraph },
    ])
}

const SPACE: Token = { type: 'space', raw: '\n\n' }

/** What a cloze hides is no link. */
const GAPS = /\[…\](?![(:[])/g

/** What opens something within a line: emphasis, code, links, HTML, escapes, tables, addresses, hard breaks. */
const MARKS = /[*_`[\]<\\~|@]|:\/\/|www\.|[ ]{2}\n|\t/i

/** What opens something at the start of a line: headings, quotes, lists, rules, indented code, definitions. */
const BLOCKS = /^(?: {4}| {0,3}(?:[#>=+-]|\d{1,9}[.)]))/m
