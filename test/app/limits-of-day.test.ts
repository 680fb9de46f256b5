import { expect, test } from 'vitest'
import { changeSetting } from '../../src/app/change-setting.ts'
import { collectStatistics } from '../../src/app/collect-statistics.ts'
import { knownCards } from '../../src/app/known-cards.ts'
import { newCardsToday } from '../../src/app/new-cards-today.ts'
import { summarizeToday } from '../../src/app/summarize-today.ts'
import type { CardId } from '../../src/core/ids.ts'
import { daysLater, openTestDeps, type TestDeps } from './open-test-deps.ts'

const deck = (name: string) =>
  ['a', 'b', 'c', 'd', 'e'].map((id) => `## ${name}/${id}\nQ: What is ${id}?\nA: That.\n`).join('\n')

function answer(deps: TestDeps, ...cards: readonly string[]): void {
  for (const card of cards as CardId[]) {
    const change = { kind: 'review', rating: 'easy', durationMs: 60_000 } as const
    deps.store.recordCard(card, change, deps.now(), deps.store.card(card))
  }
}

test('the minutes of a day hold for all decks together, and the rest waits', () => {
  const deps = openTestDeps({ adam: deck('adam'), nms: deck('nms') })
  answer(deps, 'adam/a', 'adam/b', 'nms/a', 'nms/b')
  daysLater(deps, 400)
  answer(deps, 'adam/a')
  daysLater(deps, 1)
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 3, fresh: 6 })

  changeSetting(deps, 'minutes-per-day', '2')
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 2, fresh: 0 })
  expect(newCardsToday(deps, knownCards(deps), deps.now())).toMatchObject({ seen: 0, limit: 0 })
  expect(
    collectStatistics(deps)
      .forecast.slice(0, 3)
      .map(({ cards }) => cards),
  ).toEqual([2, 1, 0])

  answer(deps, 'nms/a')
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 1, fresh: 0 })
  answer(deps, 'nms/b')
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 0, fresh: 0 })
  daysLater(deps, 1)
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 1, fresh: 0 })

  changeSetting(deps, 'minutes-per-day', '0')
  expect(summarizeToday(deps).due).toMatchObject({ reviews: 1, fresh: 6 })
})
