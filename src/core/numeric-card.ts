import type { Card, Let } from './card.ts'
import { evaluateFormula, type FormulaScope, parseFormula } from './formula.ts'
import { Problem } from './problem.ts'
import { createRandom } from './random.ts'

export type NumericCard = Extract<Card, { kind: 'numeric' }>

export interface DrawnNumbers {
  /** The lets and `answer`. */
  readonly values: FormulaScope
  readonly expected: number
}

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
  const draw = numberDrawer(card)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const drawn = draw(attempt === 0 ? seed : `${seed} again ${attempt}`)
    if ([...drawn.values.values()].every(Number.isFinite)) return drawn
  }
  throw new Problem(
    {
      en: `The answer "${card.answer}" is not finite for any numbers drawn.`,
      zh: `无论抽到什么数，答案“${card.answer}”都不是有限值。`,
    },
    {
      remedy: {
        en: 'Choose lets that avoid a division by zero, a root or logarithm of a negative number.',
        zh: '请调整 let，避免除以零，以及对负数开方或取对数。',
      },
    },
  )
}

/** Reads the expressions once; each draw may then be finite or not. @throws Problem when an expression is wrong */
export function numberDrawer(card: {
  readonly lets: readonly Let[]
  readonly answer: string
}): (seed: string) => DrawnNumbers {
  const names = new Set<string>()
  const lets = card.lets.map(({ name, expression }) => {
    const formula = parseFormula(expression, names, 'may-draw')
    names.add(name)
    return { name, formula }
  })
  const answer = parseFormula(card.answer, names)
  return (seed) => {
    const random = createRandom(seed)
    const values = new Map<string, number>()
    for (const { name, formula } of lets) values.set(name, evaluateFormula(formula, values, random))
    const expected = evaluateFormula(answer, values)
    values.set('answer', expected)
    return { values, expected }
  }
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
export function fillIn(text: string, values: FormulaScope): string {
  let filled = ''
  let from = 0
  for (const { whole, index, expression, decimals } of placeholdersOf(text)) {
    const value = evaluateFormula(parseFormula(expression, values), values)
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
