import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { summarizeToday } from '../../src/app/summarize-today.ts'
import { type Content, contentOf, shelve } from '../../src/content/content.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { parseDeck } from '../../src/content/parse-deck.ts'
import type { ExerciseId } from '../../src/core/ids.ts'
import type { LogEntry } from '../../src/core/log-entry.ts'
import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import type { Hub } from '../../src/hub/hub.ts'
import { courseView } from '../../src/hub/progress/course-view.ts'
import { catchUp, keepProgress } from '../../src/hub/progress/keep-progress.ts'
import { type LearnerStanding, standingOf } from '../../src/hub/progress/learner-standing.ts'
import type { KeptAttempt } from '../../src/hub/progress/progress-state.ts'
import { createRosters } from '../../src/hub/progress/read-members.ts'
import { topicView } from '../../src/hub/progress/topic-view.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { collectStatistics } from '../app/collect-statistics.ts'
import { openTestDeps, type TestDeps } from '../app/open-test-deps.ts'
import { runs } from '../seed.ts'
import { perform, START, studySteps } from '../store/study.ts'
import { HUB_COURSE, HUB_ENGINES, openTestHub } from './open-test-hub.ts'
import { personCalled, pushAll, saying } from './share-log.ts'

const DECKS = {
  adam: '## adam/a\nQ: a?\nA: a.\n\n## adam/b\nQ: b?\nA: b.\n',
  nms: '## nms/c\nC: [1: c] and [2: d].\n',
}

let exercises: Content['exercises']
beforeAll(async () => {
  exercises = (await loadContent({ builtIn: 'dist' })).exercises
})

function learner(): TestDeps {
  const deps = openTestDeps(DECKS)
  return { ...deps, content: { ...deps.content, exercises } }
}

async function standings(
  hub: Hub,
  { content }: TestDeps,
): Promise<readonly (readonly [string, LearnerStanding])[]> {
  await catchUp(hub, {})
  const { members } = await createRosters(hub).rosterOf(HUB_COURSE, content)
  return members.map(({ name, standing }) => [name, standing])
}

async function progressOf(hub: Hub, person: string): Promise<readonly object[]> {
  return await hub.db.query('select person from progress where person = $1', [person])
}

test('what the hub makes of a log is what its learner’s own program makes of it, in whatever order it came', async () => {
  const { hub, clock } = await openTestHub({ people: { Ann: 'learner' } })
  const opened = learner()
  await fc.assert(
    fc.asyncProperty(studySteps, fc.nat(40), fc.nat(), async (steps, later, seed) => {
      const deps = { ...opened, store: createStore(openDatabase(':memory:')) }
      perform(deps.store, steps)
      const entries = [...deps.store.entries()]
      clock.at = Math.max(START, ...entries.map(({ at }) => at)) + later * 86_400_000
      deps.clock.at = clock.at
      await forgetAll(hub)
      const ann = await personCalled(hub, 'Ann')
      const [late, early] = split(entries, seed)
      await pushAll(hub, ann, [...early, saying('consent', ann, START - 1000)])
      await catchUp(hub, {})
      await pushAll(hub, ann, late)
      const [[, standing] = []] = await standings(hub, deps)
      const own = { ...deps, now: () => ({ at: clock.at, offsetMin: 60 }) }
      const { decks, histories, mistakes, total, activity } = collectStatistics(own)
      const { recall } = summarizeToday(own).readiness
      deps.store.close()
      expect(standing?.topics).toEqual(decks)
      expect(standing?.exercises).toMatchObject(histories)
      expect(standing?.mistakes).toMatchObject(mistakes)
      expect(standing?.total).toEqual({ reviews: total.reviews, minutes: total.minutes, days: total.days })
      expect(standing?.activity).toEqual(activity.slice(-30))
      expect(standing?.readiness.recall).toBeCloseTo(recall, 6)
    }),
    { numRuns: runs(25) },
  )
})

