import type { MarkdownLines } from './markdown-lines.ts'

/** @param style where lists would be taken for the options of a question, their marks are none of Markdown's */
export function createLists(lines: MarkdownLines, style: 'marked' | 'plain') {
  const open: { readonly ordered: boolean; count: number }[] = []
  const paragraph = () => open.length === 0 && lines.paragraph()

  return {
    open(ordered: boolean): void {
      paragraph()
      open.push({ ordered, count: 0 })
    },
    close(): void {
      open.pop()
      paragraph()
    },
    item(): void {
      const list = open.at(-1)
      const number = list === undefined ? 0 : ++list.count
      if (style === 'plain' || list === undefined || lines.isInCell()) {
        lines.begin('<br>\n')
        lines.markdown(list?.ordered ? `${number}&#46; ` : '• ')
      } else {
        lines.begin('\n')
        const indent = '   '.repeat(Math.min(open.length - 1, DEEPEST))
        lines.markdown(`${indent}${list.ordered ? `${number}.` : '-'} `)
      }
    },
  }
}

/** Lists further in than this stand no further in. */
const DEEPEST = 8
