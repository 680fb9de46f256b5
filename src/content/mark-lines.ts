import { closesFence, openingFence } from '../core/fence.ts'
import { cardId } from '../core/ids.ts'
import { roleOf } from './deck-line.ts'

/** A line of a deck and whether it is one that could begin anything. */
export interface MarkedLine {
  readonly number: number
  readonly kind: 'plain' | 'code' | 'comment'
  /** Without the part of it that is a comment going on over several lines. */
  readonly text: string
  /** As it stands in the file. */
  readonly source: string
  /** The marks that it opens and nothing closes: it is then a line like any other, so that the cards behind it are read. */
  readonly unclosed?: string | undefined
}

/** Tells code and comments from the rest, in time that grows with the text alone. */
export function markLines(lines: readonly string[], from: number): readonly MarkedLine[] {
  const marked: MarkedLine[] = []
  const add = (at: number, kind: MarkedLine['kind'], text = lines[at] ?? '', unclosed?: string) =>
    marked.push({ number: at + 1, kind, text, source: lines[at] ?? '', unclosed })
  const lastComment = lines.findLastIndex((line) => line.includes('-->'))
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const fence = openingFence(fencePart(line))
    const comment = openedComment(line)
    const end =
      fence !== undefined ? fenceEnd(lines, at, fence) : comment && commentEnd(lines, at, lastComment)
    if (fence === undefined && comment === undefined) {
      add(at, /^\s*<!--.*?-->\s*$/.test(line) ? 'comment' : 'plain')
    } else if (end === undefined) {
      add(at, 'plain', line, fence ?? (comment?.head.trim() === '' ? COMMENT : undefined))
    } else if (fence !== undefined) {
      // The first line may name a field too.
      add(at, line === fencePart(line) ? 'code' : 'plain')
      for (at++; at <= end; at++) add(at, 'code')
      at--
    } else {
      addPart(at, comment?.head ?? '')
      for (at++; at < end; at++) add(at, 'comment')
      addPart(end, (lines[end] ?? '').slice((lines[end] ?? '').indexOf('-->') + 3))
    }
  }
  return marked

  function addPart(at: number, text: string): void {
    add(at, text.trim() === '' ? 'comment' : 'plain', text)
  }
}

export const COMMENT = '<!--'

/** Code may begin on the line of its field: "A: ```py". */
function fencePart(line: string): string {
  const behind = /^[A-Za-z.-]{1,20} ?[:：]\s{0,4}(?=```|~~~)/.exec(line)?.[0]
  return behind === undefined ? line : line.slice(behind.length)
}

/** Nothing where a note with an id begins before the end, or other code of the same marks does: then the end was forgotten. */
function fenceEnd(lines: readonly string[], from: number, fence: string): number | undefined {
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (closesFence(line, fence)) return at
    if (isIdHeading(line) || openingFence(fencePart(line))?.startsWith(fence)) return undefined
  }
  return undefined
}

function isIdHeading(line: string): boolean {
  return line.startsWith('## ') && cardId(line.slice(3).trim()) !== undefined
}

/** What stands before a comment that is not closed in its line; of one in code it is none. */
function openedComment(line: string): { readonly head: string } | undefined {
  const at = line.lastIndexOf(COMMENT)
  if (at < 0 || line.includes('-->', at)) return undefined
  const head = line.slice(0, at)
  return head.includes('`') ? undefined : { head }
}

/**
 * Nothing where another comment begins before the end: then the end was forgotten. Beyond the text in which it begins it ends with a line or at
 * the start of one, so that neither `A: <!--` nor an arrow `-->` costs a card.
 */
function commentEnd(lines: readonly string[], from: number, last: number): number | undefined {
  let isBeyond = false
  for (let at = from + 1; at <= last; at++) {
    const line = lines[at] ?? ''
    const [before = '', ...behind] = line.split('-->')
    if (before.includes(COMMENT)) return undefined
    isBeyond ||= !goesOn(line)
    if (behind.length > 0 && !(isBeyond && before.trim() !== '' && behind.join('').trim() !== '')) return at
  }
  return undefined
}

function goesOn(line: string): boolean {
  const { kind } = roleOf(line)
  return kind === 'text' || kind === 'let'
}
