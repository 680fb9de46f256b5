import { fenceAfter } from '../core/fence.ts'

export interface ListedText {
  /** What stands before the list. */
  readonly body: string
  readonly items: readonly ListItem[]
}

export interface ListItem {
  /** `x` or a space for an option, the number for a step. */
  readonly mark: string
  readonly text: string
}

const OPTION = /^ {0,3}[-*+] \[([ xX])\](?:[ \t]|$)/
const STEP = /^ {0,3}(\d{1,3})[.)](?:[ \t]|$)/

/** The options of a choice: a task list at the end of the prompt. */
export function splitOptions(text: string): ListedText {
  return splitList(text, OPTION)
}

/** The steps of an ordering: a numbered list at the end of the prompt. */
export function splitSteps(text: string): ListedText {
  return splitList(text, STEP)
}

/** Lines in code fences begin no item; other lines go on with the item above. */
function splitList(text: string, pattern: RegExp): ListedText {
  const body: string[] = []
  const items: { mark: string; lines: string[] }[] = []
  let fence: string | undefined
  for (const line of text.split('\n')) {
    const match = fence === undefined ? pattern.exec(line) : null
    fence = fenceAfter(line, fence)
    if (match !== null) items.push({ mark: match[1] ?? '', lines: [line.slice(match[0].length)] })
    else (items.at(-1)?.lines ?? body).push(line)
  }
  return {
    body: body.join('\n').trim(),
    items: items.map(({ mark, lines }) => ({ mark: mark.toLowerCase(), text: unindent(lines) })),
  }
}

function unindent(lines: readonly string[]): string {
  return lines
    .map((line, at) => (at === 0 ? line : line.replace(/^ {1,4}/, '')))
    .join('\n')
    .trim()
}
