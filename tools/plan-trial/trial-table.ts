import type { TrialOutcomes } from './hold-trial.ts'
import type { LifeOutcome } from './live-until.ts'
import { differenceOf, meanOf, type PairedDifference } from './paired.ts'

/** Who is judged, and by what. */
export interface Contest {
  readonly ours: string
  readonly plain: string
  readonly oracle: string
}

/** Markdown: what came of each rival in one world. */
export function worldTable(outcomes: TrialOutcomes, { ours }: Contest): string {
  const header = [
    '',
    'on the date',
    'planner ahead by (95%)',
    'behind with',
    '30 days later',
    'meanwhile',
    'minutes',
  ]
  const rows = [...outcomes].map(([name, lives]) => {
    const mean = (of: (life: LifeOutcome) => number) => meanOf(lives.map(of))
    const ahead = differenceOf(onDate(outcomes, ours), onDate(outcomes, name))
    return [
      name,
      shown(mean((life) => life.onDate)),
      ...(name === ours ? ['', ''] : [interval(ahead), share(ahead.worse)]),
      shown(mean(({ after }) => after)),
      shown(mean(({ meanwhile }) => meanwhile)),
      mean(({ minutes }) => minutes).toFixed(0),
    ]
  })
  return tableOf(header, rows)
}

/** A row for each group of learners: how we stand to the best baseline there, to none at all, and to the bound. */
export function summaryTable(
  groups: ReadonlyMap<string, TrialOutcomes>,
  { ours, plain, oracle }: Contest,
): string {
  const header = [
    '',
    ours,
    'best baseline',
    'ahead by (95%)',
    'behind with',
    `behind ${plain} with`,
    'of the oracle',
  ]
  const rows = [...groups].map(([group, outcomes]) => {
    const own = onDate(outcomes, ours)
    const mean = (name: string) => meanOf(onDate(outcomes, name))
    const baselines = [...outcomes.keys()].filter((name) => name !== ours && name !== oracle)
    const best = baselines.reduce((one, other) => (mean(other) > mean(one) ? other : one))
    const ahead = differenceOf(own, onDate(outcomes, best))
    return [
      group,
      shown(meanOf(own)),
      `${best} ${shown(mean(best))}`,
      interval(ahead),
      share(ahead.worse),
      share(differenceOf(own, onDate(outcomes, plain)).worse),
      share(meanOf(own) / mean(oracle)),
    ]
  })
  return tableOf(header, rows)
}

function onDate(outcomes: TrialOutcomes, name: string): readonly number[] {
  return (outcomes.get(name) ?? []).map((life) => life.onDate)
}

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function interval({ mean, low, high }: PairedDifference): string {
  return `${signed(mean)} (${signed(low)} to ${signed(high)})`
}

function share(of: number): string {
  return `${Math.round(100 * of)}%`
}

/** Recall as `.912`. */
function shown(recall: number): string {
  return recall.toFixed(3).replace(/^0/, '')
}

/** To a tenth of a point, for that is what the planners of a trial differ by. */
function signed(difference: number): string {
  return `${difference < 0 ? '−' : '+'}${Math.abs(difference).toFixed(4).replace(/^0/, '')}`
}
