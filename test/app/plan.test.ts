import { describe, expect, test } from 'vitest'
import { changeSetting } from '../../src/app/change-setting.ts'
import { chooseTopic } from '../../src/app/change-topic.ts'
import { schedulersIn } from '../../src/app/deps.ts'
import { exerciseOfToday } from '../../src/app/exercise-of-today.ts'
import { lookAhead } from '../../src/app/look-ahead.ts'
import { allowTenMore } from '../../src/app/new-cards-today.ts'
import { changePlan, endPlan } from '../../src/app/plan/change-plan.ts'
import { planOfDay } from '../../src/app/plan/plan-of-day.ts'
import { reportPlan } from '../../src/app/plan/report-plan.ts'
import { summarizeToday } from '../../src/app/summarize-today.ts'
import { listQueue, todayQueue, WHOLE_QUEUE } from '../../src/app/today-queue.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { studyDayOf } from '../../src/core/day.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import type { Problem } from '../../src/core/problem.ts'
import { createRandom, type Random } from '../../src/core/random.ts'
import { drawFirstRating } from '../../src/core/workload/draw-rating.ts'
import { daysLater, openTestDeps, type TestDeps } from './open-test-deps.ts'

const deck = (name: string, size = 30) =>
  Array.from({ length: size }, (_, at) => `## ${name}/card-${at}\nQ: What is ${at}?\nA: That.\n`).join('\n')

const openStudy = () => openTestDeps({ adam: deck('adam'), nms: deck('nms') })

function planned(deps: TestDeps, days: number, minutes: number, topics: readonly string[] = []): void {
  changePlan(deps, { interview: studyDayOf(deps.now()) + days, minutes, topics })
}

function asked(deps: TestDeps): readonly CardId[] {
  return listQueue(deps, todayQueue(deps, WHOLE_QUEUE, deps.now())).map(({ card }) => card)
}

function answer(deps: TestDeps, cards: readonly CardId[], durationMs = 10_000): void {
  for (const card of cards) {
    const change = { kind: 'review', rating: 'easy', durationMs } as const
    deps.store.recordCard(card, change, deps.now(), deps.store.card(card))
  }
}

