import { describe, expect, test } from 'vitest'
import { foresee, learnersOf } from '../../tools/plan-trial/hold-trial.ts'
import { drawLearner } from '../../tools/plan-trial/learner.ts'
import { liveUntil, type Rival } from '../../tools/plan-trial/live-until.ts'
import { differenceOf } from '../../tools/plan-trial/paired.ts'
import { BASELINES } from '../../tools/plan-trial/rivals/baselines.ts'
import { planner } from '../../tools/plan-trial/rivals/planner.ts'
import type { Scenario } from '../../tools/plan-trial/scenarios.ts'
import { summaryTable, worldTable } from '../../tools/plan-trial/trial-table.ts'

const TIGHT: Scenario = { cards: 80, days: 14, met: 0.4, rounds: 1.5 }
const AMPLE: Scenario = { cards: 80, days: 14, met: 0, rounds: 5 }

/** Takes all in their order, and tells what it saw. */
function createWitness() {
  const seen: unknown[] = []
  const rival: Rival = {
    name: 'witness',
    policyFor: () => (morning) => {
      seen.push([morning.today, morning.items, morning.minutesOn(morning.today)])
      return morning.items.map(({ id }) => id)
    },
  }
  return { rival, seen }
}

describe.each([...BASELINES, planner])('$name', (rival) => {
  test('begins nothing once the minutes are up, and lives alike each time', () => {
    for (const scenario of [TIGHT, AMPLE]) {
      const learner = drawLearner('drift', scenario, 'some')
      const life = liveUntil(learner, rival)
      expect(life.busiestMinutes).toBeLessThan(learner.minutesADay + life.longestCard)
      expect(life.met).toBeGreaterThan(scenario.cards / 3)
      expect(liveUntil(drawLearner('drift', scenario, 'some'), rival)).toEqual(life)
    }
  })
})

test('all rivals meet the same learner: the same morning, the same days off, the same luck with a card', () => {
  const [one, other] = [createWitness(), createWitness()]
  const reversed: Rival = {
    name: 'reversed',
    policyFor: (truth) => (morning) => other.rival.policyFor(truth)(morning).toReversed(),
  }
  liveUntil(drawLearner('dash', TIGHT, 'seed'), one.rival)
  liveUntil(drawLearner('dash', TIGHT, 'seed'), reversed)
  expect(one.seen[0]).toEqual(other.seen[0])
  expect(one.seen).toHaveLength(other.seen.length)
  const fates = [1, 2].map(() => drawLearner('dash', TIGHT, 'seed').fateOf(7))
  const [first, again] = fates.map((fate) => [fate.next(), fate.next()].map(({ slowness }) => slowness))
  expect(first).toEqual(again)
  expect(drawLearner('dash', TIGHT, 'seed').fateOf(8).next().slowness).not.toBe(first?.[0])
})

test('learners for training are others than those who judge', () => {
  const slownesses = (['training', 'unseen'] as const).flatMap((kind) =>
    learnersOf(kind, 'own', [TIGHT, AMPLE], 3).map((learner) => learner.minutes.recalled),
  )
  expect(new Set(slownesses).size).toBe(12)
})

test('in the planner’s own world nobody beats the one who sees the truth', () => {
  const learners = learnersOf('training', 'own', [TIGHT, AMPLE], 4)
  const mean = (of: (learner: (typeof learners)[number]) => number) =>
    learners.reduce((sum, learner) => sum + of(learner), 0) / learners.length
  const bound = mean((learner) => foresee(learner).onDate)
  for (const rival of [...BASELINES, planner]) {
    expect(
      mean((learner) => liveUntil(learner, rival).onDate),
      rival.name,
    ).toBeLessThanOrEqual(bound)
  }
})

test('differences are paired, with an interval from resampled learners', () => {
  const constant = differenceOf([0.5, 0.9, 0.7], [0.4, 0.8, 0.6])
  expect([constant.mean, constant.low, constant.high].map((value) => value.toFixed(6))).toEqual(
    Array.from({ length: 3 }, () => '0.100000'),
  )
  const even = Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? 1 : -1))
  const { mean, low, high, worse } = differenceOf(
    even,
    even.map(() => 0),
  )
  expect([mean, worse]).toEqual([0, 0.5])
  // 1.96 standard errors of a mean of 100.
  expect(low).toBeGreaterThan(-0.25)
  expect(low).toBeLessThan(-0.15)
  expect(high).toBeGreaterThan(0.15)
  expect(high).toBeLessThan(0.25)
})

describe('the tables', () => {
  const life = { after: 0.5, meanwhile: 0.25, minutes: 60, busiestMinutes: 9, longestCard: 1, met: 3 }
  const lives = (onDate: readonly number[]) => onDate.map((recall) => ({ ...life, onDate: recall }))
  const outcomes = new Map([
    ['planner', lives([0.9, 0.8])],
    ['plain', lives([0.8, 0.7])],
    ['good', lives([0.85, 0.77])],
    ['oracle', lives([0.92, 0.82])],
  ])
  const contest = { ours: 'planner', plain: 'plain', oracle: 'oracle' }
  const rowsOf = (table: string) => table.split('\n').slice(2)

  test('compare each rival with the planner', () => {
    expect(rowsOf(worldTable(outcomes, contest))).toEqual([
      '| planner | .850 |  |  | .500 | .250 | 60 |',
      '| plain | .750 | +.1000 (+.1000 to +.1000) | 0% | .500 | .250 | 60 |',
      '| good | .810 | +.0400 (+.0300 to +.0500) | 0% | .500 | .250 | 60 |',
      '| oracle | .870 | −.0200 (−.0200 to −.0200) | 100% | .500 | .250 | 60 |',
    ])
  })

  test('compare the planner with the best of those who do not see the truth, and with the one who does', () => {
    expect(rowsOf(summaryTable(new Map([['world', outcomes]]), contest))).toEqual([
      '| world | .850 | good .810 | +.0400 (+.0300 to +.0500) | 0% | 0% | 98% |',
    ])
  })
})
