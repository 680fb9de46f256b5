import { describe, expect, test } from 'vitest'
import { changeSetting } from '../../src/app/change-setting.ts'
import { noteOutcome } from '../../src/app/timed-task.ts'
import { loadContent } from '../../src/content/load-content.ts'
import type { ExerciseId } from '../../src/core/ids.ts'
import { statisticsFields } from '../../src/output/json/statistics-json.ts'
import { statisticsText } from '../../src/ui/plain/statistics-text.ts'
import { collectStatistics } from '../app/collect-statistics.ts'
import { openTestDeps } from '../app/open-test-deps.ts'
import { drive } from './drive-screens.ts'

const MEDIAN = 'median-filter' as ExerciseId
const MINUTE_MS = 60_000

const topic = ['Which idea is Adam?', 'Why is Adam used?', 'What is the price of Adam?']
  .map((prompt, at) => `## adam/card-${at}\nQ: ${prompt}\nA: This.\n`)
  .join('\n')

async function interview() {
  const own = openTestDeps({ adam: topic })
  const { exercises } = await loadContent({ builtIn: 'dist' })
  const deps = { ...own, content: { ...own.content, exercises } }
  const options = {
    decks: [],
    newCards: undefined,
    limit: undefined,
    mode: 'interview',
    task: MEDIAN,
  } as const
  return { deps, ...drive(deps, { kind: 'review', options }) }
}

describe('an interview', () => {
  test('is in the log once it has ended, as it stands after an undo', async () => {
    const { deps, press } = await interview()
    press('space', '3', 'space', '1')
    expect(deps.store.lastInterview()).toBeUndefined()
    press('space', '3')
    expect(deps.store.lastInterview()).toMatchObject({ begun: '2026-11-24T12:00:00.000Z', questions: 3 })
    press('u', 'space', '1')
    const { answers } = deps.store.lastInterview() ?? { answers: [] }
    expect(answers.map(({ rating }) => rating)).toEqual(['good', 'again', 'again'])
    expect(deps.store.projection().interviews.size).toBe(1)
    expect(deps.store.drifted()).toEqual([])
  })

  test('that is ended before its time says so, and can go on', async () => {
    const { deps, press, text, exits } = await interview()
    press('space', '3', 'q')
    expect(exits).toEqual([])
    expect(text()).toContain('1 of 1 question recalled, 2 not asked.')
    expect(deps.store.lastInterview()).toMatchObject({ questions: 3, answers: [{ rating: 'good' }] })
    press('r', 'space', '3', 'space', '3')
    expect(text()).toContain('3 of 3 questions recalled.')
    press('q')
    expect(exits).toEqual([undefined])
  })

  test('that is broken off by ctrl-c is kept as far as it went', async () => {
    const { deps, press, close } = await interview()
    press('space', '1')
    close()
    expect(deps.store.lastInterview()).toMatchObject({ questions: 3, answers: [{ rating: 'again' }] })
  })

  test('of which nothing was answered is none', async () => {
    const { deps, press, close, exits } = await interview()
    press('q')
    close()
    expect(exits).toEqual([undefined])
    expect(deps.store.lastInterview()).toBeUndefined()
  })
})

describe('the exercise of an interview', () => {
  async function atExercise() {
    const own = await interview()
    own.press('space', '3', 'space', '1', 'space', '4')
    expect(own.text()).toContain('Then: `x` for the exercise Median filter, with 30 min on the clock.')
    own.press('x')
    return own
  }

  test('runs against the clock, which coming and going do not start anew', async () => {
    const { deps, press, text } = await atExercise()
    expect(text()).toMatch(/py · 30:00 left/)
    deps.clock.at += 3 * MINUTE_MS
    expect(text()).toMatch(/py · 27:00 left/)
    press('v')
    expect(text()).toMatch(/cpp · 27:00 left/)
    press('q')
    expect(text()).toContain('Median filter: 27:00 of 30:00 left, nothing submitted yet')
    press('x')
    expect(text()).toMatch(/ · 27:00 left/)
    deps.clock.at += 30 * MINUTE_MS
    expect(text()).toMatch(/ · time is up/)
  })

  test('comes to the first acceptance, also by another program, and stands in the summary', async () => {
    const { deps, press, text, left } = await atExercise()
    const other = deps.again()
    deps.clock.at += 5 * MINUTE_MS
    noteOutcome(other, MEDIAN, 'wrong-answer')
    deps.clock.at += MINUTE_MS
    noteOutcome(other, 'nms' as ExerciseId, 'accepted')
    noteOutcome(other, MEDIAN, 'judge-error')
    expect(deps.store.lastInterview()?.task?.end).toMatchObject({ outcome: 'wrong-answer' })
    noteOutcome(other, MEDIAN, 'accepted')
    noteOutcome(other, MEDIAN, 'wrong-answer')
    expect(left().join('\n'), 'ended on the exercise').toContain(
      'Median filter: Accepted after 6:00 of 30:00',
    )
    press('q')
    expect(text()).toContain('Median filter: Accepted after 6:00 of 30:00')
    expect(text()).not.toMatch(/x exercise|`x`/)
    expect(deps.store.drifted()).toEqual([])
  })

  test('is over with the time', async () => {
    const { deps, press, text } = await atExercise()
    deps.clock.at += 31 * MINUTE_MS
    noteOutcome(deps, MEDIAN, 'accepted')
    press('q')
    expect(text()).toContain('Median filter: nothing submitted in 30:00')
  })

  test('is told by the statistics, in both languages and as JSON', async () => {
    const { deps } = await atExercise()
    deps.clock.at += 2 * MINUTE_MS
    noteOutcome(deps, MEDIAN, 'given-up')
    expect(statisticsText(deps, collectStatistics(deps))).toContain(
      'Last interview\n  2026-11-24: 2 of 3 questions recalled\n  Median filter: Given up after 2:00 of 30:00',
    )
    expect(statisticsFields(collectStatistics(deps))).toMatchObject({
      interview: {
        day: '2026-11-24',
        questions: 3,
        answered: 3,
        recalled: 2,
        exercise: { exercise: MEDIAN, minutes: 30, outcome: 'given-up', tookMs: 2 * MINUTE_MS },
      },
    })
    changeSetting(deps, 'locale', 'zh')
    expect(statisticsText(deps, collectStatistics(deps))).toContain(
      '最近一次模拟面试\n  2026-11-24：3 题中想起 2 题\n  中值滤波：已放弃，用时 2:00 / 30:00',
    )
  })
})
