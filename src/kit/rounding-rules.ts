import { halfToEven } from './rounding.ts'
import type { RuleTable } from './rules.ts'

/** Of results; what becomes of a half differs from language to language. */
export interface RoundingChoices {
  readonly decimals?: number
  readonly halves?: (value: number, decimals: number) => number
}

export function roundingRules(
  decimals: readonly number[],
  cards: readonly string[],
): Required<RuleTable<RoundingChoices>> {
  const mistakes = decimals.map((count) => ({
    en: `results that are rounded to ${count} decimals, as Deep-ML asks for them; return them as they are`,
    zh: `四舍五入到 ${count} 位小数的结果（Deep-ML 的要求）；应原样返回`,
    cards,
    choice: count,
  }))
  return {
    decimals: Object.fromEntries(mistakes.map((one) => [`rounded-to-${one.choice}`, one])),
    halves: {
      'half-to-even': { choice: (value, count) => halfToEven(value * 10 ** count) / 10 ** count },
      'half-as-written': { choice: (value, count) => Number(value.toFixed(count)) },
    },
  }
}

/** What an implementation of the rules does with each number that it returns. */
export function rounded(value: number, { decimals, halves = roundHalfUp }: RoundingChoices): number {
  return decimals === undefined ? value : halves(value, decimals)
}

function roundHalfUp(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}
