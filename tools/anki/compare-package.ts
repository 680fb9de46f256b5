import type { Deps } from '../../src/app/deps.ts'
import type { Exported } from '../../src/app/export/export-format.ts'
import { flagOf } from '../../src/core/card-flag.ts'
import type { CardState } from '../../src/core/card-state.ts'
import { DAY_MS, studyDayOf } from '../../src/core/day.ts'
import { type CardId, noteOf } from '../../src/core/ids.ts'
import { schedulerFor } from '../../src/core/parameters-by-scope.ts'
import { RATINGS } from '../../src/core/rating.ts'
import { unreachable } from '../../src/core/unreachable.ts'
import { ankiDeckName } from '../../src/interop/anki/deck-name.ts'
import { guidOf, noteOfGuid, ordinalOf } from '../../src/interop/anki/note-guid.ts'
import { type AnkiCard, type AnkiFacts, type AnkiMemory, RECALL_TOLERANCE } from './ask-anki.ts'
import { cardAt } from './card-at.ts'
import { type Finding, finding } from './finding.ts'

/** Anki keeps four decimals of a stability, and reckons in floats of 32 bits. */
const STATE_TOLERANCE = 1e-3

/** Whether Anki has what was written, and what the learner has. */
export function* comparePackage(
  deps: Deps,
  written: Exported,
  anki: AnkiFacts,
  name: string,
): Generator<Finding> {
  const notes = Object.keys(anki.notes).length
  const cards = Object.entries(anki.cards).map(([key, card]) => compareCard(deps, key, card))
  const wrong = cards.filter(({ differs }) => differs !== '')
  const worst = (of: (card: ComparedCard) => number) => Math.max(...cards.map(of))
  const [recall, state] = [worst((card) => card.recallError), worst((card) => card.stateError)]
  yield finding(
    `${name}: Anki finds the collection sound${anki.problems && `, but: ${anki.problems}`}`,
    anki.problems === '',
  )
  yield finding(
    `${name}: ${notes} notes, ${cards.length} cards, ${anki.reviews.length} reviews, as written`,
    notes === written.notes && cards.length === written.cards && anki.reviews.length === written.reviews,
  )
  yield finding(
    `${name}: ${cards.length - wrong.length} cards stand as here (kind, queue, due, interval, counts, flag)${wrong
      .slice(0, 5)
      .map(({ differs }) => `; ${differs}`)
      .join('')}`,
    cards.length > 900 && wrong.length === 0,
  )
  yield finding(
    `${name}: recall differs by at most ${recall.toExponential(1)} (${RECALL_TOLERANCE})`,
    recall <= RECALL_TOLERANCE,
  )
  yield finding(
    `${name}: Anki's own replay of the reviews differs by at most ${state.toExponential(1)} (${STATE_TOLERANCE})`,
    state <= STATE_TOLERANCE,
  )
  const answers = anki.reviews.filter(([, , ease]) => ease > 0).map((row) => row.join())
  const here = answersHere(deps)
  const strange = answers.filter((row) => !here.has(row))
  yield finding(
    `${name}: ${answers.length} answers by card, time and rating are those of the log; ${strange.length} are not`,
    answers.length === here.size && strange.length === 0,
  )
  const decks = new Set(deps.content.decks.map((deck) => ankiDeckName(deck, 'en')))
  yield finding(
    `${name}: ${decks.size} decks, ${anki.tags.length} tags, media ${anki.media.join(', ')}`,
    [...decks].every((deck) => anki.decks.includes(deck)) &&
      ['moments', 'two_words', '图像', 'leech'].every((tag) => anki.tags.includes(tag)) &&
      anki.media.join() === 'ramp.png' &&
      anki['unsound media'].length === 0,
  )
}

interface ComparedCard {
  /** Empty where it stands as here. */
  readonly differs: string
  readonly recallError: number
  readonly stateError: number
}

function compareCard(deps: Deps, key: string, [...columns]: AnkiCard): ComparedCard {
  const memory = columns.pop() as AnkiMemory | null
  const [, guid = '', ordinal = ''] = /^(.*)#(\d+)$/.exec(key) ?? []
  const note = noteOfGuid(guid)
  const card = note && cardAt(note, Number(ordinal))
  if (card === undefined) return { differs: `${key} is no card`, recallError: 0, stateError: 0 }
  const state = deps.store.card(card)
  const here = columnsHere(deps, card, state, Number(columns[2]))
  const differs = here.join() === columns.join() ? '' : `${card}: ${columns.join()} for ${here.join()}`
  if (state.memory.kind === 'new' || memory === null) {
    const isNew = state.memory.kind === 'new' && memory === null
    return { differs: isNew ? differs : `${card}: seen on one side only`, recallError: 0, stateError: 0 }
  }
  const { stability, difficulty, lastReview } = state.memory
  const [recall, , replayedStability, replayedDifficulty] = memory
  const { factor, decay } = schedulerFor(deps.store.parameters().cards).forgetting
  // Anki counts parts of days.
  const expected = (1 + (factor * (Date.now() - lastReview)) / DAY_MS / stability) ** decay
  return {
    differs,
    recallError: Math.abs(recall - expected),
    stateError: Math.max(
      Math.abs(replayedStability / stability - 1),
      Math.abs(replayedDifficulty - difficulty) / 10,
    ),
  }
}

/** What Anki should say of it, its due day counted from today. Which place a new card has among those that Anki had before is Anki's. */
function columnsHere(deps: Deps, card: CardId, { memory, suspended, buriedOn }: CardState, place: number) {
  const today = studyDayOf(deps.now())
  const flag = flagOf(card, deps.store.settings()) === undefined ? 0 : 1
  const queue = (usual: number) => (suspended ? -1 : buriedOn === today ? -3 : usual)
  switch (memory.kind) {
    case 'new':
      return [0, queue(0), place, 0, 0, 0, flag]
    case 'learning':
      return [1, queue(1), Math.round(memory.due / 1000), 0, memory.reps, memory.lapses, flag]
    case 'review':
      return [2, queue(2), memory.dueDay - today, memory.intervalDays, memory.reps, memory.lapses, flag]
    case 'relearning': {
      const interval = Math.max(1, Math.round(memory.stability))
      return [3, queue(1), Math.round(memory.due / 1000), interval, memory.reps, memory.lapses, flag]
    }
    default:
      return unreachable(memory)
  }
}

function answersHere(deps: Deps): ReadonlySet<string> {
  const answers = new Set<string>()
  for (const event of deps.store.standing()) {
    if (event.kind !== 'review') continue
    const key = `${guidOf(noteOf(event.card))}#${ordinalOf(event.card)}`
    answers.add([key, event.at, RATINGS.indexOf(event.rating) + 1].join())
  }
  return answers
}
