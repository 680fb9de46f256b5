export interface Scenario {
  readonly cards: number
  readonly days: number
  /** What share of the cards was met before the plan began. */
  readonly met: number
  /** How often the minutes would suffice to see each card again, once all are met. */
  readonly rounds: number
}

const SIZES = [
  { cards: 300, days: 30 },
  { cards: 300, days: 14 },
  { cards: 500, days: 30 },
  { cards: 900, days: 60 },
  { cards: 300, days: 120 },
] as const
const STARTS = [0, 0.4] as const
/** Tight and ample. */
const ROUNDS = [1.5, 5] as const

export const SCENARIOS: readonly Scenario[] = SIZES.flatMap((size) =>
  STARTS.flatMap((met) => ROUNDS.map((rounds) => ({ ...size, met, rounds }))),
)

export function scenarioName({ cards, days, met, rounds }: Scenario): string {
  return `${cards} cards, ${days} days, ${met > 0 ? 'partly met' : 'fresh'}, ${rounds < 3 ? 'tight' : 'ample'}`
}
