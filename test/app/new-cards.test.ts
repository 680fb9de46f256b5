import { describe, expect, onTestFinished, test } from 'vitest'
import { answerCard } from '../../src/app/answer-card.ts'
import { answerOne } from '../../src/app/change-card.ts'
import type { Deps } from '../../src/app/deps.ts'
import { exerciseOfToday } from '../../src/app/exercise-of-today.ts'
import { revealAnswer } from '../../src/app/reveal-answer.ts'
import type { Review } from '../../src/app/review.ts'
import { startReview } from '../../src/app/start-review.ts'
import { todayQueue } from '../../src/app/today-queue.ts'
import { contentOf, shelve } from '../../src/content/content.ts'
import { parseBuiltIn } from '../../src/content/parse-built-in.ts'
import { isStable } from '../../src/core/card-state.ts'
import { DAY_MS, type Moment } from '../../src/core/day.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { createRandom } from '../../src/core/random.ts'
import { choiceKey, type TopicChoice, weightKey } from '../../src/core/topic.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { NOON } from './open-test-deps.ts'

const { decks, exercises } = await parseBuiltIn('.')
const content = contentOf(decks.map(shelve), exercises, [])
const WEIGHTS = new Map(content.decks.map(({ name, weight }) => [name, weight]))
const EVERYTHING = { decks: [], newCards: undefined, limit: undefined, mode: 'scheduled' } as const

interface Learner extends Deps {
  readonly clock: { at: number }
}

function openLearner(): Learner {
  const store = createStore(openDatabase(':memory:'))
  onTestFinished(() => void store.close())
  const clock = { at: NOON }
  const nowhere = {
    builtIn: '',
    graders: '',
    decks: '',
    exercises: '',
    ownGraders: '',
    backups: '',
    cache: '',
    home: '',
  }
  return {
    store,
    content,
    readContent: async () => content,
    machine: { locale: 'en', workspace: '' },
    folders: nowhere,
    clock,
    now: (): Moment => ({ at: clock.at, offsetMin: 0 }),
  }
}

/** Days of study: the new cards in the order in which they were asked. The second session begins where the first broke off. */
function study(learner: Learner, days: number): readonly CardId[] {
  const random = createRandom('sixty days')
  const fresh: CardId[] = []
  for (let day = 0; day < days; day++) {
    for (const limit of [7, Number.POSITIVE_INFINITY]) answerAll(limit)
    acceptWhatIsUnlocked(learner)
    learner.clock.at = NOON + (day + 1) * DAY_MS
  }
  return fresh

  function answerAll(limit: number): void {
    let review: Review = startReview(learner, EVERYTHING)
    for (let answered = 0; answered < limit && review.current.kind === 'asking'; answered++) {
      const { card, state } = review.current
      if (state.memory.kind === 'new') fresh.push(card.id)
      learner.clock.at += 20_000
      review = answerCard(learner, revealAnswer(learner, review), random.real() < 0.1 ? 'again' : 'good')
    }
  }
}

function acceptWhatIsUnlocked({ store, now, ...rest }: Learner): void {
  const assignment = exerciseOfToday({ store, now, ...rest }, now())
  if (assignment === undefined || assignment.reason.kind === 'new') return
  const outcome = { kind: 'judged', verdict: 'accepted', tier: 'pass' } as const
  const { id } = assignment.exercise
  store.recordExercise(
    { kind: 'attempt', exercise: id, language: 'py', outcome, recalls: [], source: '' },
    now(),
  )
}

const deckOf = (card: CardId) => content.cards.deckOf(card)?.name ?? ''
const countOf = (cards: readonly CardId[], deck: string) =>
  cards.filter((card) => deckOf(card) === deck).length
const ALL_WEIGHTS = [...WEIGHTS.values()].reduce((sum, weight) => sum + weight, 0)
/** What exercises need comes first, and so everything else a little later. */
const A_DAY = 10

function openLearnerWho(settings: { readonly [key: string]: string }): Learner {
  const learner = openLearner()
  for (const [key, value] of Object.entries(settings)) learner.store.configure(key, value, learner.now())
  return learner
}

const saying = (choice: TopicChoice, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [choiceKey(name), choice]))

