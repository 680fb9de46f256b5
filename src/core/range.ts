import type { Text } from './locale.ts'
import { Problem } from './problem.ts'

/**
 * What a number of an input may be, or a word: both ends are allowed, and with a step only each so many
 * numbers from `low` on.
 */
export type Range = NumberSpan | { readonly kind: 'choice'; readonly values: readonly (number | string)[] }

export interface NumberSpan {
  readonly kind: 'span'
  readonly low: number
  readonly high: number
  readonly step: number | undefined
  /** What is no number between them and allowed all the same. */
  readonly also: readonly Odd[]
}

/** By name: a file of JSON keeps no others. */
const ODD = ['NaN', 'Infinity', '-Infinity'] as const
type Odd = (typeof ODD)[number]

/** Lengths and parameters that take the same values: one class is as good as another in `labels` and in `gtLabels`. */
export interface InputRange {
  readonly names: readonly string[]
  readonly range: Range
}

/** Reads `0..1`, `1..31 step 2`, `-64..64 step 1/16` or `-10..10 or NaN or -Infinity`. @throws Problem */
export function parseRange(text: string): Range {
  const [span = '', ...also] = text.trim().split(/\s+or\s+/)
  const [, low, high, step] = SPAN.exec(span) ?? []
  if (low === undefined || high === undefined || !also.every(isOdd)) throw refusal(text, NO_SPAN)
  const range: NumberSpan = {
    kind: 'span',
    low: Number(low),
    high: Number(high),
    step: step === undefined ? undefined : fraction(step),
    also,
  }
  if (range.low > range.high) throw refusal(text, FALLS)
  if (range.step !== undefined && !isOnGrid(range.high, range.low, range.step)) throw refusal(text, MISSES)
  return range
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e-?\d+)?`
const SPAN = new RegExp(
  String.raw`^(${NUMBER})\s*\.\.\s*(${NUMBER})(?:\s+step\s+([1-9]\d*(?:\/[1-9]\d*)?))?$`,
)

function isOdd(word: string): word is Odd {
  return ODD.some((odd) => odd === word)
}

export function isWithin(range: Range, value: number | string): boolean {
  if (range.kind === 'choice') return range.values.includes(value)
  const { low, high, step, also } = range
  if (typeof value !== 'number') return false
  if (Object.is(value, low) || Object.is(value, high)) return true
  if (!(value >= low && value <= high)) return also.some((odd) => Object.is(Number(odd), value))
  return step === undefined || isOnGrid(value, low, step)
}

/** As a statement says it. */
export function rangeText(range: Range): Text {
  if (range.kind === 'choice') {
    return { en: range.values.join(', '), zh: range.values.join('、') }
  }
  const { low, high, step, also } = range
  const [steps, odd] = [step === undefined ? undefined : stepText(step), also.join(', ')]
  return {
    en: `${low} to ${high}${steps === undefined ? '' : `, in steps of ${steps}`}${odd && `, or ${odd}`}`,
    zh: `${low} 到 ${high}${steps === undefined ? '' : `，间隔 ${steps}`}${odd && `，或 ${odd}`}`,
  }
}

function stepText(step: number): string {
  return step < 1 ? `1/${1 / step}` : `${step}`
}

function fraction(text: string): number {
  const [over = '', under = '1'] = text.split('/')
  return Number(over) / Number(under)
}

function isOnGrid(value: number, low: number, step: number): boolean {
  return Number.isInteger((value - low) / step)
}

function refusal(text: string, why: Text): Problem {
  return new Problem(
    { en: `"${text}" is no range: ${why.en}.`, zh: `“${text}”不是取值范围：${why.zh}。` },
    {
      remedy: {
        en: 'Write it like 0..1, 1..31 step 2 or -64..64 step 1/16.',
        zh: '请写成 0..1、1..31 step 2 或 -64..64 step 1/16 的形式。',
      },
    },
  )
}

const NO_SPAN: Text = { en: 'it has no two ends', zh: '缺少上下界' }
const FALLS: Text = { en: 'its first end is above the second', zh: '下界大于上界' }
const MISSES: Text = { en: 'its steps miss the second end', zh: '按步长到不了上界' }
