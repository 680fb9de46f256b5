import { bracketsInAddresses, definedLabels, linkLength } from './bracket-links.ts'
import type { Text } from './locale.ts'
import { splitSpans } from './spans.ts'

export type ClozePart =
  | { readonly kind: 'text'; readonly text: string }
  /** Parts with the same number are hidden together. */
  | { readonly kind: 'hidden'; readonly text: string; readonly number: number }

export interface Cloze {
  readonly parts: readonly ClozePart[]
  /** In rising order. */
  readonly numbers: readonly number[]
  /** What is wrong with the brackets, in words for the author. */
  readonly faults: readonly Text[]
}

/** What a hidden part is replaced by. */
const HIDDEN = '[…]'

/**
 * Reads `each [1: query] meets all [2: keys]`. Brackets in code and mathematics, escaped ones and those of
 * links, images and footnotes are text. Parts without a number are counted from one.
 */
export function parseCloze(text: string): Cloze {
  const { parts, faults } = splitBrackets(text)
  const given = new Set(parts.flatMap((part) => (part.kind === 'hidden' ? [part.number] : [])))
  const wrong = [...given].find((number) => number === 0 || (number ?? 0) > MOST_PARTS)
  if (wrong !== undefined) faults.push(outOfRange(wrong))
  // Brackets that are wrong may be why a part seems to have none.
  else if (given.size > 1 && given.has(undefined) && faults.length === 0) faults.push(UNNUMBERED)
  let count = 0
  const numbered = parts.map(
    (part): ClozePart =>
      part.kind === 'hidden' ? { kind: 'hidden', text: part.text, number: part.number ?? ++count } : part,
  )
  const numbers = new Set(numbered.flatMap((part) => (part.kind === 'hidden' ? [part.number] : [])))
  if (numbers.size > MOST_PARTS) {
    faults.push({ en: 'it hides more than 99 parts; split the note', zh: '隐藏了超过 99 个部分；请拆分笔记' })
  }
  return { parts: numbered, numbers: [...numbers].sort((a, b) => a - b), faults }
}

const MOST_PARTS = 99

const UNNUMBERED: Text = {
  en: 'some hidden parts have a number and some have none; number each, as in [1: …] and [2: …], or write \\: where the colon belongs to the text',
  zh: '有的隐藏部分有编号，有的没有；请都加上编号，如 [1: …] 和 [2: …]；冒号属于正文时写成 \\:',
}

function outOfRange(number: number): Text {
  return {
    en: `a hidden part has the number ${number}; use 1 to ${MOST_PARTS}, or write \\: where the colon belongs to the text`,
    zh: `有隐藏部分编号为 ${number}；请用 1 到 ${MOST_PARTS}，冒号属于正文时写成 \\:`,
  }
}

/** The text with one number hidden, what is hidden, and the text with nothing hidden. */
export function showCloze(
  text: string,
  number: number,
): { readonly prompt: string; readonly answer: string; readonly whole: string } {
  const { parts } = parseCloze(text)
  const isAsked = (part: ClozePart) => part.kind === 'hidden' && part.number === number
  return {
    prompt: parts.map((part) => (isAsked(part) ? HIDDEN : part.text)).join(''),
    answer: parts
      .filter(isAsked)
      .map((part) => part.text)
      .join(' … '),
    whole: parts.map((part) => part.text).join(''),
  }
}

type ReadPart = Extract<ClozePart, { kind: 'text' }> | HiddenPart

interface HiddenPart {
  readonly kind: 'hidden'
  readonly text: string
  /** Undefined where none is written. */
  readonly number: number | undefined
  /** The whole, where its number may be none. */
  readonly ratio: string | undefined
}

function splitBrackets(text: string): { parts: readonly ReadPart[]; faults: Text[] } {
  const reader = createReader()
  const bare = withoutSpans(text)
  const labels = bare.includes(']:') ? definedLabels(bare) : new Set<string>()
  const ends = endsOfIntervals(bare)
  const plain = bare.includes(':') ? bracketsInAddresses(bare) : ends
  for (let at = 0; at < text.length; ) {
    const link = bare[at] === '[' ? linkLength(bare, at, labels) : 0
    const length = link || tokenLength(bare, at)
    const token = text.slice(at, at + length)
    if (ends.has(at) || plain.has(at)) reader.add(token)
    else if (token === '[') reader.open()
    else if (token === ']') reader.close()
    else reader.add(token)
    at += length
  }
  return reader.end()
}

/** Where brackets are closed by one of the other kind: `[0, 1)` and `(a, b]`. */
const INTERVAL = /\[[^()[\]\n]{1,40}[,，][^()[\]\n]{1,40}\)|\([^()[\]\n]{1,40}[,，][^()[\]\n]{1,40}\]/g