describe('new cards', () => {
  test('come from every deck by its share, through sixty days of two sessions', () => {
    const cards = study(openLearner(), 60)
    expect(new Set(cards).size).toBe(600)
    for (const [deck, weight] of WEIGHTS) {
      const places = cards.flatMap((card, at) => (deckOf(card) === deck ? [at + 1] : []))
      for (const [at, place] of places.entries())
        expect(place, deck).toBeLessThanOrEqual(((at + 1) * ALL_WEIGHTS) / weight + A_DAY)
      const due = Math.floor(((600 - A_DAY) * weight) / ALL_WEIGHTS)
      const size = content.decks.find(({ name }) => name === deck)?.cards.length ?? 0
      expect(places.length, deck).toBeGreaterThanOrEqual(Math.min(size, due))
    }
  })

  test('have reached after six days what is asked most', () => {
    const cards = study(openLearner(), 6)
    expect(cards).toHaveLength(60)
    for (const [deck, weight] of WEIGHTS) {
      const share = Math.floor(((60 - A_DAY) * weight) / ALL_WEIGHTS)
      expect(countOf(cards, deck), deck).toBeGreaterThanOrEqual(share)
    }
    expect(new Set(cards.map(deckOf)).size).toBeGreaterThan(30)
  })

  test('begin with what the exercise of the day needs, and with what that builds on', () => {
    const learner = openLearner()
    const missing = exerciseOfToday(learner, learner.now())?.missing ?? []
    expect(missing.length).toBeGreaterThan(0)
    const cards = study(learner, 2)
    for (const card of missing) expect(cards.indexOf(card)).toBeGreaterThanOrEqual(0)
    const builtOn = cards.slice(0, Math.max(...missing.map((card) => cards.indexOf(card))))
    const wanted = new Set(missing)
    for (const card of builtOn.toReversed()) {
      if (!wanted.has(card)) expect([...wanted].some((one) => buildsOn(one, card))).toBe(true)
      wanted.add(card)
    }
  })

  test('come first from chosen decks, and never from excluded ones', () => {
    const others = [...WEIGHTS.keys()].filter((name) => name !== 'nms' && name !== 'iou' && name !== 'hough')
    const learner = openLearnerWho({
      ...saying('chosen', 'nms', 'iou'),
      ...saying('excluded', 'momentum', 'adam', 'sgd', 'rmsprop', 'mean-filter'),
    })
    const cards = study(learner, 8)
    const first = cards.slice(0, countOf(cards, 'nms') + countOf(cards, 'iou'))
    const needed = first.filter((card) => others.includes(deckOf(card)))
    expect(first.length - needed.length).toBeGreaterThan(30)
    for (const deck of ['momentum', 'adam', 'sgd', 'rmsprop', 'mean-filter'])
      expect(countOf(cards, deck)).toBe(0)
  })

  test('come as often as the learner weighs their deck', () => {
    const cards = study(openLearnerWho({ [weightKey('hough')]: '9', [weightKey('focal-loss')]: '1' }), 20)
    expect(countOf(cards, 'hough')).toBeGreaterThanOrEqual(10)
    expect(countOf(cards, 'focal-loss')).toBeLessThanOrEqual(2)
  })

  test('of an excluded deck come when it is asked for by its own name', () => {
    const learner = openLearnerWho(saying('excluded', 'nms'))
    const shown = (decks: readonly string[]) => startReview(learner, { ...EVERYTHING, decks }).current
    expect(shown(['nms'])).toMatchObject({ kind: 'asking', card: { deck: 'nms' } })
    const asked = todayQueue(learner, { decks: ['detection'], newCards: 999 }, learner.now()).fresh
    expect(new Set(asked.map(deckOf))).toEqual(
      new Set(['iou', 'anchors', 'average-precision', 'yolov3-loss']),
    )
  })
})

describe('the cards that an exercise needs', () => {
  const FOR_ADAM = { ...EVERYTHING, exercise: 'adam' } as const
  const needed = exercises.find(({ id }) => id === 'adam')?.prerequisites ?? []

  test('are asked at once, however many new ones the day has had, and not twice a day', () => {
    const learner = openLearner()
    study(learner, 1)
    let review = startReview(learner, FOR_ADAM)
    const asked: CardId[] = []
    while (review.current.kind === 'asking') {
      asked.push(review.current.card.id)
      review = answerCard(learner, revealAnswer(learner, review), 'easy')
    }
    expect(new Set(asked)).toEqual(new Set([...asked, ...needed]))
    expect(startReview(learner, FOR_ADAM).current.kind).toBe('finished')
    for (const card of needed) expect(isStable(learner.store.card(card).memory)).toBe(true)
  })

  test('come before everything else that is new or due that day', () => {
    const learner = openLearner()
    const missing = exerciseOfToday(learner, learner.now())?.missing ?? []
    // No exercise needs these.
    const others = [...content.cards.keys()].filter((id) => id.startsWith('sift/'))
    for (const id of others) answerOne(learner, id, 'easy')
    // Learnt today, and not stable.
    for (const id of missing.slice(0, 2)) {
      answerOne(learner, id, 'again')
      learner.clock.at += 20 * 60_000
      answerOne(learner, id, 'good')
      learner.clock.at += 20 * 60_000
      answerOne(learner, id, 'good')
    }
    learner.clock.at += 30 * DAY_MS
    const { needed: first, reviews } = todayQueue(learner, EVERYTHING, learner.now())
    expect(reviews.length).toBeGreaterThan(10)
    expect(first.length).toBeGreaterThanOrEqual(missing.length)
    const due = missing.filter((card) => reviews.includes(card))
    expect(due).toHaveLength(2)
    expect(reviews.slice(0, due.length).toSorted()).toEqual(due.toSorted())
  })

  test('that a failed attempt brought back are of the day, new ones too, until they are answered', () => {
    const learner = openLearner()
    const [card = '' as CardId] = needed
    const outcome = { kind: 'judged', verdict: 'wrong-answer', tier: 'none' } as const
    const attempt = { kind: 'attempt', exercise: 'adam' as ExerciseId, language: 'py', outcome } as const
    learner.store.recordExercise({ ...attempt, recalls: [card], source: '' }, learner.now())
    const queue = () => todayQueue(learner, EVERYTHING, learner.now())
    for (const days of [0, 1, 30]) {
      learner.clock.at += days * DAY_MS
      expect(queue()).toMatchObject({ recalled: [card] })
      expect(queue().fresh).toHaveLength(9)
      expect(queue().fresh).not.toContain(card)
    }
    const review = startReview(learner, EVERYTHING)
    answerCard(learner, revealAnswer(learner, review), 'good')
    expect(queue().recalled).toEqual([])
  })
})

function buildsOn(card: CardId, first: CardId): boolean {
  const after = content.cards.get(card)?.after ?? []
  return after.some((id) => id === first || buildsOn(id, first))
}