describe('a plan', () => {
  test('decides what the day asks, whatever the limits of days without one', () => {
    const deps = openStudy()
    changeSetting(deps, 'new-per-day', '1')
    expect(asked(deps)).toHaveLength(1)
    planned(deps, 4, 5)
    // A new card is taken for two answers of ten seconds.
    expect(asked(deps)).toHaveLength(15)
    expect(summarizeToday(deps)).toMatchObject({
      due: { fresh: 15, reviews: 0 },
      plan: { newCards: 15, reviews: 0, exercises: 0 },
      newCards: { limit: 15 },
      pace: undefined,
    })
  })

  test('that is made at noon wants no card beside one of its note that was answered before', () => {
    const cloze = (at: number) => `## iou/c-${at}\nC: [1: this ${at}] and [2: that ${at}]\n`
    const deps = openTestDeps({ iou: Array.from({ length: 12 }, (_, at) => cloze(at)).join('\n') })
    answer(deps, asked(deps).slice(0, 5), 1000)
    planned(deps, 3, 60)
    const { due, plan } = summarizeToday(deps)
    expect(due.fresh).toBe(7)
    expect(plan?.newCards).toBe(7)
  })

  test('does not move while its day is answered, and has less left by what was done', () => {
    const deps = openStudy()
    planned(deps, 4, 5)
    const before = asked(deps)
    answer(deps, before.slice(0, 6))
    expect(asked(deps)).toEqual(before.slice(6))
    expect(summarizeToday(deps)).toMatchObject({ due: { fresh: 9 }, plan: { newCards: 15 } })
    answer(deps, before.slice(6))
    expect(asked(deps)).toEqual([])
  })

  test('is made anew the next morning from how the cards then stand', () => {
    const deps = openStudy()
    planned(deps, 4, 5)
    const first = asked(deps)
    daysLater(deps, 1)
    expect(new Set(asked(deps))).toEqual(new Set(first))
    answer(deps, asked(deps))
    daysLater(deps, 1)
    expect(asked(deps).some((card) => first.includes(card))).toBe(false)
  })

  test('asks cards before they are due where that helps on the date', () => {
    const deps = openStudy()
    const cards = ['adam/card-0', 'adam/card-1'] as CardId[]
    answer(deps, cards)
    planned(deps, 3, 30)
    daysLater(deps, 2)
    const { reviews } = todayQueue(deps, WHOLE_QUEUE, deps.now())
    expect(cards.every((card) => reviews.includes(card))).toBe(true)
    const { memory } = deps.store.card('adam/card-0' as CardId)
    expect(memory.kind === 'review' && memory.dueDay > studyDayOf(deps.now())).toBe(true)
  })

  test('is for its topics alone, and what they leave out waits', () => {
    const deps = openStudy()
    answer(deps, ['adam/card-0' as CardId])
    daysLater(deps, 300)
    expect(asked(deps)).toContain('adam/card-0')
    planned(deps, 10, 60, ['nms'])
    expect(asked(deps).every((card) => card.startsWith('nms/'))).toBe(true)
    const report = reportPlan(deps)
    expect(report.kind === 'on' && report.topics.map(({ topic }) => topic)).toEqual(['nms'])
  })

  test('ends with the day before its date, and then usual days return with their limits', () => {
    const deps = openStudy()
    planned(deps, 2, 10)
    daysLater(deps, 1)
    expect(planOfDay(deps, deps.now())).toBeDefined()
    daysLater(deps, 1)
    expect(planOfDay(deps, deps.now())).toBeUndefined()
    expect(asked(deps)).toHaveLength(10)
    expect(reportPlan(deps).kind).toBe('over')
  })

  test('is ended at any time, and the date stays', () => {
    const deps = openStudy()
    expect(endPlan(deps)).toBe(false)
    planned(deps, 9, 30)
    expect(endPlan(deps)).toBe(true)
    expect(asked(deps)).toHaveLength(10)
    expect(reportPlan(deps)).toEqual({ kind: 'none' })
    expect(summarizeToday(deps).readiness.isInterview).toBe(true)
  })

  test('rests while its date is moved more than a year away', () => {
    const deps = openStudy()
    planned(deps, 9, 30)
    changeSetting(deps, 'interview', '2028-01-01')
    expect(asked(deps)).toHaveLength(10)
    expect(reportPlan(deps).kind).toBe('far')
    changeSetting(deps, 'interview', '2026-12-24')
    expect(reportPlan(deps).kind).toBe('on')
    changeSetting(deps, 'interview', '')
    expect(reportPlan(deps).kind).toBe('none')
  })

  test('changes by one thing at a time', () => {
    const deps = openStudy()
    planned(deps, 9, 30, ['nms'])
    const plan = changePlan(deps, { interview: undefined, minutes: 12, topics: undefined })
    expect(plan).toMatchObject({ minutes: 12, topics: ['nms'], interview: studyDayOf(deps.now()) + 9 })
    expect(changePlan(deps, { ...NOTHING, topics: [] })).toMatchObject({ minutes: 12, topics: [] })
  })

  test('reaches another process and other devices through the log, of which a forecast writes nothing', () => {
    const deps = openStudy()
    planned(deps, 9, 30)
    const events = deps.store.countEvents()
    reportPlan(deps)
    summarizeToday(deps)
    lookAhead(deps, [])
    expect(deps.store.countEvents()).toBe(events)
    const other = openTestDeps({ adam: deck('adam'), nms: deck('nms') })
    other.store.accept(deps.store.entries(), () => undefined)
    expect(asked(other)).toEqual(asked(deps))
  })

  test('takes as many minutes from today as were spent before it was made', () => {
    const deps = openStudy()
    answer(deps, ['adam/card-0', 'adam/card-1'] as CardId[], 60_000)
    planned(deps, 2, 6)
    // Two of six minutes are spent. Beside twenty guessed answers of ten seconds the two make 14.5, so a new card takes 29.
    expect(asked(deps)).toHaveLength(8)
  })

  test('lets the learner have ten more', () => {
    const deps = openStudy()
    planned(deps, 4, 5)
    answer(deps, asked(deps))
    allowTenMore(deps)
    expect(asked(deps)).toHaveLength(10)
    expect(todayQueue(deps, { decks: [], newCards: 18 }, deps.now()).fresh).toHaveLength(3)
  })

  test('is made anew when topics are excluded or weekdays made easy in the middle of its day', () => {
    const deps = openStudy()
    planned(deps, 9, 60)
    expect(asked(deps).some((card) => card.startsWith('nms/'))).toBe(true)
    chooseTopic(deps, ['nms'], 'excluded')
    expect(asked(deps).some((card) => card.startsWith('nms/'))).toBe(false)
    // That day is a Tuesday.
    changeSetting(deps, 'easy-days', 'tue=minimal')
    expect(asked(deps)).toEqual([])
  })

  test('keeps suspended cards out, and counts tomorrow by its own forecast', () => {
    const deps = openStudy()
    const card = 'adam/card-0' as CardId
    deps.store.recordCard(card, { kind: 'suspend', suspended: true }, deps.now(), deps.store.card(card))
    planned(deps, 9, 60)
    expect(asked(deps)).not.toContain(card)
    expect(lookAhead(deps, []).tomorrow).toBeGreaterThan(0)
    const today = planOfDay(deps, deps.now())
    expect(today?.today).toBe(studyDayOf(deps.now()))
  })
})

