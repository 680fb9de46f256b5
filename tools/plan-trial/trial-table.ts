import type { Outcomes } from './hold-trial.ts'
import type { LifeOutcome } from './live-until.ts'
import { differenceOf, meanOf } from './paired.ts'

const COLUMNS = [
  '',
  'on the date',
  'planner ahead by (95 %)',
  'worse off',
  '30 days later',
  'meanwhile',
  'minutes',
]

/** Markdown: a row for each rival, compared with `ours`. */
export function trialTable(outcomes: Outcomes, ours: string): string {
  const rows = [...outcomes].map(([name, lives]) => {
    const mean = (of: (life: LifeOutcome) => number) => meanOf(lives.map(of))
    return [
      name,
      shown(mean(({ onDate }) => onDate)),
      ...(name === ours ? ['', ''] : aheadBy(outcomes, ours, name)),
      shown(mean(({ after }) => after)),
      shown(mean(({ meanwhile }) => meanwhile)),
      mean(({ minutes }) => minutes).toFixed(0),
    ]
  })
  return [COLUMNS, COLUMNS.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** How far, and the share of learners with whom it is behind. */
function aheadBy(outcomes: Outcomes, ours: string, theirs: string): readonly string[] {
  const onDate = (name: string) => (outcomes.get(name) ?? []).map((life) => life.onDate)
  const { mean, low, high, worse } = differenceOf(onDate(ours), onDate(theirs))
  return [`${signed(mean)} (${signed(low)} to ${signed(high)})`, `${Math.round(100 * worse)} %`]
}

/** Recall as `.912`. */
function shown(recall: number): string {
  return recall.toFixed(3).replace(/^0/, '')
}

function signed(difference: number): string {
  return `${difference < 0 ? '−' : '+'}${shown(Math.abs(difference))}`
}
