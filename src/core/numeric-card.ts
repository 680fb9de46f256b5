import type { Card, Let, Tolerance } from './card.ts'
import { evaluateFormula, parseFormula, type Scope } from './formula.ts'
import { Problem } from './problem.ts'
import { createRandom } from './random.ts'

export type NumericCard = Extract<Card, { kind: 'numeric' }>

export interface DrawnNumbers {
  /** The lets and `answer`. */
  readonly values: Scope
  readonly expected: number
}

export type NumberMark =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly typed: number }
  /** Not a number: the learner is asked again and loses nothing. */
  | { readonly kind: 'unreadable' }

/** A solution that shows no decimals of its answer is taken to be exact to these. */
export const EXACT_DECIMALS = 6

const TRIES = 20

/**
 * The same seed gives the same numbers. A draw whose numbers are not all finite (a division by zero) is drawn again.
 * @throws Problem when no draw is finite, or an expression is wrong
 */
export function drawNumbers(
  card: { readonly lets: readonly Let[]; readonly answer: string },
  seed: string,
): DrawnNumbers {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const drawn = drawOnce(card, attempt === 0 ? seed : `${seed} again ${attempt}`)
    if ([...drawn.values.values()].every(Number.isFinite)) return drawn
  }
  throw new Problem(`The answer "${card.answer}" is not finite for any numbers drawn.`, {
    remedy: 'Choose lets that avoid a division by zero, a root or logarithm of a negative number.',
  })
}

/** One draw, finite or not. */
export function drawOnce(
  card: { readonly lets: readonly Let[]; readonly answer: string },
  seed: string,
): DrawnNumbers {
  const random = createRandom(seed)
  const values = new Map<string, number>()
  for (const { name, expression } of card.lets) {
    const formula = parseFormula(expression, [...values.keys()], 'may-draw')
    values.set(name, evaluateFormula(formula, values, random))
  }
  const expected = evaluateFormula(parseFormula(card.answer, [...values.keys()]), values)
  values.set('answer', expected)
  return { values, expected }
}

export interface Placeholder {
  readonly whole: string
  readonly index: number
  readonly expression: string
  readonly decimals: number | undefined
}

/** Each `@{expression}` and `@{expression:3}` of a text. */
export function placeholdersOf(text: string): readonly Placeholder[] {
  return [...text.matchAll(/@\{([^{}\n]{1,400})\}/g)].map((match) => {
    const inner = match[1] ?? ''
    // A conditional has a colon too, so only digits behind the last one are decimals.
    const decimals = /^(.*):[ ]?(\d{1,2})$/.exec(inner)
    const isDecimals = decimals !== null && !isConditionalTail(decimals[1] ?? '')
    return {
      whole: match[0],
      index: match.index,
      expression: isDecimals ? (decimals[1] ?? '') : inner,
      decimals: isDecimals ? Number(decimals[2]) : undefined,
    }
  })
}

/** `c ? 1` needs its colon; `c ? 1 : 2` does not. */
function isConditionalTail(expression: string): boolean {
  return expression.split('?').length > expression.split(':').length
}

/** Puts values into a text. @throws Problem when an expression is wrong */
export function fillIn(text: string, values: Scope): string {
  let filled = ''
  let from = 0
  for (const { whole, index, expression, decimals } of placeholdersOf(text)) {
    const value = evaluateFormula(parseFormula(expression, [...values.keys()]), values)
    filled += text.slice(from, index) + formatNumber(value, decimals)
    from = index + whole.length
  }
  return filled + text.slice(from)
}

/** Whole numbers in full, others to six significant digits, or with the decimals asked for. */
export function formatNumber(value: number, decimals?: number): string {
  const text =
    decimals !== undefined && Math.abs(value) < 1e21
      ? value.toFixed(Math.min(decimals, 20))
      : String(Number.isInteger(value) ? value : Number(value.toPrecision(6)))
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text
}

/** @param unit the card's unit: only with `%` may a percent sign be typed, and it changes nothing */
export function markNumber(
  typed: string,
  expected: number,
  tolerance: Tolerance,
  unit?: string | undefined,
): NumberMark {
  const value = readNumber(typed, unit)
  if (value === undefined) return { kind: 'unreadable' }
  return isWithin(value, expected, tolerance) ? { kind: 'right' } : { kind: 'wrong', typed: value }
}

/**
 * A number as people type it: `1e-3`, `1.2×10^-3`, `.5`, `+3`, `3/4`, `1,234.5`, also in full-width characters of a Chinese
 * input method. A comma is a thousands separator and must stand where one can: `0,5` and `1,23` are not read.
 */
export function readNumber(typed: string, unit?: string | undefined): number | undefined {
  const plain = toHalfWidth(typed).trim()
  const bare = unit?.trim() === '%' && plain.endsWith('%') ? plain.slice(0, -1).trim() : plain
  if (bare.length > 60) return undefined
  const [top, bottom, ...more] = bare.split('/')
  if (more.length > 0) return undefined
  const numerator = readDecimal(top ?? '')
  if (bottom === undefined) return numerator
  const denominator = readDecimal(bottom)
  if (numerator === undefined || denominator === undefined || denominator === 0) return undefined
  return numerator / denominator
}

function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\u3002/g, '.')
    .replace(/\u3000/g, ' ')
}

function readDecimal(text: string): number | undefined {
  const match =
    /^([+-]?)(\d{1,40}|[1-9]\d{0,2}(?:,\d{3}){1,12})?(\.\d{0,40})?(?:[eE]([+-]?\d{1,4})|\s?[×*x]\s?10\^([+-]?\d{1,4}))?$/.exec(
      text.trim(),
    )
  if (match === null) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = match[5] ?? '0'] = match
  if (whole === '' && fraction.length < 2) return undefined
  const value = Number(`${sign}${whole.replaceAll(',', '') || '0'}${fraction}e${exponent}`)
  return Number.isFinite(value) ? value : undefined
}

/** Binary fractions such as 0.1 + 0.2 must not cost anyone an answer that lies on the edge. */
const SLACK = 1e-9

function isWithin(typed: number, expected: number, tolerance: Tolerance): boolean {
  const error = Math.abs(typed - expected)
  const slack = SLACK * Math.max(Math.abs(expected), Number.MIN_VALUE)
  if (error <= slack) return true
  switch (tolerance.kind) {
    case 'absolute':
      return error <= tolerance.value * (1 + SLACK) + slack
    case 'relative':
      return error <= tolerance.value * Math.abs(expected) * (1 + SLACK)
    case 'decimals':
      return roundsToShown(typed, expected, tolerance.value)
  }
}

function roundsToShown(typed: number, expected: number, decimals: number): boolean {
  const half = (0.5 / 10 ** decimals) * (1 + SLACK)
  const shown = Number(formatNumber(expected, decimals))
  if (Math.abs(typed - shown) <= half) return true
  // Where the answer lies half-way, rounding it down is as right as rounding it up.
  const isRounded = Number(typed.toFixed(decimals)) === typed
  return isRounded && Math.abs(typed - expected) <= half
}
