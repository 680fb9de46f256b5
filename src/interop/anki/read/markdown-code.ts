import { cleanText } from '../../../core/clean-text.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import type { MarkdownLines } from './markdown-lines.ts'

/** Blocks and spans of code, whose text is collected until they are closed. */
export function createCode(lines: MarkdownLines) {
  let block: string | undefined
  let span: string | undefined

  return {
    isInBlock: () => block !== undefined,
    openBlock(): void {
      lines.paragraph()
      block = ''
    },
    openSpan(): void {
      span ??= ''
    },
    /** Whether the text belongs to code. */
    takes(text: string): boolean {
      if (block !== undefined) block += text
      else if (span !== undefined) span += text
      return block !== undefined || span !== undefined
    },
    closeBlock(): void {
      const text = cleanText(block ?? '').replace(/^\n|\s+$/g, '')
      block = undefined
      if (text === '') return
      const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
      lines.markdown(
        lines.isInCell() ? escapeMarkdown(text.replace(/\s+/g, ' ')) : `${fence}\n${text}\n${fence}\n\n`,
      )
    },
    closeSpan(): void {
      const text = cleanText(span ?? '')
        .replace(/\s+/g, ' ')
        .trim()
      span = undefined
      if (text === '') return
      lines.flush()
      if (/[`|\u{f0000}-\u{f7fff}\u{f9000}-\u{f9fff}]/u.test(text)) lines.text(text)
      else lines.markdown(`\`${text}\``)
    },
  }
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}
