import { expect, test } from 'vitest'
import { changeSetting } from '../../src/app/change-setting.ts'
import { knownCards } from '../../src/app/known-cards.ts'
import { limitsOfDay } from '../../src/app/limits-of-day.ts'
import { newCardsToday } from '../../src/app/new-cards-today.ts'
import { summarizeToday } from '../../src/app/summarize-today.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import type { CardId } from '../../src/core/ids.ts'
import { collectStatistics } from './collect-statistics.ts'
import { daysLater, openTestDeps, type TestDeps } from './open-test-deps.ts'

const deck = (name: string) =>
  ['a', 'b', 'c', 'd', 'e'].map((id) => `## ${name}/${id}\nQ: What is ${id}?\nA: That.\n`).join('\n')

const MINUTE = 60_000
/** So long that the mean with the twenty answers of ten seconds that are guessed is a minute. */
const PACING = 21 * MINUTE - 20 * 10_000

function answer(deps: TestDeps, cards: readonly string[], durationMs = MINUTE): void {
  for (const card of cards as CardId[]) {
    const change = { kind: 'review', rating: 'easy', durationMs } as const
    deps.store.recordCard(card, change, deps.now(), deps.store.card(card))
  }
}

test('the minutes of a day hold for all decks together, and the rest waits', () => {
  const deps = openTestDeps({ adam: deck('adam'), nms: deck('nms') })
  answer(deps, ['adam/a', 'adam/b', 'nms/a', 'nms/b'])
  daysLater(deps, 400)
  answer(deps, ['adam/a'], PACING)
  daysLater(deps, 1)
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 3, fresh: 6 })

  changeSetting(deps, 'minutes-per-day', '2')
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 2, fresh: 0 })
  expect(newCardsToday(deps, knownCards(deps), limitsOfDay(deps, deps.now()))).toMatchObject({
    seen: 0,
    limit: 0,
  })
  expect(
    collectStatistics(deps)
      .forecast.slice(0, 3)
      .map(({ cards }) => cards),
  ).toEqual([2, 1, 0])

  answer(deps, ['nms/a'])
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 1, fresh: 0 })
  answer(deps, ['nms/b'])
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 0, fresh: 0 })
  daysLater(deps, 1)
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 1, fresh: 0 })

  changeSetting(deps, 'minutes-per-day', '0')
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 1, fresh: 6 })
})

test('an exercise that waits leaves less for new cards, and one that was submitted is spent', () => {
  const exercise = { id: 'sgd', minutes: 3, prerequisites: [] } as unknown as Exercise
  const made = openTestDeps({ adam: deck('adam'), nms: deck('nms') })
  const deps = { ...made, content: { ...made.content, exercises: new Map([[exercise.id, exercise]]) } }
  const submit = (verdict: 'accepted' | 'wrong-answer') =>
    deps.store.recordExercise(
      {
        kind: 'attempt',
        exercise: exercise.id,
        language: 'py',
        outcome: { kind: 'judged', verdict, tier: verdict === 'accepted' ? 'pass' : 'none' },
        recalls: [],
        source: 'x',
      },
      deps.now(),
    )
  answer(deps, ['adam/a'], PACING)
  submit('accepted')
  daysLater(deps, 80)
  changeSetting(deps, 'minutes-per-day', '8')
  // A minute an answer, two a new card: one due, three for the exercise, four minutes are left.
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 1, fresh: 2 })
  submit('wrong-answer')
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 1, fresh: 2 })
  submit('accepted')
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 1, fresh: 2 })
  changeSetting(deps, 'minutes-per-day', '3')
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 0, fresh: 0 })
  daysLater(deps, 1)
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 1, fresh: 1 })
})
