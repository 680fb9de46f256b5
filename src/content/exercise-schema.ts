import * as v from 'valibot'
import { didYouMean } from '../core/did-you-mean.ts'
import { DIFFICULTIES } from '../core/exercise.ts'
import { type CardId, cardId } from '../core/ids.ts'
import { type Say, sayIn, type Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { parseRange, type Range } from '../core/range.ts'
import { parseSignature } from '../core/signature.ts'
import { linkId } from './parse-deck.ts'

/** Where a message names the field that it is about, such as `budget.growth.0.limit`. */
export const PLACE = '{place}'

/** The fields of an `exercise.yaml`, and in one language what is said of any that is not as it should be. */
function exerciseSchema(say: Say) {
  const fields = {
    title: text(say),
    'title.zh': text(say),
    topic: text(say),
    signature: v.pipe(text(say), parsedBy(parseSignature, say)),
    input: v.nullish(v.record(v.string(), range(say), say(SAID.noRanges))),
    difficulty: difficulty(say),
    minutes: positive(say),
    prerequisites: list(cardLink(say), say),
    budget: v.nullish(budget(say)),
    hints: list(hint(say), say),
    answers: v.nullish(answers(say)),
  }
  return closed(fields, say)
}

/** An object with these fields, and a complaint about each other one. */
function closed<F extends v.ObjectEntries>(fields: F, say: Say, refusal?: string) {
  const names = Object.keys(fields)
  return v.pipe(
    v.looseObject(fields, refusal),
    v.rawCheck(({ dataset: { value }, addIssue }) => {
      // A list was refused where one is.
      if (typeof value !== 'object' || value === null) return
      const input: { readonly [key: string]: unknown } = { ...value }
      for (const key of Object.keys(input).filter((key) => !names.includes(key))) {
        const path = [{ type: 'object', origin: 'key', input, key, value: input[key] }] as const
        addIssue({ message: say(SAID.unknown(key, names)), path: [...path] })
      }
    }),
    // Without another one it holds what its fields say.
    v.transform((value) => value as v.InferOutput<v.ObjectSchema<F, undefined>>),
  )
}

const SAID = {
  unknown: (key: string, names: readonly string[]): Text => {
    const hint = didYouMean(key, names)
    return {
      en: `The field ${PLACE} is unknown${hint.en}; the fields are ${names.join(', ')}.`,
      zh: `没有名为 ${PLACE} 的字段${hint.zh}；可用的字段有 ${names.join('、')}。`,
    }
  },
  noText: {
    en: `The field ${PLACE} is missing; write it as text.`,
    zh: `缺少字段 ${PLACE}；请写成文本。`,
  },
  noDifficulty: {
    en: `The field ${PLACE} is none of ${DIFFICULTIES.join(', ')}; write one of them.`,
    zh: `字段 ${PLACE} 不是 ${DIFFICULTIES.join('、')} 之一；请写成其中一个。`,
  },
  noNumber: {
    en: `The field ${PLACE} is no number above 0; write one.`,
    zh: `字段 ${PLACE} 不是大于 0 的数；请写成这样的数。`,
  },
  noList: {
    en: `The field ${PLACE} is no list; write its items behind dashes.`,
    zh: `字段 ${PLACE} 不是列表；请用短横线逐项列出。`,
  },
  noCard: (written: string): Text => ({
    en: `${written} is no card id; write deck/slug.`,
    zh: `${written} 不是卡片 id；请写成 deck/slug。`,
  }),
  noName: {
    en: `The field ${PLACE} is no name of a library; write it with its module, like cv2.medianBlur.`,
    zh: `字段 ${PLACE} 不是库中的名字；请连同模块一起写，例如 cv2.medianBlur。`,
  },
  noLibraries: {
    en: 'Only submissions in Python see libraries; write a list under py.',
    zh: '只有 Python 提交能用到库；请写成 py 下的列表。',
  },
  noRanges: {
    en: 'The input holds no ranges; name each length and parameter, like N: 0..100.',
    zh: 'input 里没有取值范围；请为每个长度和参数写明，例如 N: 0..100。',
  },
  noRange: {
    en: 'The range of {place} is no text; write it like 0..1, or as a list of values.',
    zh: '{place} 的取值范围不是文本；请写成 0..1 的形式，或列出各个取值。',
  },
  noBudget: {
    en: 'The budget holds no fields; give it a ratio, growth or memory.',
    zh: '预算里没有字段；请给出 ratio、growth 或 memory。',
  },
  noLabel: (kind: string): Text => ({
    en: `The ${kind} budget has no label; name its inputs like ksize 5 -> 25.`,
    zh: `${kind} 预算没有 label；请这样命名它的输入：ksize 5 -> 25。`,
  }),
  halfHint: {
    en: 'The hint lacks a language; write en: and zh:.',
    zh: '提示缺少一种语言；请写上 en 和 zh。',
  },
}

/** A missing field is refused as a wrong one is, by its default. */
function text(say: Say) {
  const message = say(SAID.noText)
  return v.optional(v.pipe(v.string(message), v.trim(), v.nonEmpty(message)), '')
}

function difficulty(say: Say) {
  const read = v.picklist(DIFFICULTIES, say(SAID.noDifficulty))
  // As a text: a default must be one of the three.
  return v.pipe(v.optional(v.unknown(), ''), read)
}

function positive(say: Say) {
  return v.optional(number(say), Number.NaN)
}

function number(say: Say) {
  const message = say(SAID.noNumber)
  return v.pipe(v.number(message), v.finite(message), v.gtValue(0, message))
}

function list<S extends v.GenericSchema>(item: S, say: Say) {
  return v.pipe(
    v.nullish(v.array(item, say(SAID.noList)), []),
    v.transform((items) => items ?? []),
  )
}

/** What a parser of the core makes of it, and its Problem as a complaint. */
function parsedBy<From, To>(parse: (written: From) => To, say: Say) {
  return v.rawTransform<From, To>(({ dataset, addIssue, NEVER }) => {
    try {
      return parse(dataset.value)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      addIssue({ message: say(error.line) })
      return NEVER
    }
  })
}

function range(say: Say) {
  const written = v.custom<string | Choices>(
    (value) => typeof value === 'string' || isListOfValues(value),
    say(SAID.noRange),
  )
  const parse = (value: string | Choices): Range =>
    typeof value === 'string' ? parseRange(value) : { kind: 'choice', values: value }
  return v.pipe(written, parsedBy(parse, say))
}

type Choices = readonly (number | string)[]

function isListOfValues(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.every((one) => /^(?:number|string)$/.test(typeof one))
  )
}

