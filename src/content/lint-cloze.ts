import type { Card } from '../core/card.ts'
import { type ClozePart, parseCloze } from '../core/cloze.ts'
import { LOCALES, type Text } from '../core/locale.ts'
import { areOpposite } from './opposites.ts'

type Hidden = Extract<ClozePart, { kind: 'hidden' }>

/**
 * Parts of a cloze that were not meant as one, or give each other away, for while one is hidden the others
 * stay in sight; the first of a note.
 */
export function leakOf({ text }: Extract<Card, { kind: 'cloze' }>): Text | undefined {
  for (const locale of LOCALES) {
    const { parts } = parseCloze(text[locale])
    const hidden = parts.filter((part) => part.kind === 'hidden')
    const index = /\[ ?\d{1,2}[:：] /.test(text[locale]) ? undefined : indexAmong(parts)
    if (index !== undefined) return hidesIndex(index)
    const visible = parts.map((part) => (part.kind === 'text' ? part.text : '')).join(' ')
    const [mark] = OTHER_MARKS.exec(withoutCode(visible)) ?? []
    if (mark !== undefined) return hidesNot(mark)
    const pair = complementsIn(hidden)
    if (pair !== undefined) return giveAway(...pair)
    const repeated = locale === 'en' ? hidden.find((part) => isRepeated(part, parts)) : undefined
    if (repeated !== undefined) return standsAgain(repeated)
  }
  return undefined
}

/** A part that looks like an index, as in `a[i]`, beside others that do not. */
function indexAmong(parts: readonly ClozePart[]): Hidden | undefined {
  const hidden = parts.filter((part) => part.kind === 'hidden')
  const indices = parts.filter((part, at): part is Hidden => {
    const [before = '', behind = ''] = [parts[at - 1]?.text, parts[at + 1]?.text]
    if (part.kind === 'text' || /^\p{L}/u.test(behind) || !INDEX.test(part.text)) return false
    // Of an array, not the 2 of CO2.
    return /[a-z_]\d*$/.test(before) || (/[A-Z)]$/.test(before) && !/^\d/.test(part.text))
  })
  return indices.length < hidden.length ? indices[0] : undefined
}

const INDEX = new RegExp(
  [
    /^(?:[-+]?\d{1,3}|[a-z]|:)(?:\s?[-+:,]\s?(?:\d{1,3}|[a-z]|:))*$/,
    /^(?:["'].*["']|\.\.\.)$/,
    /^(?:int|str|float|bool|bytes|Any|None|object)(?:, (?:int|str|float|bool|bytes|Any|None|object|\.\.\.))*$/,
  ]
    .map(({ source }) => source)
    .join('|'),
)
/** How other programs, and other brackets, hide something. */
const OTHER_MARKS = /\{\{c\d{1,2}::|［[^［］]{1,80}］/

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, '')
}

function complementsIn(hidden: readonly Hidden[]): readonly [Hidden, Hidden] | undefined {
  for (const [at, one] of hidden.entries()) {
    const other = hidden
      .slice(at + 1)
      .find(({ number, text }) => number !== one.number && areComplements(one.text, text))
    if (other !== undefined) return [one, other]
  }
  return undefined
}

/** More words than these say more than their opposite would. */
const MOST_WORDS = 4

function areComplements(one: string, other: string): boolean {
  if (areFormulas(bare(one), bare(other))) return true
  const [some, others] = [wordsOf(one), wordsOf(other)]
  if (Math.max(some.length, others.length) > MOST_WORDS) return false
  return some.some((word) => others.some((counter) => areOpposite(...differing(word, counter))))
}

/** `m` and `n`, or `p` and `1 - p`. */
function areFormulas(one: string, other: string): boolean {
  if (/^[A-Za-z]$/.test(one) && /^[A-Za-z]$/.test(other)) return one !== other
  const turned = (text: string) => [`1-${text}`, `-${text}`, `1/${text}`]
  return turned(one).includes(other) || turned(other).includes(one)
}

function bare(text: string): string {
  return text.replace(/[$`\s{}]/g, '')
}

/** In small letters, without articles and the s of plurals. */
function wordsOf(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .replace(/[$`{}]/g, '')
    .match(/[a-z][a-z_]*|\p{Script=Han}+/gu)
  return (words ?? [])
    .flatMap((word) => word.split(/[和与及]/))
    .filter((word) => !ARTICLES.has(word))
    .map((word) => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word))
}

const ARTICLES = new Set(['', 'a', 'an', 'the', 'its', 'their', 'of', 'in', 'to', 'by', 'with', 'and'])

/** What Chinese words have besides their common beginning and end: 真 and 假 of 真正例 and 假正例. */
function differing(one: string, other: string): readonly [string, string] {
  if (!/\p{Script=Han}/u.test(one)) return [one, other]
  const shortest = Math.min(one.length, other.length)
  let start = 0
  while (start < shortest - 1 && one[start] === other[start]) start++
  let end = 0
  while (end < shortest - 1 - start && one.at(-1 - end) === other.at(-1 - end)) end++
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)]
}

/** Whether all its words stand in sight while it is hidden; words of three letters are everywhere. */
function isRepeated({ text, number }: Hidden, parts: readonly ClozePart[]): boolean {
  const words = wordsOf(text)
  if (words.length === 0 || /[$\d]/.test(text) || words.some((word) => word.length < 4)) return false
  const seen = new Set(
    parts.flatMap((part) => (part.kind === 'hidden' && part.number === number ? [] : wordsOf(part.text))),
  )
  return words.every((word) => seen.has(word))
}

function hidesIndex({ text }: Hidden): Text {
  return {
    en: `"${text}" is hidden, and looks like an index; write \\[${text}\\] or set it in code, or number each part, as in [1: ${text}].`,
    zh: `“${text}”会被隐藏，却像是下标；请写成 \\[${text}\\] 或放进代码，或给每个部分编号，如 [1: ${text}]。`,
  }
}

function hidesNot(mark: string): Text {
  const shown = mark.startsWith('{') ? `${mark}…}}` : mark
  return {
    en: `${shown} hides nothing; write [1: …].`,
    zh: `${shown} 不会隐藏任何内容；请写成 [1: …]。`,
  }
}

function giveAway(one: Hidden, other: Hidden): Text {
  const [first, second] = [shorten(one.text), shorten(other.text)]
  return {
    en: `While "${first}" is hidden "${second}" gives it away; give both one number, as in [${one.number}: ${second}].`,
    zh: `隐藏“${first}”时，可见的“${second}”会泄露答案；请给两者相同的编号，如 [${one.number}: ${second}]。`,
  }
}

function standsAgain({ text }: Hidden): Text {
  return {
    en: `"${shorten(text)}" stands in the text again while it is hidden; hide it there too, or reword.`,
    zh: `隐藏“${shorten(text)}”时，文中别处仍能看到它；请一并隐藏，或改写。`,
  }
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text
}