function endsOfIntervals(text: string): ReadonlySet<number> {
  const found = [...text.matchAll(INTERVAL)]
  return new Set(
    found.map(({ index, 0: whole }) => (whole.startsWith('[') ? index : index + whole.length - 1)),
  )
}

/** With as many other characters for code, mathematics and comments, in which no bracket hides anything. */
function withoutSpans(text: string): string {
  const spans = splitSpans(text)
  return spans.map(({ kind, source }) => (kind === 'text' ? source : 'x'.repeat(source.length))).join('')
}

const TOKEN = /\\.|[[\]]|[^\\[\]]+|\\/sy

function tokenLength(text: string, at: number): number {
  TOKEN.lastIndex = at
  return TOKEN.exec(text)?.[0].length ?? 1
}

function createReader() {
  const parts: ReadPart[] = []
  const faults = new Set<Text>()
  let held = ''
  let inside: string | undefined
  let deeper = 0
  let isNested = false
  function add(text: string): void {
    if (inside === undefined) held += text
    else inside += text
  }
  function flush(): void {
    if (held !== '') parts.push({ kind: 'text', text: held })
    held = ''
  }
  return {
    add,
    open(): void {
      if (inside === undefined) {
        inside = ''
        isNested = false
      } else {
        deeper++
        isNested = true
        add('[')
      }
    },
    close(): void {
      if (inside === undefined) {
        faults.add(UNOPENED)
        add(']')
      } else if (deeper > 0) {
        deeper--
        add(']')
      } else {
        if (isNested) faults.add(nested(inside))
        flush()
        const part = hiddenPart(inside)
        if (part.text === '') faults.add(EMPTY)
        parts.push(part)
        inside = undefined
      }
    },
    end() {
      if (inside !== undefined) {
        faults.add(UNCLOSED)
        held += `[${inside}`
      }
      flush()
      return { parts: asRatios(parts), faults: [...faults] }
    },
  }
}

/** Which of the two is to hide something only the author knows. */
function nested(inside: string): Text {
  const [first = ''] = inside.split('\n')
  const text = first.length > 40 ? `${first.slice(0, 40)}…` : first
  return {
    en: `a bracket stands inside another in [${text}]; where the outer one hides nothing write \\[${text}\\], or set it as mathematics between dollars`,
    zh: `[${text}] 里还有方括号；外层若不隐藏内容，请写成 \\[${text}\\]，或放在 $…$ 中写成公式`,
  }
}

/** Constants, so that each is told once. */
const UNOPENED: Text = {
  en: 'a closing bracket has no opening one; write it as \\]',
  zh: '有右方括号没有对应的左方括号；请写成 \\]',
}
const UNCLOSED: Text = {
  en: 'an opening bracket is never closed; close it or write it as \\[',
  zh: '有左方括号没有闭合；请闭合它，或写成 \\[',
}
const EMPTY: Text = {
  en: 'a hidden part is empty; put the words to be hidden between the brackets',
  zh: '有隐藏部分是空的；请把要隐藏的词写在方括号之间',
}

/** `[1: x]` has a number; in `[16:9]`, `[10:30]` and `[1:-1]` figures stand on both sides of the colon. */
const NUMBERED = /^\s?(\d{1,3})(:|：)(?![-+.]?\d)(\s?)(.*)$/s

/** What stands behind a full-width colon in `[1：n]`. */
const MANY = /^[A-Za-z一多]$/

function hiddenPart(inside: string): HiddenPart {
  const [, number, colon, space, rest = inside] = NUMBERED.exec(inside) ?? []
  return {
    kind: 'hidden',
    text: rest.trim(),
    number: number === undefined ? undefined : Number(number),
    ratio: (colon === ':' && space === '') || (colon === '：' && MANY.test(rest)) ? inside.trim() : undefined,
  }
}

/**
 * `[1:n]` and `[1:many]`: a part that is alone needs no number, nor do letters alone that would all have the
 * same one, so that what was meant is what is written. The number stays, for the card goes by it.
 */
function asRatios(parts: readonly ReadPart[]): readonly ReadPart[] {
  const hidden = parts.filter((part) => part.kind === 'hidden')
  const areLetters = hidden.every(({ number, text }) => number === hidden[0]?.number && /^\p{L}$/u.test(text))
  if (hidden.length !== 1 && !areLetters) return parts
  return parts.map((part) =>
    part.kind === 'hidden' && part.ratio !== undefined
      ? { ...part, text: part.ratio, number: part.number || undefined }
      : part,
  )
}
