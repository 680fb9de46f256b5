import { wholeBetween } from '../whole-between.ts'

/** Names the plan in the log, where it stands among the settings; its date is the setting `interview`. */
export const PLAN = 'plan'

/** How many minutes a day, and for which decks or groups; none: all that are not excluded. */
export interface PlanWish {
  readonly minutes: number
  readonly topics: readonly string[]
}

export const PLAN_MINUTES = { lowest: 1, highest: 1440 }

/** The text of that fact; no plan has an empty one. No deck's name has a slash. */
export function planSetting(wish: PlanWish | undefined): string {
  return wish === undefined ? '' : [wish.minutes, ...wish.topics].join('/')
}

/** Undefined: there is none, or a newer version wrote it so that this one cannot read it. */
export function planIn(texts: ReadonlyMap<string, string>): PlanWish | undefined {
  const [text = '', ...topics] = (texts.get(PLAN) ?? '').split('/')
  const minutes = wholeBetween(text, PLAN_MINUTES.lowest, PLAN_MINUTES.highest)
  return minutes === undefined ? undefined : { minutes, topics }
}
