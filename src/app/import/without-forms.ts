import { fenceAfter } from '../../core/fence.ts'
import type { ImportedPart } from '../../core/imported/imported-note.ts'
import type { Text } from '../../core/locale.ts'

/**
 * A question and its answer without what would make another card of them here: a list in the question, which
 * would be options or steps, is one for the reader alone, and a fence that is never closed is closed.
 */
export function withoutForms(part: ImportedPart): ImportedPart {
  const { content } = part
  if (content.kind !== 'basic') return part
  const prompt = inBoth(content.prompt, (text) => withoutLists(closed(text)))
  return { ...part, content: { ...content, prompt, answer: inBoth(content.answer, closed) } }
}

function inBoth({ en, zh }: Text, change: (text: string) => string): Text {
  return { en: change(en), zh: change(zh) }
}

function closed(text: string): string {
  const fence = text.split('\n').reduce<string | undefined>((open, line) => fenceAfter(line, open), undefined)
  return fence === undefined ? text : `${text}\n${fence}`
}

/** In lines of their own, and with another spelling of the mark: a reader sees the same. */
function withoutLists(text: string): string {
  const lines: string[] = []
  let fence: string | undefined
  for (const line of text.split('\n')) {
    const isCode = fence !== undefined
    fence = fenceAfter(line, fence)
    const plain = isCode ? line : line.replace(MARK, (_, before, mark) => `${before}&#${mark.charCodeAt(0)};`)
    const above = lines.at(-1) ?? ''
    if (plain !== line && /\S$/.test(above)) lines[lines.length - 1] = `${above}  `
    lines.push(plain)
  }
  return lines.join('\n')
}

const MARK = /^(?=(?: {0,3}\d{1,3}[.)](?:\s|$)| {0,3}[-*+] \[[ xX]\]))( {0,3}\d{0,3})(.)/
