import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { DAY_MS } from '../../../src/core/day.ts'
import type { CardId, ExerciseId } from '../../../src/core/ids.ts'
import { entryOf, type LogEntry } from '../../../src/core/log-entry.ts'
import { NOON, openTestDeps } from '../../app/open-test-deps.ts'
import { shippedExercises } from '../../shipped-exercises.ts'
import { drive } from '../drive-screens.ts'

const DECK = { adam: '## adam/a\nQ: Why?\nA: So.\n' }

/** Each a minute behind the one before. */
function reviews(count: number): readonly LogEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const at = NOON - 9 * DAY_MS + index * 60_000
    const body = { kind: 'review', card: 'adam/a' as CardId, rating: 'good', durationMs: 1000 } as const
    return entryOf({ ...body, id: ulid(at), device: 'there', at, offsetMin: 0 })
  })
}

function openLongLog() {
  const deps = openTestDeps(DECK)
  deps.store.accept(reviews(4200), () => undefined)
  return deps
}

test('a long log is read beside the keys, and told how far', async () => {
  const session = drive(openLongLog(), { kind: 'stats' })
  session.start()
  expect(session.text()).toContain('Reading the log: 2000 reviews so far.')
  session.press('l')
  expect(session.text()).toContain('正在读取日志：已读 2000 次复习。')
  session.press('tab')
  await expect.poll(session.text).toContain('概览')
  expect(session.text()).toContain('4200')
})

test('whoever leaves while the log is read has left, and may come back', async () => {
  const session = drive(openLongLog(), { kind: 'home' })
  session.start()
  session.press('t', 'q')
  expect(session.kind()).toBe('home')
  session.press('t')
  await expect.poll(session.text).toContain('4200')
  session.press('q', 't')
  expect(session.text()).toContain('4200')
})

test('figures of four digits do not touch their neighbours', async () => {
  const cards = Array.from({ length: 1200 }, (_, at) => `adam/a${at}` as CardId)
  const deps = openTestDeps({ adam: cards.map((card) => `## ${card}\nQ: Why ${card}?\nA: So.\n`).join('') })
  const daysAgo = [40, 39, 30]
  const log = daysAgo.flatMap((days) =>
    cards.map((card, index) => {
      const at = NOON - days * DAY_MS + index * 1000
      const body = { kind: 'review', card, rating: 'easy', durationMs: 1000 } as const
      return entryOf({ ...body, id: ulid(at), device: 'there', at, offsetMin: 0 })
    }),
  )
  deps.store.accept(log, () => undefined)
  // High enough for the whole page.
  const session = drive(deps, { kind: 'stats' }, { size: { columns: 80, rows: 120 } })
  session.start()
  await expect.poll(session.text).toContain('3600 reviews on 3 days')
  expect(session.text()).toMatch(/100% \d{4}\/\d{4} +100% \d{4}\/\d{4}/)
})

test('mistakes are told in the words of the verdict; one that no grader names, by its id', async () => {
  const made = openTestDeps(DECK)
  const exercises = new Map(shippedExercises().map((exercise) => [exercise.id, exercise]))
  const deps = { ...made, content: { ...made.content, exercises } }
  const outcome = { kind: 'judged', verdict: 'wrong-answer', tier: 'none' } as const
  const attempt = { kind: 'attempt', exercise: 'adam' as ExerciseId, language: 'py', outcome } as const
  const diagnosis = 'no-bias-correction+of-old'
  deps.store.recordExercise({ ...attempt, diagnosis, recalls: [], source: '' }, deps.now())
  const session = drive(deps, { kind: 'stats' })
  session.start()
  session.press('5')
  await expect.poll(session.text).toContain('1 Adam without bias correction')
  expect(session.text()).toContain('1 of-old')
  session.press('l')
  expect(session.text()).toContain('没有做偏差修正的 Adam')
})
