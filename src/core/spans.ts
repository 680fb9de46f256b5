import { closesFence, isFenceNamed, openingFence } from './fence.ts'
import { hasTex, texLength } from './tex-brackets.ts'

/** A stretch of a Markdown text. The spans' sources joined are the text. */
export interface Span {
  /**
   * `code` is inline or fenced; `math` stands between dollars or `\(` and `\)`, `display` between
   * double ones or `\[` and `\]`; a `comment` is HTML's, and never shown.
   */
  readonly kind: 'text' | 'code' | 'math' | 'display' | 'comment'
  readonly source: string
  /** What stands between the marks; the source itself for text, fenced code and comments. */
  readonly content: string
  readonly index: number
}

const LONGEST_MATH = 2000

/**
 * Splits Markdown into text, code, mathematics and comments. A dollar opens mathematics when no space follows
 * it and the next one stands in the same paragraph and closes it: with no space before it and no digit behind
 * it (as in Pandoc), so `$5 and $6` is text, and not as the names of variables stand together: `$HOME/$USER`.
 * Takes time linear in the text, whatever it holds.
 */
export function splitSpans(text: string): readonly Span[] {
  const spans: Span[] = []
  const search = createSearch(text)
  let textFrom = 0
  let at = 0
  while (at < text.length) {
    const found = spanAt(text, at, search)
    if (found === undefined) {
      at += text[at] === '\\' ? 2 : 1
      continue
    }
    pushText(spans, text, textFrom, at)
    spans.push(found)
    at += found.source.length
    textFrom = at
  }
  pushText(spans, text, textFrom, text.length)
  return spans
}

/** Where a dollar or a backtick opens something that never closes. */
export function unbalancedDollars(text: string): readonly number[] {
  return splitSpans(text)
    .filter((span) => span.kind === 'text')
    .flatMap((span) =>
      [...span.source.matchAll(/\\.|\$/gs)]
        .filter((match) => match[0] === '$')
        .map((match) => span.index + match.index),
    )
}

function pushText(spans: Span[], text: string, from: number, to: number): void {
  if (to <= from) return
  const source = text.slice(from, to)
  spans.push({ kind: 'text', source, content: source, index: from })
}

type Search = ReturnType<typeof createSearch>

/** Remembers what was sought in vain, so that many openers without a closer stay cheap. */
function createSearch(text: string) {
  let runs: ReadonlyMap<number, number[]> | undefined
  let noDollarBefore = 0
  let tex: boolean | undefined
  const lastComment = text.lastIndexOf('-->')
  function closingRun(from: number, length: number): number | undefined {
    // Each is asked for from further on than before: what lies behind is not asked for again.
    runs ??= runsByLength(text)
    const rest = runs.get(length)
    while (rest?.length && (rest.at(-1) ?? 0) < from) rest.pop()
    return rest?.at(-1)
  }
  function closingDollar(from: number): number | undefined {
    if (from < noDollarBefore) return undefined
    let at = from
    for (; at < text.length && at - from < LONGEST_MATH; at++) {
      if (text[at] === '\\') at++
      else if (text.startsWith('\n\n', at)) break
      else if (text[at] === '$') break
    }
    if (text[at] === '$' && at > from && closesMath(text, from, at)) return at
    noDollarBefore = at
    return undefined
  }
  /** Where a comment ends that begins here. */
  function commentEnd(at: number): number | undefined {
    return at + 4 > lastComment ? undefined : text.indexOf('-->', at + 4) + 3
  }
  const isTex = () => (tex ??= hasTex(text))
  return { closingDollar, closingRun, commentEnd, isTex }
}

/** Where runs of so many backticks begin, the last first. */
function runsByLength(text: string): ReadonlyMap<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    runs.getOrInsertComputed(run.length, () => []).push(index)
  }
  for (const places of runs.values()) places.reverse()
  return runs
}