describe('the exercises of a plan', () => {
  const openTasks = async (minutes: number) => {
    const deps = openStudy()
    const { exercises } = await loadContent({ builtIn: 'dist' })
    const withTasks = { ...deps, content: { ...deps.content, exercises } }
    planned(withTasks, 20, minutes)
    return withTasks
  }

  function attempt(deps: TestDeps, exercise: ExerciseId, verdict: 'accepted' | 'wrong-answer'): void {
    const outcome = { kind: 'judged', verdict, tier: verdict === 'accepted' ? 'pass' : 'none' } as const
    const body = { kind: 'attempt', exercise, language: 'py', outcome, recalls: [], source: '' } as const
    deps.store.recordExercise({ ...body, ratio: undefined, diagnosis: undefined }, deps.now())
  }

  test('come in turns: today’s until it is solved, and then none before their minutes are saved up', async () => {
    const deps = await openTasks(20)
    const first = exerciseOfToday(deps, deps.now())?.exercise
    if (first === undefined) throw new Error('The first comes at once.')
    expect(summarizeToday(deps).plan?.exercises).toBe(1)
    attempt(deps, first.id, 'wrong-answer')
    expect(exerciseOfToday(deps, deps.now())).toMatchObject({ exercise: first, reason: { kind: 'open' } })
    attempt(deps, first.id, 'accepted')
    expect(exerciseOfToday(deps, deps.now())).toBeUndefined()
    daysLater(deps, 1)
    expect(exerciseOfToday(deps, deps.now())).toBeUndefined()
    daysLater(deps, 3)
    expect(exerciseOfToday(deps, deps.now())).toBeDefined()
  })

  test('leave the cards of their day fewer minutes, and are never longer than it', async () => {
    const deps = await openTasks(20)
    const [today] = planOfDay(deps, deps.now())?.days ?? []
    const exercise = deps.content.exercises.get(today?.exercises[0] as ExerciseId)
    expect(today?.exercises).toHaveLength(1)
    expect(today?.newCards).toHaveLength(3 * (20 - (exercise?.minutes ?? 0)))
    const longest = await openTasks(4)
    expect(exerciseOfToday(longest, longest.now())).toBeUndefined()
    const plan = planOfDay(longest, longest.now())
    expect(plan?.exercisesTooLong).toEqual(plan?.exercisesLeftOut)
    expect(plan?.exercisesTooLong).toHaveLength(longest.content.exercises.size)
  })

  test('are those of its topics', async () => {
    const deps = await openTasks(60)
    planned(deps, 20, 60, ['nms'])
    const topics = planOfDay(deps, deps.now())?.days.flatMap(({ exercises }) =>
      exercises.map((id) => deps.content.exercises.get(id as ExerciseId)?.topic),
    )
    expect(new Set(topics)).toEqual(new Set(['nms']))
  })
})

