/**
 * Writes the database that the store's present version makes of a month of study, and the states that it holds, to
 * test/store/fixtures. Run before a migration is added, so that its test begins with what learners have.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DAY_MS, type Moment } from '../src/core/day.ts'
import type { EventId } from '../src/core/event.ts'
import type { CardId, ExerciseId } from '../src/core/ids.ts'
import { withRetention } from '../src/core/parameters-by-scope.ts'
import { createRandom } from '../src/core/random.ts'
import { RATINGS, type Rating } from '../src/core/rating.ts'
import { createStore } from '../src/store/create-store.ts'
import { openDatabase } from '../src/store/open-database.ts'

const FOLDER = 'test/store/fixtures'
const START = Date.UTC(2026, 8, 1, 7)
const CARDS = ['adam/defaults', 'adam/bias-correction', 'nms/steps', 'iou/formula#2'] as CardId[]
const EXERCISE = 'adam' as ExerciseId

const scratch = join(FOLDER, 'scratch.db')
const db = openDatabase(scratch)
const version = db.pragma('user_version', { simple: true })
const store = createStore(db)
const random = createRandom('fixture')
let at = START

for (let day = 0; day < 32; day++) studyOn(day)
write()

function studyOn(day: number): void {
  at = START + day * DAY_MS
  if (day === 3) store.configure('locale', 'zh', now())
  if (day === 9) store.reschedule((parameters) => withRetention(parameters, 0.85), now())
  for (const card of CARDS.filter(() => random.real() < 0.4)) {
    answer(card, RATINGS[Math.floor(random.real() * 6)] ?? 'good')
  }
  if (day % 8 === 5) store.undo(answer('adam/defaults' as CardId, 'again'), now())
  if (day === 11) change('nms/steps' as CardId, { kind: 'suspend', suspended: true })
  if (day === 14) change('nms/steps' as CardId, { kind: 'suspend', suspended: false })
  if (day === 31) change('iou/formula#2' as CardId, { kind: 'bury', day: 20_000 })
  if (day % 6 === 2) store.recordExercise({ kind: 'hint', exercise: EXERCISE }, now())
  if (day % 5 === 1) attempt(day)
}

function now(): Moment {
  at += 41_000
  return { at, offsetMin: 60 }
}

function answer(card: CardId, rating: Rating): EventId {
  return change(card, { kind: 'review', rating, durationMs: 2000 + Math.floor(random.real() * 9000) })
}

function change(card: CardId, body: Parameters<typeof store.recordCard>[1]): EventId {
  const result = store.recordCard(card, body, now(), store.card(card))
  if (result.kind === 'stale') throw new Error(`${card} was changed by somebody else`)
  return result.event
}

function attempt(day: number): void {
  const body = { kind: 'attempt', exercise: EXERCISE, language: 'py' } as const
  const wrong = { kind: 'judged', verdict: 'wrong-answer', tier: 'none' } as const
  const gold = { kind: 'judged', verdict: 'accepted', tier: 'gold' } as const
  store.recordExercise(
    day % 10 === 1
      ? {
          ...body,
          outcome: wrong,
          ratio: undefined,
          diagnosis: 'no-bias-correction',
          recalls: CARDS.slice(0, 2),
          source: 'm = b1 * m',
        }
      : {
          ...body,
          outcome: gold,
          ratio: 1.25,
          diagnosis: undefined,
          recalls: [],
          source: `return "${day}"\n`,
        },
    now(),
  )
  if (day === 16) {
    store.recordExercise(
      {
        ...body,
        outcome: { kind: 'given-up' },
        ratio: undefined,
        diagnosis: undefined,
        recalls: [],
        source: '',
      },
      now(),
    )
  }
}

function write(): void {
  const { cards, exercises, settings, parameters, days } = store.projection()
  const states = {
    cards: [...cards],
    exercises: [...exercises],
    settings: [...settings],
    parameters,
    days: [...days],
    attempts: store.history.attempts(),
    activeDays: store.history.activeDays(),
  }
  db.pragma('wal_checkpoint(truncate)')
  db.pragma('journal_mode = delete')
  const target = join(FOLDER, `version-${version}.db`)
  rmSync(target, { force: true })
  db.exec(`vacuum into '${target}'`)
  store.close()
  rmSync(scratch)
  writeFileSync(join(FOLDER, `version-${version}.json`), `${JSON.stringify(states)}\n`)
}