function cardLink(say: Say) {
  const refusal = ({ input }: { readonly input: unknown }) => say(SAID.noCard(JSON.stringify(input)))
  return v.pipe(
    v.string(refusal),
    v.transform((link) => linkId(link) ?? link),
    v.custom<CardId>((id) => typeof id === 'string' && cardId(id) !== undefined, refusal),
  )
}

function budget(say: Say) {
  const fields = {
    ratio: v.nullish(number(say)),
    growth: list(growth(say), say),
    memory: list(closed(limit('memory', say), say, say(SAID.noLabel('memory'))), say),
  }
  return v.pipe(
    // To valibot a list is an object too.
    v.custom<object>((value) => !Array.isArray(value), say(SAID.noBudget)),
    closed(fields, say, say(SAID.noBudget)),
    v.transform(({ ratio, ...lists }) => ({ ratio: ratio ?? undefined, ...lists })),
  )
}

function growth(say: Say) {
  return v.pipe(
    closed({ ...limit('growth', say), gold: v.nullish(number(say)) }, say, say(SAID.noLabel('growth'))),
    v.transform(({ gold, ...one }) => ({ ...one, gold: gold ?? undefined })),
  )
}

function limit(kind: 'growth' | 'memory', say: Say) {
  const message = say(SAID.noLabel(kind))
  return { label: v.optional(v.pipe(v.string(message), v.nonEmpty(message)), ''), limit: positive(say) }
}

function hint(say: Say) {
  const message = say(SAID.halfHint)
  const line = v.pipe(v.string(message), v.trim())
  return closed({ en: line, zh: line }, say, message)
}

/** Only Python sees libraries. */
function answers(say: Say) {
  const message = say(SAID.noName)
  const name = v.pipe(v.string(message), v.regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/, message))
  return v.objectWithRest({ py: list(name, say) }, v.never(say(SAID.noLibraries)), say(SAID.noLibraries))
}

/** One for each language, since a schema's message is one text. Both complain of the same, in the same order. */
export const EXERCISE_SCHEMAS = { en: exerciseSchema(sayIn('en')), zh: exerciseSchema(sayIn('zh')) }
