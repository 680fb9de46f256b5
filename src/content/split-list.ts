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

/**
 * Whether a list puts things in order: at least two steps, counted from one, that are no questions, with no
 * question below them and no answer that names one of them, as `2` does of numbered options.
 */
export function isOrdering({ items }: ListedText, answer: string | undefined): boolean {
  const numbers = items.map(({ mark }) => Number(mark))
  const rises = numbers.every((number, at) => at === 0 || number >= (numbers[at - 1] ?? 0))
  if (items.length < 2 || (numbers[0] ?? 0) > 1 || !rises) return false
  if (/\n[ \t]*\n\S/.test(items.at(-1)?.text ?? '') || items.every(({ text }) => /[?？]$/.test(text)))
    return false
  return !namesItem(answer?.trim() ?? '', items)
}

function namesItem(answer: string, items: readonly ListItem[]): boolean {
  if (NAMED.test(answer)) return true
  const bare = answer.replace(/^\(?\d{1,3}[.)]\s*/, '').toLowerCase()
  return items.some(({ text }) => text !== '' && text.toLowerCase() === bare)
}

/** `2`, `1 and 3`, `Option 2, because …`, `选项 2`, `第 2 项`, `The second.` */
const NUMBER = String.raw`[(（]?\d{1,3}[.)）]?`
const NAMED = new RegExp(
  String.raw`^(?:(?:(?:only|number|no\.|options?|answers?|选项?|答案|只有|第)\s*)?${NUMBER}(?:(?:[,，、;；/]| and | or |和|或|\s)\s*${NUMBER})*\s?(?:项|个|条|号|种)?` +
    String.raw`|(?:the )?(?:first|second|third|fourth|fifth|last)(?: one| option)?|第[一二三四五六七八九]\s?(?:项|个|条|种))` +
    String.raw`(?:[.。]?$|[,，:：;；—–-]\s?(?:because|since|for|as|因为)| because | since |因为)`,
  'i',
)

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
