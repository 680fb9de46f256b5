import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerOne, forgetCard, setDue, setSuspended } from '../../../src/app/change-card.ts'
import { exportCards } from '../../../src/app/export/export-cards.ts'
import { importFile } from '../../../src/app/import/import-file.ts'
import type { CardId } from '../../../src/core/ids.ts'
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

test.each(['all.apkg', 'all.colpkg'])('%s brings into another home how every card stands', async (name) => {
  const deps = openTestDeps({ adam: DECK })
  study(deps)
  const path = join(deps.folders.home, name)
  const wanted = {
    decks: [],
    languages: ['en'],
    scheduling: true,
    force: false,
    onWritten: () => undefined,
  } as const
  const { reviews } = await exportCards(deps, path, wanted)
  const other = openTestDeps({ adam: DECK })
  other.clock.at = deps.clock.at
  const report = await importFile(other, path, { isDryRun: false })
  // Two of them are no answers: a card was forgotten, and one was put off.
  expect(report).toMatchObject({ notes: { added: 0 }, reviews: reviews - 2 })
  for (const card of CARDS) expect(other.store.card(card)).toEqual(deps.store.card(card))
  expect(await importFile(other, path, { isDryRun: false })).toMatchObject({ reviews: 0, otherFacts: 0 })
})
