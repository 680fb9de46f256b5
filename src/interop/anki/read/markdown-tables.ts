import type { MarkdownLines } from './markdown-lines.ts'

/** The first row of a table becomes its head: Markdown has no table without one. */
export function createTables(lines: MarkdownLines) {
  let rows = 0
  let row: string[] | undefined

  function closeCell(): void {
    const held = lines.endCell()
    if (held !== undefined) row?.push(held.replace(/(?:<br>|\s)+/g, ' ').trim())
  }

  return {
    open(): void {
      rows = 0
      lines.paragraph()
    },
    openRow(): void {
      if (!lines.isInCell()) lines.breakLine()
      row = []
    },
    openCell(): void {
      row ??= []
      lines.beginCell()
    },
    closeCell,
    closeRow(): void {
      closeCell()
      if (row === undefined) return
      if (rows === 0) lines.begin('\n\n')
      else lines.dropBreak()
      lines.markdown(`| ${row.join(' | ')} |\n`)
      if (rows++ === 0) lines.markdown(`|${' --- |'.repeat(Math.max(1, row.length))}\n`)
      row = undefined
    },
  }
}
