import type { NumericTolerance } from './card.ts'
import { evaluateFormula, parseFormula } from './formula.ts'
import { formatNumber } from './numeric-card.ts'
import { Problem } from './problem.ts'

export type NumberMark =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly typed: number }
  /** Not a number: the learner is asked again and loses nothing. */
  | { readonly kind: 'unreadable' }

export function markNumber(
  typed: string,
  expected: number,
  tolerance: NumericTolerance,
  units: readonly string[] = [],
): NumberMark {
  const value = readNumber(typed, units)
  if (value === undefined) return { kind: 'unreadable' }
  return isWithin(value, expected, tolerance) ? { kind: 'right' } : { kind: 'wrong', typed: value }
}

/**
 * A number as people type it: `1e-3`, `1.2×10^-3`, `.5`, `+3`, `3/4`, `1,234.5`, also in full-width
 * characters of a Chinese input method; or an expression of such numbers, as a card's own: `0.9^16`,
 * `sqrt(1.5)*3`. A comma is a thousands separator and must stand where one can: `0,5` and `1,23` are not
 * read.
 *
 * @param units the card's, one of which may be typed behind the number and changes nothing
 */
export function readNumber(typed: string, units: readonly string[] = []): number | undefined {
  const bare = withoutUnit(typed, units)
  return readPlainNumber(bare) ?? workOut(bare)
}

/**
 * What an expression such as `sqrt(1.5)*3` comes to; undefined for a number, which needs no working out, and
 * for what cannot be read.
 */
export function expressionValue(typed: string, units: readonly string[] = []): number | undefined {
  const bare = withoutUnit(typed, units)
  return readDecimal(bare) === undefined ? readNumber(bare) : undefined
}

/** `0.25` for `0,25`: undefined where no comma can stand for the decimal point, as in `1,234`. */
export function decimalCommaIn(typed: string): string | undefined {
  const [whole, fraction, ...more] = toHalfWidth(typed).trim().split(',')
  if (fraction === undefined || more.length > 0) return undefined
  const meant = `${whole}.${fraction}`
  return readNumber(typed) === undefined && readDecimal(meant) !== undefined ? meant : undefined
}

/** The card's unit may be typed behind the number, in either language, large or small, as one or as many. */
function withoutUnit(typed: string, units: readonly string[]): string {
  const plain = toHalfWidth(typed).trim()
  const lower = plain.toLowerCase()
  const endings = units.map((unit) => toHalfWidth(unit).trim().toLowerCase()).filter((unit) => unit !== '')
  const ending = endings
    .flatMap((unit) => (/[a-z]{3}$/.test(unit) ? [`${unit}s`, unit] : [unit]))
    .find((unit) => lower.endsWith(unit))
  return ending === undefined ? plain : plain.slice(0, -ending.length).trim()
}

function workOut(text: string): number | undefined {
  if (text.length > LONGEST) return undefined
  try {
    const value = evaluateFormula(parseFormula(inFormulaSigns(text), new Set()), new Map())
    return Number.isFinite(value) ? value : undefined
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
}

/** As an engineer writes on paper: `2√3`, `10²`, `2π`, `3x4`. */
function inFormulaSigns(text: string): string {
  return text
    .replace(
      /[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (raised) =>
        `^(${[...raised]
          .map((sign) => SUPERSCRIPTS.indexOf(sign))
          .map(digitOrSign)
          .join('')})`,
    )
    .replace(/[×·∙⋅]|(?<=[1-9)]|[\d.]0) ?x ?(?=[\d(])/g, '*')
    .replace(/÷/g, '/')
    .replace(/\*\*/g, '^')
    .replace(/√\s?(\d+(?:\.\d*)?|π)/g, 'sqrt($1)')
    .replace(/√/g, 'sqrt')
    .replace(/π/g, 'pi')
    .replace(/(\b\d+(?:\.\d*)?|\)) ?(?=sqrt|pi\b|\()/g, '$1*')
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'
const digitOrSign = (at: number) => '0123456789+-'.charAt(at)

const LONGEST = 60

function readPlainNumber(bare: string): number | undefined {
  if (bare.length > LONGEST) return undefined
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

function isWithin(typed: number, expected: number, tolerance: NumericTolerance): boolean {
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
