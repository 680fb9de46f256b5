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
export const HIDDEN = '[…]'

/**
 * Reads `each [1: query] meets all [2: keys]`. Brackets in code and mathematics, escaped ones and those of Markdown links are
 * text. Parts without a number are counted from one.
 */
export function parseCloze(text: string): Cloze {
  const { parts, faults } = splitBrackets(text)
  const hidden = parts.filter((part) => part.kind === 'hidden')
  if (hidden.some((part) => part.number > 0) && hidden.some((part) => part.number === 0)) {
    faults.push({
      en: 'some hidden parts have a number and some have none; number each, as in [1: …] and [2: …]',
      zh: '有的隐藏部分有编号，有的没有；请都加上编号，如 [1: …] 和 [2: …]',
    })
  }
  let count = 0
  const numbered = parts.map((part) =>
    part.kind === 'hidden' && part.number === 0 ? { ...part, number: ++count } : part,
  )
  const numbers = new Set(numbered.flatMap((part) => (part.kind === 'hidden' ? [part.number] : [])))
  if (numbers.size > 99) {
    faults.push({ en: 'it hides more than 99 parts; split the note', zh: '隐藏了超过 99 个部分；请拆分笔记' })
  }
  return { parts: numbered, numbers: [...numbers].sort((a, b) => a - b), faults }
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

function splitBrackets(text: string): { parts: ClozePart[]; faults: Text[] } {
  const reader = createReader()
  for (const span of splitSpans(text)) {
    if (span.kind !== 'text') {
      reader.add(span.source)
      continue
    }
    for (const [token] of span.source.matchAll(/\\.|\]\([^()\s]{0,500}\)|[[\]]|[^\\[\]]+|\\/gs)) {
      if (token === '[') reader.open()
      else if (token === ']') reader.close()
      else if (token.startsWith('](')) reader.link(token)
      else reader.add(token)
    }
  }
  return reader.end()
}

function createReader() {
  const parts: ClozePart[] = []
  const faults = new Set<Text>()
  let held = ''
  let inside: string | undefined
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
      if (inside === undefined) inside = ''
      else {
        faults.add(NESTED)
        add('[')
      }
    },
    close(): void {
      if (inside === undefined) {
        faults.add(UNOPENED)
        add(']')
        return
      }
      flush()
      parts.push(hiddenPart(inside, faults))
      inside = undefined
    },
    /** `[text](address)` is a link, not a hidden part. */
    link(token: string): void {
      held += inside === undefined ? token : `[${inside}${token}`
      inside = undefined
    },
    end() {
      if (inside !== undefined) {
        faults.add(UNCLOSED)
        held += `[${inside}`
      }
      flush()
      return { parts, faults: [...faults] }
    },
  }
}

/** Constants, so that each is told once. */
const NESTED: Text = {
  en: 'a bracket stands inside a hidden part; write it as \\[',
  zh: '隐藏部分里还有方括号；请写成 \\[',
}
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

function hiddenPart(inside: string, faults: Set<Text>): ClozePart {
  const match = /^\s?(\d{1,3})[:：]\s?(.*)$/s.exec(inside)
  const number = Number(match?.[1] ?? 0)
  const text = (match?.[2] ?? inside).trim()
  if (match && (number === 0 || number > 99))
    faults.add({
      en: `a hidden part has the number ${number}; use 1 to 99`,
      zh: `有隐藏部分编号为 ${number}；请用 1 到 99`,
    })
  if (text === '') faults.add(EMPTY)
  return { kind: 'hidden', text, number }
}