function closesMath(text: string, from: number, at: number): boolean {
  const [last = ' ', behind = ''] = [text[at - 1], text[at + 1]]
  const content = text.slice(from, at)
  if (/[\s，。；：、！？]/.test(last) || /\d/.test(behind) || /\s(?:US|HK|NT)$/.test(content)) return false
  // A price in brackets; the dollar of `$x` in code, or of a shell's `$(a)/$(b)`.
  if (/^[^([\\]*\)/.test(content)) return false
  if (content.split('`').length % 2 === 0 || (/^[({]/.test(content) && /[({]/.test(behind))) return false
  if (!/[A-Za-z_{(]/.test(behind)) return true
  const isName = /[A-Za-z0-9]/.test(text[from - 2] ?? '') || /^[A-Z_]{2}/.test(content)
  return !/[/:=+\-*,.;&|<>({_\p{Script=Han}]/u.test(last) && !(isName && /^\w+$/.test(content))
}

function spanAt(text: string, at: number, search: Search): Span | undefined {
  const char = text[at]
  if (char === '$') return mathAt(text, at, search)
  if (char === '\\') return texAt(text, at, search)
  if (char === '<') return commentAt(text, at, search)
  if (char !== '`' && char !== '~') return undefined
  const run = runLength(text, at, char)
  if (run >= 3 && opensFence(text, at)) return fenceAt(text, at, char.repeat(run))
  if (char === '~') return textSpan(text, at, run)
  if (isFenceNamed(text.slice(at, at + run + 2))) return textSpan(text, at, run)
  const close = search.closingRun(at + run, run)
  if (close === undefined) return textSpan(text, at, run)
  const content = text.slice(at + run, close).replace(/^ (.*[^ ].*) $/s, '$1')
  return { kind: 'code', source: text.slice(at, close + run), content, index: at }
}

function textSpan(text: string, at: number, length: number): Span {
  const source = text.slice(at, at + length)
  return { kind: 'text', source, content: source, index: at }
}

function commentAt(text: string, at: number, search: Search): Span | undefined {
  if (!text.startsWith('<!--', at)) return undefined
  const end = search.commentEnd(at)
  if (end === undefined) return undefined
  const source = text.slice(at, end)
  return { kind: 'comment', source, content: source, index: at }
}

/** However far the line is indented: in a list the code is. */
function opensFence(text: string, at: number): boolean {
  let start = at
  while (/[^\S\n]/.test(text.charAt(start - 1))) start--
  if (start > 0 && text[start - 1] !== '\n') return false
  const end = text.indexOf('\n', at)
  return openingFence(text.slice(at, end < 0 ? text.length : end)) !== undefined
}

function fenceAt(text: string, at: number, marker: string): Span {
  for (let line = text.indexOf('\n', at); line >= 0; line = text.indexOf('\n', line + 1)) {
    const end = text.indexOf('\n', line + 1)
    if (closesFence(text.slice(line + 1, end < 0 ? text.length : end), marker)) {
      const source = text.slice(at, end < 0 ? text.length : end)
      return { kind: 'code', source, content: source, index: at }
    }
  }
  return { kind: 'code', source: text.slice(at), content: text.slice(at), index: at }
}

function mathAt(text: string, at: number, search: Search): Span | undefined {
  if (text[at + 1] === '$') {
    const close = text.indexOf('$$', at + 2)
    if (close < 0 || close - at > LONGEST_MATH) return undefined
    return {
      kind: 'display',
      source: text.slice(at, close + 2),
      content: text.slice(at + 2, close),
      index: at,
    }
  }
  if (/\s/.test(text[at + 1] ?? ' ')) return undefined
  const close = search.closingDollar(at + 1)
  if (close === undefined) return undefined
  return { kind: 'math', source: text.slice(at, close + 1), content: text.slice(at + 1, close), index: at }
}

function texAt(text: string, at: number, { isTex }: Search): Span | undefined {
  const length = texLength(text, at, isTex)
  if (length === 0) return undefined
  const source = text.slice(at, at + length)
  return {
    kind: source[1] === '(' ? 'math' : 'display',
    source,
    content: source.slice(2, -2).trim(),
    index: at,
  }
}

function runLength(text: string, at: number, char: string): number {
  let end = at
  while (text[end] === char) end++
  return end - at
}
