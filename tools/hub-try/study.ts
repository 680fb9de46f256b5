import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerCard } from '../../src/app/answer-card.ts'
import type { Deps } from '../../src/app/deps.ts'
import { openExercise } from '../../src/app/open-exercise.ts'
import { revealAnswer } from '../../src/app/reveal-answer.ts'
import type { Review } from '../../src/app/review.ts'
import { startReview } from '../../src/app/start-review.ts'
import { submitSolution } from '../../src/app/submit-solution.ts'
import type { Content } from '../../src/content/content.ts'
import { DAY_MS, type Instant } from '../../src/core/day.ts'
import { createRandom, type Random } from '../../src/core/random.ts'
import type { Rating } from '../../src/core/rating.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { labelledSource } from '../../test/labelled-source.ts'

/** Somebody who studies for some weeks, the same each time. */
export interface Student {
  readonly name: string
  /** How often what was learnt is not recalled. */
  readonly forgets: number
  readonly skipsDays: number
  /** On which day which labelled submission is sent in. */
  readonly submits: { readonly [day: number]: readonly [exercise: string, submission: string] }
}

export interface Studied {
  readonly answers: number
  readonly attempts: number
}

const MORNING_MS = 9 * 3_600_000
/** Nobody likes to sit longer. */
const ANSWERS_A_DAY = 40
const SCHEDULED = { mode: 'scheduled', limit: ANSWERS_A_DAY, decks: [], newCards: undefined } as const

/** Weeks of answers and graded submissions up to yesterday, by the program's own use cases, into a home of their own. */
export async function study(
  home: string,
  content: Content,
  student: Student,
  { days, today }: { readonly days: number; readonly today: Instant },
): Promise<Studied> {
  const clock = { at: 0 }
  const deps = depsIn(home, content, clock)
  const random = createRandom(student.name)
  let [answers, attempts] = [0, 0]
  for (let day = 0; day < days; day++) {
    clock.at = today + (day - days) * DAY_MS + MORNING_MS
    const submitted = student.submits[day]
    if (submitted !== undefined) {
      await submit(deps, student, submitted)
      attempts++
    }
    if (random.real() >= student.skipsDays) answers += reviewOn(deps, clock, student, random)
  }
  deps.store.close()
  return { answers, attempts }
}

function depsIn(home: string, content: Content, clock: { readonly at: Instant }): Deps {
  return {
    store: createStore(openDatabase(join(home, 'anneal.db'))),
    content,
    readContent: async () => content,
    machine: { locale: 'en', workspace: join(home, 'workspace') },
    folders: {
      builtIn: 'dist',
      graders: 'dist/graders',
      decks: join(home, 'decks'),
      exercises: join(home, 'exercises'),
      ownGraders: join(home, 'graders'),
      backups: join(home, 'backups'),
      cache: join(home, 'cache'),
      home,
    },
    now: () => ({ at: clock.at, offsetMin: 0 }),
  }
}

function reviewOn(deps: Deps, clock: { at: Instant }, student: Student, random: Random): number {
  let review: Review = startReview(deps, SCHEDULED)
  let answers = 0
  while (review.current.kind === 'asking' && answers < ANSWERS_A_DAY) {
    const isNew = review.current.state.memory.kind === 'new'
    clock.at += random.int(3_000, 25_000)
    review = answerCard(deps, revealAnswer(deps, review), rate(student, isNew, random))
    answers++
  }
  return answers
}

function rate({ forgets }: Student, isNew: boolean, random: Random): Rating {
  const draw = random.real()
  if (draw < (isNew ? 2 * forgets : forgets)) return 'again'
  return draw > 0.9 ? 'easy' : draw > 0.75 ? 'hard' : 'good'
}

async function submit(
  deps: Deps,
  { name }: Student,
  [id, submission]: readonly [string, string],
): Promise<void> {
  const { exercise, language, path } = openExercise(deps, { id, language: 'ts' })
  writeFileSync(path, labelledSource(id, submission))
  const options = { seed: name, onProgress: () => undefined }
  await submitSolution(deps, { exercise, language, path }, options)
}