test('a learner who forgets as FSRS says recalls on the date what the first morning foretold', () => {
  const deps = openStudy()
  planned(deps, 12, 4)
  const first = planOfDay(deps, deps.now())
  const random = createRandom('learner')
  for (let day = 0; day < 12; day++) {
    liveDay(deps, random)
    daysLater(deps, 1)
  }
  const { cards } = schedulersIn(deps)
  const recalls = [...deps.content.cards.keys()].map((card) =>
    cards.retrievability(deps.store.card(card).memory, studyDayOf(deps.now())),
  )
  const recalled = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length
  expect(recalled).toBeGreaterThan(first?.recall?.low ?? 1)
  expect(recalled).toBeLessThan(first?.recall?.high ?? 0)
  expect(reportPlan(deps).kind).toBe('over')
})

/** Answers until the day asks for nothing more, what is on steps too. */
function liveDay(deps: TestDeps, random: Random): void {
  const day = studyDayOf(deps.now())
  const { at } = deps.clock
  const asks = () => {
    const { learning, reviews, fresh } = todayQueue(deps, WHOLE_QUEUE, deps.now())
    return [...learning.map(({ card }) => card), ...reviews, ...fresh]
  }
  for (let [card] = asks(); card !== undefined; [card] = asks()) {
    const state = deps.store.card(card)
    const recall = schedulersIn(deps).cards.retrievability(state.memory, day)
    const rating =
      state.memory.kind === 'new'
        ? drawFirstRating(random)
        : state.memory.kind !== 'review' || random.real() < recall
          ? 'good'
          : 'again'
    deps.store.recordCard(card, { kind: 'review', rating, durationMs: 10_000 }, deps.now(), state)
    deps.clock.at += 60_000
  }
  deps.clock.at = at
}

const NOTHING = { interview: undefined, minutes: undefined, topics: undefined }

test.each([
  { when: 'there is no card', decks: {}, says: 'There are no cards to plan with.' },
  {
    when: 'every topic is excluded',
    decks: { nms: deck('nms', 2) },
    says: 'All of these topics are excluded.',
  },
])('where $when nothing is planned, and the old plan stays', ({ decks, says }) => {
  const deps = openTestDeps(decks)
  if (deps.content.decks.length > 0) chooseTopic(deps, ['nms'], 'excluded')
  const events = deps.store.countEvents()
  expect(() => planned(deps, 9, 30)).toThrow(expect.objectContaining<Partial<Problem>>({ message: says }))
  expect(deps.store.countEvents()).toBe(events)
})

test('an excluded deck that is named is planned', () => {
  const deps = openStudy()
  chooseTopic(deps, ['nms'], 'excluded')
  planned(deps, 9, 30, ['nms'])
  expect(asked(deps).every((card) => card.startsWith('nms/'))).toBe(true)
  expect(asked(deps).length).toBeGreaterThan(5)
})

test('a setting that another program wrote is no plan where it cannot be read', () => {
  const deps = openStudy()
  changeSetting(deps, 'interview', '2026-12-24')
  for (const text of ['soon', '0', '12345', '30.5']) {
    deps.store.configure('plan', text, deps.now())
    expect(reportPlan(deps)).toEqual({ kind: 'none' })
  }
})
