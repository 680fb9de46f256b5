import type { PlanReport } from '../../app/plan/report-plan.ts'
import { dateOf } from '../../core/day.ts'
import type { RecallForecast } from '../../core/plan/recall-forecast.ts'
import type { Shortfall } from '../../core/plan/shortfall.ts'

/** What `plan --json` prints. */
export function planFields(report: PlanReport, shortfall: Shortfall | undefined): object {
  if (report.kind === 'none') return { plan: null }
  const { interview, minutes, topics } = report.plan
  const plan = { interview: dateOf(interview), minutes, topics, isOver: report.kind === 'over' }
  if (report.kind !== 'on') return { plan }
  const { ofDay, topics: forecasts } = report
  return {
    plan,
    today: { cards: ofDay.cards, exercises: ofDay.days[0]?.exercises ?? [] },
    recall: forecastFields(ofDay.recall),
    exercises: forecastFields(ofDay.exercises),
    before: ofDay.before,
    later: ofDay.later,
    topics: forecasts.map(({ topic, cards, leftOut, recall }) => ({ topic, cards, leftOut, ...recall })),
    days: ofDay.days.map(({ day, ...rest }) => ({ day: dateOf(day), ...rest })),
    leftOut: ofDay.leftOut,
    exercisesLeftOut: ofDay.exercisesLeftOut,
    exercisesTooLong: ofDay.exercisesTooLong,
    shortfall: shortfall ? { cards: shortfall.cards, moreMinutes: shortfall.moreMinutes ?? null } : null,
  }
}

function forecastFields(recall: RecallForecast | undefined): RecallForecast | null {
  return recall === undefined ? null : { mean: recall.mean, low: recall.low, high: recall.high }
}
