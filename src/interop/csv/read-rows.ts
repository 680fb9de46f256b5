import { CsvError, parse } from 'csv-parse/sync'
import { Problem } from '../../core/problem.ts'

/** More is no field of a card, but a quote that is never closed. */
const MOST_ROW_CHARACTERS = 5_000_000

export interface TableForm {
  readonly delimiter: string
  /** Lines that begin so are no rows. */
  readonly comment?: string
}

export type TakeRow = (cells: readonly string[], line: number) => void

/**
 * Gives each row to `take` with the line that it begins in; none is held. Quotes within a bare cell are text.
 * @throws Problem that names the line from which on the table cannot be read
 */
export function readRows(text: string, { delimiter, comment }: TableForm, take: TakeRow): void {
  let line = 1
  const onRecord = (cells: readonly string[], { lines }: { readonly lines: number }): null => {
    take(cells, lines - breaksIn(cells))
    line = lines + 1
    return null
  }
  try {
    parse(text, {
      delimiter,
      ...(comment === undefined ? {} : { comment, comment_no_infix: true }),
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_ROW_CHARACTERS,
      on_record: onRecord,
    })
  } catch (error) {
    if (error instanceof CsvError) throw brokenTable(line, error)
    throw error
  }
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++
  return breaks
}

function brokenTable(line: number, cause: CsvError): Problem {
  return new Problem(
    {
      en: `The table cannot be read from line ${line} on: a quote there is never closed, or the row is too long.`,
      zh: `从第 ${line} 行起无法读取表格：该处有引号没有闭合，或这一行过长。`,
    },
    { remedy: { en: 'Mend that line and import again.', zh: '请改正该行后重新导入。' }, cause },
  )
}
