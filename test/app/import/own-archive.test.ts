import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerOne, forgetCard, setDue, setSuspended } from '../../../src/app/change-card.ts'
import { exportCards } from '../../../src/app/export/export-cards.ts'
import { importFile } from '../../../src/app/import/import-file.ts'
import { DAY_MS } from '../../../src/core/day.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { schedulerFor, withRetention } from '../../../src/core/parameters-by-scope.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import { daysLater, openTestDeps, type TestDeps } from '../open-test-deps.ts'

const CARDS = ['a', 'b', 'c', 'd', 'e'].map((name) => `adam/${name}` as CardId)
const DECK = CARDS.map((card) => `## ${card}\nQ: ${card}?\nA: Yes.\n`).join('\n')
const [LEECH, FORGOTTEN, PUT_OFF, SUSPENDED, LEARNING] = CARDS as [CardId, CardId, CardId, CardId, CardId]

/** Each card otherwise; one lapsed so often that it was suspended, and was taken up again. */
function study(deps: TestDeps): void {
  // Anki's log has each millisecond once.
  const later = () => {
    deps.clock.at += 700_000
    return deps
  }
  for (const card of CARDS) answerOne(later(), card, 'easy')
  for (let lapses = 0; lapses < 8; lapses++) {
    daysLater(deps, 20)
    for (const rating of ['again', 'good', 'good'] as const) answerOne(later(), LEECH, rating)
  }
  expect(deps.store.card(LEECH)).toMatchObject({ leech: true, suspended: true })
  setSuspended(later(), LEECH, false)
  forgetCard(later(), FORGOTTEN)
  answerOne(later(), PUT_OFF, 'good')
  setDue(later(), PUT_OFF, '+5')
  setSuspended(later(), SUSPENDED, true)
  answerOne(later(), LEARNING, 'again')
  later()
}

const WANTED = {
  decks: [],
  languages: ['en'],
  scheduling: true,
  force: false,
  onWritten: () => undefined,
} as const

test.each(['all.apkg', 'all.colpkg'])('%s brings into another home how every card stands', async (name) => {
  const deps = openTestDeps({ adam: DECK })
  study(deps)
  const path = join(deps.folders.home, name)
  const { reviews } = await exportCards(deps, path, WANTED)
  const other = openTestDeps({ adam: DECK })
  other.clock.at = deps.clock.at
  const report = await importFile(other, path, { isDryRun: false })
  // Two of them are no answers: a card was forgotten, and one was put off.
  expect(report).toMatchObject({ notes: { added: 0 }, reviews: reviews - 2 })
  for (const card of CARDS) expect(other.store.card(card)).toEqual(deps.store.card(card))
  expect(await importFile(other, path, { isDryRun: false })).toMatchObject({ reviews: 0, otherFacts: 0 })
})

describe('parameters of FSRS', () => {
  const WEIGHTS = DEFAULT_WEIGHTS.map((weight, at) =>
    at < 4 ? Math.round(weight * 1.3 * 1e4) / 1e4 : weight,
  )

  /** Studied and exported where cards are scheduled by other weights, and for another recall. */
  async function exported() {
    const deps = openTestDeps({ adam: DECK })
    deps.store.reschedule(
      ({ cards, exercises }) => withRetention({ exercises, cards: { ...cards, weights: WEIGHTS } }, 0.85),
      deps.now(),
    )
    study(deps)
    const path = join(deps.folders.home, 'all.colpkg')
    await exportCards(deps, path, WANTED)
    const other = openTestDeps({ adam: DECK })
    other.clock.at = deps.clock.at
    return { deps, path, other }
  }

  function expectSameRecall(deps: TestDeps, other: TestDeps): void {
    const memories = [deps, other].map(({ store }) => store.card(SUSPENDED).memory)
    const { retrievability } = schedulerFor(deps.store.parameters().cards)
    for (const days of [1, 30, 200]) {
      const [one, another] = memories.map((memory) => {
        if (memory.kind !== 'review') throw new Error(`It is ${memory.kind}`)
        return retrievability(memory, memory.lastDay + days)
      })
      expect(another).toBeCloseTo(one ?? 0, 3)
    }
  }

  test('come into force with the first reviews', async () => {
    const { deps, path, other } = await exported()
    const { remarks } = await importFile(other, path, { isDryRun: false })
    expect(remarks).toMatchObject([{ en: expect.stringMatching(/are scheduled by the FSRS parameters/) }])
    expect(other.store.parameters()).toEqual(deps.store.parameters())
    expectSameRecall(deps, other)
    expect(await importFile(other, path, { isDryRun: false })).toMatchObject({ otherFacts: 0, remarks: [] })
    expect(other.store.drifted()).toEqual([])
  })

  test('are offered to one who has reviewed, and taken where wanted', async () => {
    const { deps, path, other } = await exported()
    other.clock.at -= DAY_MS
    answerOne(other, LEARNING, 'good')
    other.clock.at += DAY_MS
    const before = other.store.parameters()
    const { remarks } = await importFile(other, path, { isDryRun: false })
    expect(remarks).toMatchObject([{ en: expect.stringMatching(/with --weights they are/) }])
    expect(other.store.parameters()).toEqual(before)
    await importFile(other, path, { isDryRun: false, takesWeights: true })
    expect(other.store.parameters()).toEqual(deps.store.parameters())
    expectSameRecall(deps, other)
    expect(other.store.drifted()).toEqual([])
  })

  test('are refused where the file has none', async () => {
    const other = openTestDeps({})
    const path = resolve('test/interop/anki/fixtures/latest.apkg')
    await expect(importFile(other, path, { isDryRun: false, takesWeights: true })).rejects.toThrow(
      'The file has no parameters of FSRS-6.',
    )
    expect(other.store.countEvents()).toBe(0)
  })
})
