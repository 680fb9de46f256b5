import { parseCloze } from '../core/cloze.ts'
import { displayWidth } from '../core/display-width.ts'
import { verbatim } from '../core/locale.ts'
import { mathFaults, renderMath } from '../core/mathematics.ts'
import { type Span, splitSpans, unbalancedDollars } from '../core/spans.ts'
import type { Field, FieldName } from './deck-line.ts'
import type { Complain } from './note-kinds.ts'
import { splitOptions, splitSteps } from './split-list.ts'

const LONGEST_PROMPT = 240
const LONGEST_ANSWER = 420
const LONGEST_CLOZE = 300
/** A terminal of 80 columns with a margin on each side. */
const WIDEST_FORMULA = 76

/** Mathematics that would not be shown as it is meant. @param isNumeric whether `@{…}` stands for a number */
export function lintMath(field: Field, isNumeric: boolean, complain: Complain): void {
  const text = isNumeric ? field.text.replace(/@\{[^{}\n]*\}/g, '1') : field.text
  const isPlaceholder = (span: Span) => span.kind !== 'code' && /@\{[^{}\n]+\}/.test(span.source)
  if (!isNumeric && splitSpans(text).some(isPlaceholder)) {
    complain(field.line, {
      en: '@{…} stands in a note without answer =; only numeric notes compute.',
      zh: '没有 answer = 的笔记里出现了 @{…}；只有计算题才会计算。',
    })
  }
  const dollars = unbalancedDollars(text).filter((at) => !isPlainDollar(text, at))
  for (const line of new Set(dollars.map(createLineCounter(field, text)))) {
    complain(line, {
      en: 'A dollar opens no mathematics; close it with another, or write \\$ for a plain one.',
      zh: '有美元符号没有配对；请补上另一个，普通的美元符号写成 \\$。',
    })
  }
  const lineAt = createLineCounter(field, text)
  for (const span of splitSpans(text)) {
    if (span.kind !== 'math' && span.kind !== 'display') continue
    const line = lineAt(span.index)
    for (const fault of mathFaults(span.content)) {
      complain(line, {
        en: `In ${shorten(span.source)} ${fault}.`,
        zh: `${shorten(span.source)} 有误：${fault}。`,
      })
    }
    const width = displayWidth(renderMath(span.content))
    if (span.kind === 'math' && width > WIDEST_FORMULA) {
      complain(line, {
        en: `The formula ${shorten(span.source)} is ${width} columns wide; keep it under ${WIDEST_FORMULA}, or set it between $$.`,
        zh: `公式 ${shorten(span.source)} 宽 ${width} 列；请控制在 ${WIDEST_FORMULA} 列以内，或放在 $$ 之间。`,
      })
    }
  }
}

/** A price, the name of a variable or nothing that goes on: no one means mathematics by it. */
function isPlainDollar(text: string, at: number): boolean {
  const behind = text.slice(at + 1, at + 20)
  return (
    /^(?:\d[\d.,]*[kKMB]?(?:[\s,.;:)/\-，。；：、！？）]|\p{Script=Han}|$)|[A-Z_]{2}|[a-z_]+[ ]?=[^=]|[{(?$!@#]|\s|$)/u.test(
      behind,
    ) || /[A-Z]/.test(text.charAt(at - 1))
  )
}

/** Prompts and answers that take longer than ten seconds. */
export function lintLength(name: FieldName, field: Field, complain: Complain): void {
  const [text, most] = measured(name, field.text)
  const length = [...text].length
  if (length > most)
    complain(
      field.line,
      verbatim(`${name} has ${length} characters; shorten it to ${most} or split the note.`),
    )
}

function measured(name: FieldName, text: string): readonly [string, number] {
  if (name === 'Q' || name === 'Q.zh') return [splitSteps(splitOptions(text).body).body, LONGEST_PROMPT]
  if (name === 'C' || name === 'C.zh') return [plainCloze(text), LONGEST_CLOZE]
  return [text, name === 'A' || name === 'A.zh' ? LONGEST_ANSWER : Number.POSITIVE_INFINITY]
}

const HAN = '\\p{Script=Han}'
const HALF_WIDTH = new RegExp(
  `(?:${HAN}|￼) ?[,;:?!](?= ?${HAN}|￼|\\s*$)|[,;?!] ?(?=${HAN})|${HAN}[.,;:?!()]|[()](?=${HAN})`,
  'u',
)
const NO_SPACE = new RegExp(`${HAN}[A-Za-z0-9￼]|[A-Za-z0-9￼]${HAN}`, 'u')

/** Whether a Chinese field is Chinese, and set as Chinese is. */
export function lintChinese(name: FieldName, field: Field, complain: Complain): void {
  const text = proseOf(name, field.text)
  if (!/\p{Script=Han}/u.test(text)) {
    if ((text.match(/[A-Za-z]{2,}/g) ?? []).length > 3)
      complain(field.line, verbatim(`${name} holds no Chinese; translate it.`))
    return
  }
  const mark = HALF_WIDTH.exec(text)
  if (mark !== null) {
    complain(
      field.line,
      verbatim(
        `${name} has half-width punctuation in Chinese (${around(text, mark.index)}); write ，。；：？！（）.`,
      ),
    )
  }
  const joint = NO_SPACE.exec(text)
  if (joint !== null) {
    complain(
      field.line,
      verbatim(`${name} has no space between Chinese and Latin (${around(text, joint.index)}); put one.`),
    )
  }
}

export function lintEnglish(name: FieldName, field: Field, complain: Complain): void {
  const found = /\p{Script=Han}/u.exec(field.text)
  if (found !== null)
    complain(
      field.line,
      verbatim(`${name} holds Chinese (${around(field.text, found.index)}); move it to ${name}.zh.`),
    )
}

/** The words alone: list and cloze marks fall away, code and mathematics become one mark. */
function proseOf(name: FieldName, text: string): string {
  const lines = text.replace(/^ {0,3}(?:[-*+] \[[ xX]\]|[-*+]|\d{1,3}[.)]) /gm, '')
  const plain = name === 'C.zh' ? plainCloze(lines) : lines
  return splitSpans(plain)
    .map((span) => (span.kind === 'text' ? span.source : '￼'))
    .join('')
    .replace(/@\{[^{}\n]*\}/g, '￼')
}

function plainCloze(text: string): string {
  return parseCloze(text)
    .parts.map((part) => part.text)
    .join('')
}

/** Of places that are asked for in their order: each line is passed once. */
function createLineCounter(field: Field, text: string): (index: number) => number {
  let [at, line] = [0, field.line]
  return (index) => {
    for (; at < index; at++) if (text[at] === '\n') line++
    return line
  }
}

function around(text: string, index: number): string {
  return text
    .slice(Math.max(index - 4, 0), index + 6)
    .replace(/\s+/g, ' ')
    .replaceAll('￼', '$…$')
    .trim()
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
