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
  /**
   * The marks that it opens and nothing closes: it is then a line like any other, so that the cards behind it
   * are read.
   */
  readonly unclosed?: string | undefined
}

/** Tells code and comments from the rest, in time that grows with the text alone. */
export function markLines(lines: readonly string[], from: number): readonly MarkedLine[] {
  const marked: MarkedLine[] = []
  const add = (at: number, kind: MarkedLine['kind'], text = lines[at] ?? '', unclosed?: string) =>
    marked.push({ number: at + 1, kind, text, source: lines[at] ?? '', unclosed })
  const isUnpaired = unpairedBehind(lines)
  const lastObsidian = lines.findLastIndex((line) => OBSIDIAN_END.test(line))
  const lastComment = lines.findLastIndex((line) => line.includes('-->'))
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (at < lastObsidian && OBSIDIAN.test(line)) {
      add(at, 'comment')
      do add(++at, 'comment')
      while (!OBSIDIAN_END.test(lines[at] ?? ''))
      continue
    }
    const fence = openingFence(fencePart(line))
    const comment = openedComment(line)
    const end =
      fence !== undefined
        ? fenceEnd(lines, at, fence, isUnpaired)
        : comment && commentEnd(lines, at, lastComment)
    if (fence === undefined && comment === undefined) {
      add(at, COMMENTED.test(line) ? 'comment' : 'plain')
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
/** One of a line; `[//]: # (…)`, a link that nothing names, is how Markdown itself leaves a line out. */
const COMMENTED = /^\s*(?:<!--.*?-->|\[(?:\/\/|comment)\]:\s*(?:#|<>)\s*(?:\(.*\)|".*"|'.*'))\s*$/i
/** A comment of several lines as Obsidian has it: behind `%%` and a space, up to a line that ends so. */
const OBSIDIAN = /^\s*%%(?:\s(?!.*%%)|$)/
const OBSIDIAN_END = /^(?!.*%%.*%%).*%%\s*$/

/** Code may begin on the line of its field, or of an item of a list: "A: ```py". */
function fencePart(line: string): string {
  const behind =
    /^(?:[A-Za-z.-]{1,20} ?[:：]\s{0,4})?(?:\s{0,8}(?:[-*+]|\d{1,3}[.)])\s{1,4})?(?=```|~~~)/.exec(
      line,
    )?.[0] ?? ''
  return line.slice(behind.length)
}

/**
 * Nothing where other code of the same marks begins before the end: then the end was forgotten. So it was
 * where a card begins before it and the marks behind do not pair up: what looks like the end opens the next.
 */
function fenceEnd(
  lines: readonly string[],
  from: number,
  fence: string,
  isUnpaired: ReturnType<typeof unpairedBehind>,
): number | undefined {
  let holdsCard = false
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (closesFence(line, fence)) return holdsCard && isUnpaired(at, fence) ? undefined : at
    if (openingFence(fencePart(line))?.startsWith(fence)) return undefined
    holdsCard ||= beginsCard(line)
  }
  return undefined
}

function beginsCard(line: string): boolean {
  const role = roleOf(line)
  if (role.kind === 'heading') return role.level === 2 && cardId(role.title) !== undefined
  return role.kind === 'field' && /^[QC]/.test(role.name)
}

/** Whether behind a line, up to marks that can only open, an odd number of marks stands that may open or close. */
function unpairedBehind(lines: readonly string[]): (at: number, fence: string) => boolean {
  let odd: { readonly [mark: string]: Uint8Array } | undefined
  return (at, fence) => {
    odd ??= { '`': oddBehind(lines, '```'), '~': oddBehind(lines, '~~~') }
    return odd[fence.charAt(0)]?.[at] === 1
  }
}

function oddBehind(lines: readonly string[], marks: string): Uint8Array {
  const odd = new Uint8Array(lines.length)
  let isOdd = false
  for (let at = lines.length - 1; at >= 0; at--) {
    odd[at] = isOdd ? 1 : 0
    const part = fencePart(lines[at] ?? '')
    if (closesFence(part, marks)) isOdd = !isOdd
    else if (openingFence(part)?.startsWith(marks)) isOdd = false
  }
  return odd
}

/** What stands before a comment that is not closed in its line; of one in code it is none. */
function openedComment(line: string): { readonly head: string } | undefined {
  const at = line.lastIndexOf(COMMENT)
  if (at < 0 || line.includes('-->', at)) return undefined
  const head = line.slice(0, at)
  return head.includes('`') ? undefined : { head }
}

/**
 * Nothing where another comment begins before the end: then the end was forgotten. Beyond the text in which
 * it begins it ends with a line or at the start of one, so that neither `A: <!--` nor an arrow `-->` costs a
 * card.
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
