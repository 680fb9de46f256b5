import type { Statistics } from '../../app/collect-statistics.ts'
import { dateOf } from '../../core/day.ts'
import { recordFields } from './exercise-json.ts'

/** What `stats --json` prints. */
export function statisticsFields(statistics: Statistics): object {
  const { day, today, total, heat, retention, due, forecast, decks, exercises, leeches, suspended } =
    statistics
  return {
    day: dateOf(day),
    today,
    total,
    heat: heat
      .map((reviews, at) => ({ day: dateOf(day - heat.length + 1 + at), reviews }))
      .filter(({ reviews }) => reviews > 0),
    retention,
    due,
    forecast: forecast.map((cards, at) => ({ day: dateOf(day + at), cards })),
    decks: decks.map(({ deck, ...mastery }) => ({ deck: deck.name, group: deck.group, ...mastery })),
    exercises: exercises.map(recordFields),
    leeches,
    suspended,
  }
}