test.each(HUB_ENGINES)(
  'of who does not share nothing is made, and what was made goes with the consent, on %s',
  async (engine) => {
    const { hub, clock } = await openTestHub({ engine, people: { Ann: 'learner', Bob: 'learner' } })
    const deps = learner()
    const rosters = createRosters(hub)
    const roster = () => rosters.rosterOf(HUB_COURSE, deps.content)
    const [ann, bob] = [await personCalled(hub, 'Ann'), await personCalled(hub, 'Bob')]
    const log = reviews(deps, 10)
    for (const one of [ann, bob]) await pushAll(hub, one, log)
    await pushAll(hub, ann, [saying('consent', ann, clock.at)])
    expect(await roster()).toEqual({ members: [], silent: 1, behind: 1 })
    await catchUp(hub, {})
    expect(await roster()).toMatchObject({ members: [{ name: 'Ann' }], silent: 1, behind: 0 })
    expect(await progressOf(hub, bob)).toEqual([])

    await pushAll(hub, ann, [saying('consent', ann, clock.at + 1, false)])
    expect(await roster()).toEqual({ members: [], silent: 2, behind: 0 })
    expect(await progressOf(hub, ann)).toEqual([])
    await catchUp(hub, {})
    expect(await roster()).toEqual({ members: [], silent: 2, behind: 0 })

    await pushAll(hub, bob, [saying('consent', bob, clock.at + 2), saying('leave', bob, clock.at + 3)])
    expect(await roster()).toEqual({ members: [], silent: 1, behind: 0 })
  },
)

test('a consent that is taken back while the log is folded leaves nothing behind', async () => {
  const { hub, clock } = await openTestHub({ people: { Ann: 'learner' } })
  const ann = await personCalled(hub, 'Ann')
  await pushAll(hub, ann, [...reviews(learner(), 3), saying('consent', ann, clock.at)])
  let isTakenBack = false
  const interrupted: Hub = {
    ...hub,
    now: () => clock.at,
    db: {
      ...hub.db,
      query: async (text, values) => {
        const rows = await hub.db.query(text, values)
        if (text.includes('from entry') && !isTakenBack) {
          isTakenBack = true
          await pushAll(hub, ann, [saying('consent', ann, clock.at + 1, false)])
        }
        return rows as never
      },
    },
  }
  await catchUp(interrupted, {})
  expect(isTakenBack).toBe(true)
  expect(await progressOf(hub, ann)).toEqual([])
})

test('what arrives while a log is folded is made up for, and a log that is too long now is left for later', async () => {
  const { hub, clock } = await openTestHub({ people: { Ann: 'learner', Bob: 'learner' } })
  const deps = learner()
  const [ann, bob] = [await personCalled(hub, 'Ann'), await personCalled(hub, 'Bob')]
  const log = reviews(deps, 30)
  await pushAll(hub, ann, [...log.slice(0, 5), saying('consent', ann, clock.at)])
  await pushAll(hub, bob, [...log, saying('consent', bob, clock.at)])
  await catchUp(hub, { course: HUB_COURSE, most: 20 })
  const rosters = createRosters(hub)
  const roster = () => rosters.rosterOf(HUB_COURSE, deps.content)
  expect(await roster()).toMatchObject({ members: [{ name: 'Ann' }], behind: 1 })
  await catchUp(hub, { course: 'another' })
  expect((await roster()).behind).toBe(1)
  await catchUp(hub, {})
  const total = async () => (await roster()).members.map(({ standing }) => standing.total.reviews)
  expect(await total()).toEqual([5, 30])
  await pushAll(hub, ann, log)
  expect((await roster()).behind).toBe(1)
  await catchUp(hub, {})
  expect(await total()).toEqual([30, 30])
  clock.at += 40 * 86_400_000
  const [later] = (await roster()).members
  expect(later?.standing.activity.every(({ reviews }) => reviews === 0)).toBe(true)
})

test('a log of which nothing can be made is told, and keeps no other from being followed', async () => {
  const { hub, clock, mistakes } = await openTestHub({ people: { Ann: 'learner', Bob: 'learner' } })
  const [ann, bob] = [await personCalled(hub, 'Ann'), await personCalled(hub, 'Bob')]
  await pushAll(hub, ann, [saying('consent', ann, clock.at)])
  await pushAll(hub, bob, [...reviews(learner(), 3), saying('consent', bob, clock.at)])
  // What no program writes, as where it lies on a disk that is damaged.
  await hub.db.query(`update entry set body = '{' where person = $1`, [ann])
  const failed = new Map<string, number>()
  await catchUp(hub, { failed })
  expect(await progressOf(hub, ann)).toEqual([])
  expect(await progressOf(hub, bob)).toHaveLength(1)
  await catchUp(hub, { failed })
  expect(mistakes.map(({ name }) => name)).toEqual(['SyntaxError'])
  await pushAll(hub, ann, [saying('consent', ann, clock.at + 1)])
  await catchUp(hub, { failed })
  expect(mistakes).toHaveLength(2)
})

