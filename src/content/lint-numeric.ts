import type { NumericTolerance } from '../core/card.ts'
import { evaluateFormula, type Formula, type FormulaScope, parseFormula } from '../core/formula.ts'
import { markNumber } from '../core/mark-number.ts'
import {
  EXACT_DECIMALS,
  formatNumber,
  type NumericCard,
  numberDrawer,
  type Placeholder,
  placeholdersOf,
} from '../core/numeric-card.ts'

const SEEDS = Array.from({ length: 200 }, (_, at) => `lint ${at}`)

/** The first fault of each sort that some draw of a numeric card shows, in words for the author. */
export function numericFaults(card: NumericCard): readonly string[] {
  const faults = new Map<string, string>()
  const draw = numberDrawer(card)
  const shown = shownAnswer(card)
  const scripts = bareScripts(card)
  const seen = new Set<string>()
  for (const seed of SEEDS) {
    const { values, expected } = draw(seed)
    const numbers = [...values.values()].join()
    if (seen.has(numbers)) continue
    seen.add(numbers)
    if (![...values.values()].every(Number.isFinite)) {
      faults.set('finite', `The answer is not finite for ${listed(values)}; choose lets that avoid it.`)
      continue
    }
    const fault = precisionFault(card.tolerance, expected, shown)
    if (fault !== undefined) faults.set('precision', `${fault} (${listed(values)}).`)
    const script = longScript(scripts, values)
    if (script !== undefined) faults.set('script', script)
  }
  return [...faults.values()]
}

/** The decimals that the solution shows; undefined when it does not show the answer by a placeholder. */
function shownAnswer(card: NumericCard): number | 'default' | undefined {
  const placeholder = placeholdersOf(card.solution.en).findLast(
    ({ expression }) => expression.trim() === 'answer',
  )
  return placeholder && (placeholder.decimals ?? 'default')
}

function precisionFault(
  tolerance: NumericTolerance,
  expected: number,
  shown: number | 'default' | undefined,
): string | undefined {
  if (tolerance.kind === 'decimals' && tolerance.value === EXACT_DECIMALS && !isExact(expected)) {
    return `The answer ${expected} has no end but no tolerance is given; add tolerance: or show it as @{answer:3}`
  }
  if (tolerance.kind === 'absolute' && expected !== 0 && tolerance.value >= Math.abs(expected)) {
    return `The tolerance ${tolerance.value} takes 0 for the answer ${expected}; make it smaller or relative`
  }
  if (shown === undefined) return undefined
  const text = formatNumber(expected, shown === 'default' ? undefined : shown)
  if (markNumber(text, expected, tolerance).kind === 'right') return undefined
  return `The solution shows ${text} for ${expected}, which its own tolerance refuses; show more decimals`
}

function isExact(value: number): boolean {
  return Math.abs(value - Number(value.toFixed(EXACT_DECIMALS))) <= 1e-12 * Math.max(1, Math.abs(value))
}

interface BareScript extends Placeholder {
  readonly mark: '^' | '_'
  readonly formula: Formula
}

function bareScripts(card: NumericCard): readonly BareScript[] {
  const names = new Set([...card.lets.map(({ name }) => name), 'answer'])
  return [card.prompt.en, card.prompt.zh, card.solution.en, card.solution.zh].flatMap((text) =>
    placeholdersOf(text).flatMap((placeholder) => {
      const mark = text[placeholder.index - 1]
      if (mark !== '^' && mark !== '_') return []
      return [{ ...placeholder, mark, formula: parseFormula(placeholder.expression, names) }]
    }),
  )
}

/** `x^@{n}` without braces raises only the first digit. */
function longScript(scripts: readonly BareScript[], values: FormulaScope): string | undefined {
  for (const { mark, whole, formula, decimals } of scripts) {
    const shown = formatNumber(evaluateFormula(formula, values), decimals)
    if (shown.length > 1)
      return `${mark}${whole} can become ${mark}${shown}, which raises one digit; write ${mark}{${whole}}.`
  }
  return undefined
}

function listed(values: FormulaScope): string {
  return [...values].map(([name, value]) => `${name} = ${formatNumber(value)}`).join(', ')
}
