import { didYouMean } from '../did-you-mean.ts'
import type { Text } from '../locale.ts'
import { Problem } from '../problem.ts'
import {
  CARD_TRAITS,
  type CardTrait,
  EVERY_CARD,
  FILTERS,
  PROPERTIES,
  type Query,
  ratingOfNumber,
  SIGNS,
  type Term,
} from './query.ts'
import { type Word, wordsOf } from './query-words.ts'

/**
 * Reads `deck:nms (is:due or prop:r<0.8) -tag:errata "soft NMS"`. What stands side by side must all hold.
 * @throws Problem for what means nothing
 */
export function parseQuery(text: string): Query {
  const words = wordsOf(text)
  let at = 0
  const query = alternatives(0)
  if (words[at] !== undefined) throw unbalanced()
  return query

  function alternatives(depth: number): Query {
    if (depth > DEEPEST) throw unbalanced()
    const of = [conjunction(depth)]
    while (isOperator(words[at], 'or')) {
      at++
      of.push(conjunction(depth))
    }
    return of.length === 1 && of[0] ? of[0] : { kind: 'some', of }
  }

  function conjunction(depth: number): Query {
    const of: Query[] = []
    for (let word = words[at]; word && !isEnd(word); word = words[at]) {
      at++
      if (isOperator(word, 'and')) {
        if (of.length === 0 || !isOperand(words[at])) throw incomplete()
      } else of.push(word.isNegated ? { kind: 'not', of: one(word, depth) } : one(word, depth))
    }
    if (of.length === 0 && isMissing(depth)) throw incomplete()
    return of.length === 1 && of[0] ? of[0] : { kind: 'every', of }
  }

  /** Whether something has to stand here: beside an `or`, or between brackets. */
  function isMissing(depth: number): boolean {
    const isClosed = depth > 0 && words[at]?.kind === 'close'
    return isClosed || isOperator(words[at], 'or') || isOperator(words[at - 1], 'or')
  }

  function one(word: Word, depth: number): Query {
    if (word.kind !== 'open') return termOf(word)
    const inner = alternatives(depth + 1)
    if (words[at++]?.kind !== 'close') throw unbalanced()
    return inner
  }
}

/** Of brackets in brackets. */
const DEEPEST = 50

function isEnd(word: Word): boolean {
  return word.kind === 'close' || isOperator(word, 'or')
}

function isOperand(word: Word | undefined): boolean {
  return word !== undefined && !isEnd(word) && !isOperator(word, 'and')
}

/** With a minus or a filter it is a word like others: `tag:or`. */
function isOperator(word: Word | undefined, name: 'or' | 'and'): boolean {
  if (word?.kind !== 'word' || word.isQuoted || word.isNegated) return false
  return word.filter === undefined && word.text.toLowerCase() === name
}

function termOf({ text, filter }: Word): Query {
  switch (filter) {
    case undefined:
      return text === '' || text === '*' ? EVERY_CARD : { kind: 'text', pattern: text }
    case 'deck':
    case 'tag':
    case 'id':
      return { kind: filter, pattern: text }
    case 'is':
      return { kind: 'is', trait: traitOf(text) }
    case 'rated':
      return ratedOf(text)
    case 'prop':
      return propertyOf(text)
    default:
      throw unknownFilter(filter)
  }
}

function traitOf(text: string): CardTrait {
  const trait = CARD_TRAITS.find((one) => one === text.toLowerCase())
  if (trait) return trait
  const hint = didYouMean(text, CARD_TRAITS)
  throw new Problem(
    { en: `No card is "${text}"${hint.en}.`, zh: `没有“is:${text}”这个条件${hint.zh}。` },
    { remedy: oneOf('is:', CARD_TRAITS) },
  )
}

function ratedOf(text: string): Term {
  const [, days, rating] = /^([1-9]\d{0,4})(?::([1-4]))?$/.exec(text) ?? []
  if (days === undefined) throw unreadable(`rated:${text}`, 'rated:7', 'rated:7:1')
  return { kind: 'rated', days: Number(days), rating: rating ? ratingOfNumber(rating) : undefined }
}

function propertyOf(text: string): Term {
  const [, name, sign, value] = PROPERTY.exec(signsOf(text).toLowerCase()) ?? []
  const property = PROPERTIES.find((one) => one === name)
  const found = SIGNS.find((one) => one === sign)
  if (property === undefined || found === undefined)
    throw unreadable(`prop:${text}`, 'prop:r<0.8', 'prop:lapses>=3')
  return { kind: 'prop', property, sign: found, value: Number(value) }
}

const PROPERTY = new RegExp(`^(${PROPERTIES.join('|')})(${SIGNS.join('|')})(-?\\d+(?:\\.\\d+)?)$`)

/** With those of a Chinese input method as the others. */
function signsOf(text: string): string {
  return text.normalize('NFKC').replace('≥', '>=').replace('≤', '<=').replace('≠', '!=')
}

function unknownFilter(filter: string): Problem {
  const hint = didYouMean(filter, FILTERS)
  return new Problem(
    { en: `There is no filter "${filter}:"${hint.en}.`, zh: `没有“${filter}:”这种过滤条件${hint.zh}。` },
    {
      remedy: {
        en: `Use ${FILTERS.map((one) => `${one}:`).join(' ')}, or put the text in quotes.`,
        zh: `可用 ${FILTERS.map((one) => `${one}:`).join(' ')}，或给文字加上引号。`,
      },
    },
  )
}

function unreadable(text: string, one: string, other: string): Problem {
  return new Problem(
    { en: `"${text}" cannot be read.`, zh: `无法理解“${text}”。` },
    { remedy: { en: `Write it like ${one} or ${other}.`, zh: `请写成 ${one} 或 ${other} 的形式。` } },
  )
}

function oneOf(prefix: string, names: readonly string[]): Text {
  const all = names.map((name) => prefix + name)
  return { en: `Use one of ${all.join(', ')}.`, zh: `可用：${all.join('、')}。` }
}

function unbalanced(): Problem {
  return new Problem(
    { en: 'The brackets of the query do not match.', zh: '查询中的括号不配对。' },
    { remedy: { en: 'Close each one, or put it in quotes.', zh: '请补全括号，或给它加上引号。' } },
  )
}

function incomplete(): Problem {
  return new Problem(
    {
      en: 'In the query something is missing beside an "and" or "or", or between brackets.',
      zh: '查询中的 and 或 or 缺少一侧的条件，或括号里没有内容。',
    },
    { remedy: { en: 'Write it there, or put the word in quotes.', zh: '请补上条件，或给这个词加上引号。' } },
  )
}