test('a log that names mistakes without end is gone through once, and a few of them are told', () => {
  const { content } = learner()
  const attempts = Array.from({ length: 2_000 }, (_, at): KeptAttempt => {
    const diagnosis = Array.from({ length: 100 }, (_, part) => `${at}-${part}`).join('+')
    const judged = { language: 'py', verdict: 'wrong-answer', tier: 'none', ratio: null } as const
    return { exercise: 'adam' as ExerciseId, day: 1, at, ...judged, diagnosis, recalls: [] }
  })
  const state = {
    offsetMin: 0,
    interview: '',
    parameters: INITIAL_PARAMETERS,
    cards: [],
    exercises: [],
    days: [],
  }
  expect(standingOf({ ...state, attempts }, content, START).mistakes).toHaveLength(500)
})

test('a hub keeps up by itself, also over a database that was away, until it ends', async () => {
  const { hub, clock, mistakes } = await openTestHub({ people: { Ann: 'learner' } })
  const ann = await personCalled(hub, 'Ann')
  await pushAll(hub, ann, [...reviews(learner(), 3), saying('consent', ann, clock.at)])
  let isAway = true
  const shaky: Hub = {
    ...hub,
    db: {
      ...hub.db,
      query: async (text, values) => {
        if (!isAway) return await hub.db.query(text, values)
        isAway = false
        throw new Error('away')
      },
    },
  }
  const ending = new AbortController()
  const keeping = keepProgress(shaky, ending.signal, 1)
  await expect.poll(() => progressOf(hub, ann)).toHaveLength(1)
  ending.abort()
  await keeping
  expect(mistakes.map(({ message }) => message)).toEqual(['away'])
  await keepProgress(hub, ending.signal)
})

test('of two topics whose decks have one name each has its own page', () => {
  const decks = ['anneal', 'course'].map((place) =>
    shelve(parseDeck(`## ${place}/a\nQ: a?\nA: a.\n`, `${place}/adam.md`).deck),
  )
  const content = contentOf(decks, [], [])
  const cards = content.decks.flatMap((deck) => deck.cards).map((id) => [id, 'review', 1, 1, 0] as const)
  const state = {
    offsetMin: 0,
    interview: '',
    parameters: INITIAL_PARAMETERS,
    exercises: [],
    attempts: [],
    days: [],
  }
  const members = [{ id: 'a', name: 'Ann', standing: standingOf({ ...state, cards }, content, START) }]
  const { topics } = courseView(members, content)
  expect(topics.map(({ key }) => key).sort()).toEqual(['adam', 'adam~2'])
  for (const { key, deck } of topics) expect(topicView(key, members, content)?.topic.deck).toBe(deck)
})

/** As many reviews of one card, one a day. */
function reviews(deps: TestDeps, count: number): readonly LogEntry[] {
  const store = createStore(openDatabase(':memory:'))
  const card = deps.content.decks[0]?.cards[0]
  if (card === undefined) throw new Error('no card')
  for (let day = count; day > 0; day--) {
    const now = { at: deps.clock.at - day * 86_400_000, offsetMin: 60 }
    store.recordCard(card, { kind: 'review', rating: 'good', durationMs: 1000 }, now, store.card(card))
  }
  const entries = [...store.entries()]
  store.close()
  return entries
}

async function forgetAll({ db }: Hub): Promise<void> {
  for (const table of ['progress', 'stretch', 'entry']) await db.query(`delete from ${table}`)
  await db.query('update person set entries = 0, shares = false')
}

/** In two parts, each in an order of its own. */
function split(entries: readonly LogEntry[], seed: number): readonly [LogEntry[], LogEntry[]] {
  const shuffled = entries.toSorted(
    (one, other) => ((one.at * 31 + seed) % 977) - ((other.at * 31 + seed) % 977),
  )
  const at = seed % (entries.length + 1)
  return [shuffled.slice(0, at), shuffled.slice(at)]
}
