import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exerciseRecords } from '../../../src/app/collect-statistics.ts'
import { openExercise } from '../../../src/app/open-exercise.ts'
import { summarizeToday } from '../../../src/app/summarize-today.ts'
import { listQueue, todayQueue, WHOLE_QUEUE } from '../../../src/app/today-queue.ts'
import { loadContent } from '../../../src/content/load-content.ts'
import type { SeenMemory } from '../../../src/core/memory.ts'
import { FIGURE_NAMES } from '../../../src/core/statistics/figure-names.ts'
import { exerciseText, listText } from '../../../src/ui/plain/exercise-text.ts'
import { plainText } from '../../../src/ui/plain/plain-text.ts'
import { answerText, emptyQueueText, queueText } from '../../../src/ui/plain/queue-text.ts'
import { statisticsText } from '../../../src/ui/plain/statistics-text.ts'
import { todayText } from '../../../src/ui/plain/today-text.ts'
import { gradingText } from '../../../src/ui/plain/verdict-text.ts'
import { collectStatistics } from '../../app/collect-statistics.ts'
import { daysLater, NOON, openTestDeps } from '../../app/open-test-deps.ts'
import { KINDS, many } from '../decks.ts'
import { drive } from '../drive-screens.ts'
import { gradingOf, VERDICTS } from '../verdict-samples.ts'

const WHOLE = { decks: [], newCards: undefined, limit: undefined, mode: 'scheduled' } as const

async function withExercises() {
  const deps = openTestDeps({ kinds: KINDS })
  const { exercises } = await loadContent({ builtIn: 'dist' })
  return { ...deps, content: { ...deps.content, exercises } }
}

test('nothing of plain output, and nothing that it imports, imports ink or react', () => {
  const seen = new Set<string>()
  const packages = new Set<string>()
  function follow(file: string): void {
    if (seen.has(file)) return
    seen.add(file)
    const source = readFileSync(file, 'utf8').replace(/^import type .*$/gm, '')
    for (const [, target = ''] of source.matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      if (target.startsWith('.')) follow(join(dirname(file), target))
      else packages.add(target)
    }
  }
  for (const name of ['today', 'queue', 'exercise', 'verdict', 'statistics'])
    follow(`src/ui/plain/${name}-text.ts`)
  expect(seen.size).toBeGreaterThan(40)
  expect([...packages].filter((name) => /^(ink|react|yoga)/.test(name))).toEqual([])
})

describe('plain text', () => {
  test('of today is that of the home screen', async () => {
    const deps = await withExercises()
    const text = todayText(deps, summarizeToday(deps))
    expect(text).toMatch(/^Cards +5 cards to review \(5 new\)\n +0 reviews done today\n\nExercise +\S/)
    // A screen is narrower than what is printed.
    const inOneLine = (whole: string) => whole.replace(/\s+/g, ' ')
    const screen = inOneLine(drive(deps, { kind: 'home' }).text())
    for (const part of text.split('\n').filter((one) => one !== '')) expect(screen).toContain(inOneLine(part))
  })

  test('has no colour unless it is asked for', () => {
    const lines = [[{ text: 'good', tone: 'good' } as const, { text: ' plain' }]]
    expect(plainText(lines)).toBe('good plain')
    expect(plainText(lines, true)).toBe('\x1b[32mgood\x1b[0m plain')
  })

  test('of a queue names its cards, and says when there are none', () => {
    const deps = openTestDeps(many(2))
    const queue = () => listQueue(deps, todayQueue(deps, WHOLE_QUEUE, deps.now()))
    expect(queueText(deps, queue(), 'scheduled')).toMatch(
      /^2 cards to review\n\nmany\/card-\d +new\nmany\/card-\d +new$/,
    )
    drive(deps, { kind: 'review', options: WHOLE }).press('space', '1', 'space', '4')
    daysLater(deps, 1 / 24)
    expect(queueText(deps, queue(), 'scheduled')).toContain('learning')
    expect(emptyQueueText(deps, undefined)).toBe('There is nothing to review now.')
  })

  test('of one answer says when the card comes back', () => {
    const memory: SeenMemory = {
      kind: 'learning',
      due: NOON + 600_000,
      step: 1,
      stability: 1,
      difficulty: 5,
      lastReview: NOON,
      lastDay: 0,
      reps: 1,
      lapses: 0,
    }
    expect(answerText(openTestDeps({}), 'adam/eps', 'good', memory)).toBe('adam/eps: good, 10m')
  })

  test('of an exercise has statement, signature, budget and file', async () => {
    const deps = await withExercises()
    const text = exerciseText(deps, openExercise(deps, { id: 'median-filter', language: 'ts' }))
    expect(text).toMatch(/^Median filter \(median-filter, ts\)\n/)
    expect(text).toContain('(image: u8[H,W], ksize: int) -> u8[H,W]')
    expect(text).toContain('ksize 5 -> 25: at most 8x the time')
    expect(text).toContain('median of the ksize x ksize window')
    expect(text).toContain('medianFilter.ts')
  })

  test('of the exercises lists each by title and id, with what it asks and its reason', async () => {
    const deps = await withExercises()
    const text = listText(deps, exerciseRecords(deps))
    for (const { title, id, difficulty } of deps.content.exercises.values())
      expect(text).toContain(`${title.en}  ${id}  ${difficulty}\n`)
    expect(text).toContain('never tried')
    expect(text).toContain('ts js py cpp · within 4x the reference, ksize 5 -> 25: 8x\n')
  })

  test('of a grading has the verdict first', async () => {
    const deps = await withExercises()
    const [exercise] = deps.content.exercises.values()
    if (exercise === undefined) throw new Error('no exercise')
    expect(gradingText(deps, exercise, gradingOf(VERDICTS['too-slow']))).toMatch(
      /^.+ \(.+, py\)\n\n✗ Too slow {2}3 of 9 cases passed · 1\.2 s\n/,
    )
  })

  test('of statistics has every part', () => {
    const deps = openTestDeps(many(4))
    drive(deps, { kind: 'review', options: WHOLE }).press(
      'space',
      '4',
      'space',
      '4',
      'space',
      '4',
      'space',
      '1',
    )
    daysLater(deps, 30)
    drive(deps, { kind: 'review', options: WHOLE }).press('space', '3', 'space', '1')
    const text = statisticsText(deps, collectStatistics(deps))
    for (const { en } of Object.values(FIGURE_NAMES).filter((name) => name !== FIGURE_NAMES.best))
      expect(text).toContain(en)
    expect(text).toMatch(/30 days +\d+% +\d\/\d/)
    expect(text).toMatch(/┤ *█/)
    expect(text).toMatch(/many +4\/4 +\d+ +\d+% +— +\d+% [█░]{10}/)
    expect(text).toContain('6 reviews on 2 days')
    expect(text).toContain('0 of 0 exercises accepted')
    const heat = text.split('\n').filter((line) => /^ {2}(?:Mon|Wed|Fri| {3}) [ ·░▒▓█]{50}/.test(line))
    expect(heat).toHaveLength(7)
    expect(heat.join('').match(/[░▒▓█]/g)).toHaveLength(2)
  })
})
