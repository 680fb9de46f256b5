import { FILTERS } from './query.ts'

/** A part of a query as it is written. */
export interface Word {
  readonly kind: 'word' | 'open' | 'close'
  readonly isNegated: boolean
  /** What stands before the colon, in lower case. */
  readonly filter: string | undefined
  readonly text: string
  readonly isQuoted: boolean
}

/**
 * Brackets stand alone, quotes hold spaces, brackets and colons; a quote that is never closed goes to the
 * end. Behind a backslash brackets and quotes are text. A Chinese input method's marks are like the others.
 */
export function wordsOf(text: string): readonly Word[] {
  return [...withHalfWidthMarks(text).matchAll(WORD)].map(
    ([written, minus, bracket, filter, quoted, plain]) => ({
      kind: bracket === '(' ? 'open' : written === ')' ? 'close' : 'word',
      isNegated: minus === '-',
      filter: filter?.slice(0, -1).toLowerCase(),
      text: quoted ?? plain ?? '',
      isQuoted: quoted !== undefined,
    }),
  )
}

function withHalfWidthMarks(text: string): string {
  const marked = text
    .replace(/[“”＂]/g, '"')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
  return marked.replace(FILTER_NAME, '$1:')
}

/** Only behind the name of a filter: `训练：测试` is text. */
const FILTER_NAME = new RegExp(`(?<![A-Za-z])(${FILTERS.join('|')})：`, 'gi')

/** A colon between figures is no filter: 16:9. */
const WORD =
  /\)|(-?)(?:(\()|([A-Za-z]+:)?(?:"((?:\\.|[^"\\])*\\?)(?:"|$)|((?:\\[()"]|[^\s()"])+))|([A-Za-z]+:)(?=\s|$))/g
