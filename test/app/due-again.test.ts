import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openExercise } from '../../src/app/open-exercise.ts'
import { submitSolution } from '../../src/app/submit-solution.ts'
import { submissionPath } from '../../src/app/workspace.ts'
import { dateOf, studyDayOf } from '../../src/core/day.ts'
import { type Exercise, LANGUAGES, type Language } from '../../src/core/exercise.ts'
import { LOCALES } from '../../src/core/locale.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import { buildTestGraders, rightTs, SCALE_SCORES } from '../grader/scale-scores.ts'
import { daysLater, openTestDeps } from './open-test-deps.ts'

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

const WRONG = rightTs({ scaled: 'scores.data.map(() => 5)' })
const MINUTE_MS = 60_000

/** A learner with one exercise, who writes its file and submits it. */
function learner(exercise: Exercise = SCALE_SCORES) {
  const own = openTestDeps({})
  const exercises = new Map([[exercise.id, exercise]])
  const builtIn = join(own.folders.home, 'built-in')
  const statements = join(builtIn, 'exercises', SCALE_SCORES.id)
  mkdirSync(statements, { recursive: true })
  for (const locale of LOCALES) writeFileSync(join(statements, `statement.${locale}.md`), 'Scale.')
  const deps = {
    ...own,
    folders: { ...own.folders, builtIn, graders: graderRoot },
    content: { ...own.content, exercises },
  }
  const path = submissionPath(deps, SCALE_SCORES.id, 'ts')
  const later = () => {
    deps.clock.at += MINUTE_MS
  }
  return {
    deps,
    path,
    open: () => {
      later()
      return openExercise(deps, { id: SCALE_SCORES.id, language: 'ts' })
    },
    save: (text: string) => writeFileSync(path, text),
    text: () => readFileSync(path, 'utf8'),
    submit: async () => {
      later()
      const submission = { exercise: SCALE_SCORES, language: 'ts' as const, path }
      const { effect } = await submitSolution(deps, submission, { seed: 'due', onProgress: () => undefined })
      return effect
    },
    state: () => deps.store.exercise(SCALE_SCORES.id),
  }
}

async function accepted() {
  const one = learner()
  one.open()
  one.save(rightTs())
  expect(await one.submit()).toMatchObject({ kind: 'rating', rating: 'good' })
  const due = one.state().memory
  daysLater(one.deps, due.kind === 'review' ? due.intervalDays : 0)
  return one
}

/** Under a clock that ran ahead, and was put right. */
async function acceptedAhead() {
  const one = learner()
  one.open()
  one.save(rightTs())
  daysLater(one.deps, 1500)
  await one.submit()
  daysLater(one.deps, -1470)
  return one
}

describe('an exercise that is due again', () => {
  test('is not rated by the file that was accepted before, and the file stays', async () => {
    const one = await accepted()
    const before = one.state()
    expect(await one.submit()).toEqual({ kind: 'none', why: 'accepted-before' })
    expect(one.state()).toEqual({ ...before, attempts: before.attempts + 1 })
    expect(one.text()).toBe(rightTs())
  })

  test.each([
    { what: 'still right', text: rightTs({ before: '1' }) },
    { what: 'now wrong', text: WRONG },
  ])('is not rated by an old file that was edited and is $what', async ({ text }) => {
    const one = await accepted()
    one.save(text)
    expect(await one.submit()).toEqual({ kind: 'none', why: 'earlier-file' })
    expect(one.state().failures).toBe(0)
  })

  test('begins with a fresh starter, the edited old file kept, and is rated by what is written there', async () => {
    const one = await accepted()
    one.save(`${rightTs()}// edited`)
    const { created, earlier } = one.open()
    expect(created).toBe(true)
    expect(readFileSync(earlier ?? '', 'utf8')).toBe(`${rightTs()}// edited`)
    expect(one.text()).toBe(supportFor('ts').starter(SCALE_SCORES, 'en'))
    one.save(rightTs({ before: '1' }))
    expect(one.open()).toMatchObject({ created: false, earlier: undefined })
    expect(await one.submit()).toMatchObject({ kind: 'rating', rating: 'good' })
  })

  test('is not rated by the old file that was put back over the starter', async () => {
    const one = await accepted()
    const { earlier } = one.open()
    renameSync(earlier ?? '', one.path)
    expect(await one.submit()).toEqual({ kind: 'none', why: 'accepted-before' })
  })

  test('is begun afresh once only, also after a failure', async () => {
    const one = await accepted()
    one.open()
    one.save(WRONG)
    expect(await one.submit()).toEqual({ kind: 'failure' })
    expect(one.open()).toMatchObject({ created: false, earlier: undefined })
    one.save(rightTs({ before: '2' }))
    expect(await one.submit()).toMatchObject({ kind: 'rating', rating: 'hard', failures: 1, hints: 0 })
  })

  test('knows an old file by what was submitted where nothing says when it was begun', async () => {
    const one = await accepted()
    renameSync(join(dirname(one.path), '.begun.json'), join(dirname(one.path), 'lost'))
    expect(one.open().created).toBe(true)
    expect(readdirSync(join(dirname(one.path), 'earlier'))).toHaveLength(1)
  })

  test('keeps all files of earlier rounds, whichever of them the learner took away', async () => {
    const one = await accepted()
    const folder = join(dirname(one.path), 'earlier')
    const date = dateOf(studyDayOf({ at: statSync(one.path).mtimeMs, offsetMin: 0 }))
    const second = join(folder, `${date}-2-${basename(one.path)}`)
    mkdirSync(folder)
    writeFileSync(second, 'of the second round')
    one.open()
    expect(readFileSync(second, 'utf8')).toBe('of the second round')
    expect(readdirSync(folder)).toHaveLength(2)
  })
})

test('an exercise that was accepted under a clock that ran ahead is rated by the same file too', async () => {
  const one = await acceptedAhead()
  expect(await one.submit()).toMatchObject({ kind: 'rating' })
  daysLater(one.deps, 40)
  expect(await one.submit()).toMatchObject({ kind: 'none' })
})

test('an exercise that was accepted under a clock that ran ahead is begun afresh once, and rated', async () => {
  const one = await acceptedAhead()
  expect(one.open().created).toBe(true)
  one.save(rightTs({ before: '1' }))
  expect(one.open()).toMatchObject({ created: false, earlier: undefined })
  expect(await one.submit()).toMatchObject({ kind: 'rating' })
})

test('a starter that an older version marked by its time is known', async () => {
  const one = await accepted()
  const { memory } = one.state()
  const marks = (at: number) =>
    writeFileSync(join(dirname(one.path), '.begun.json'), JSON.stringify({ [basename(one.path)]: at }))
  const rated = memory.kind === 'new' ? 0 : memory.lastReview
  one.save(rightTs({ before: '1' }))
  marks(rated + 1)
  expect(one.open().created).toBe(false)
  marks(rated)
  expect(one.open().created).toBe(true)
})

test('practice is told as such, and its reason is in the log', async () => {
  const one = await accepted()
  await one.submit()
  const entries = [...one.deps.store.entries()]
  expect(entries.at(-1)).toMatchObject({ kind: 'practice', body: { reason: 'accepted-before' } })
  expect(one.deps.store.drifted()).toEqual([])
  expect(one.deps.store.history.attempts().map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted'])
})

const COMMENTS: { readonly [L in Language]: (starter: string) => string } = {
  ts: (starter) => `// first thoughts\n${starter.replace('throw', '/* not\nyet */ throw')}`,
  js: (starter) => `${starter}\n\n// "what" if 'this`,
  py: (starter) => starter.replace('    raise', '    # a heap?\n\n    """Or a sort."""\n    raise'),
  cpp: (starter) => `/* O(n) */\n${starter}// done\n`,
}

test.each(LANGUAGES)('a starter to which a comment was added is still the starter: %s', async (language) => {
  const { deps } = learner()
  const { path } = openExercise(deps, { id: SCALE_SCORES.id, language })
  const commented = COMMENTS[language](readFileSync(path, 'utf8'))
  expect(commented).not.toBe(readFileSync(path, 'utf8'))
  writeFileSync(path, commented)
  const submission = { exercise: SCALE_SCORES, language, path }
  const submitted = submitSolution(deps, submission, { seed: 'due', onProgress: () => undefined })
  await expect(submitted).rejects.toThrow('is still the starter')
  expect(deps.store.exercise(SCALE_SCORES.id).attempts).toBe(0)
})

const RIGHT_PY = `import math as m
import numpy as np

def scale_scores(scores, options):
    sign = -1 if options['negate'] else 1
    scaled = sign * scores ** options['power']
    kept = np.flatnonzero(scaled > 0).astype(np.int32)
    return {'total': TOTAL, 'scaled': scaled, 'kept': kept,
            'label': options['name'] + ': ' + str(scaled.size), 'any': bool(kept.size)}
`

test.each([
  { what: 'is practice where it calls the answer of a library', total: 'm.fsum(scaled)', isPractice: true },
  { what: 'is rated where it does not', total: 'float(scaled.sum())', isPractice: false },
])('a right file $what', async ({ total, isPractice }) => {
  const exercise = { ...SCALE_SCORES, answers: { py: ['math.fsum'] } }
  const { deps } = learner(exercise)
  const { path } = openExercise(deps, { id: exercise.id, language: 'py' })
  writeFileSync(path, RIGHT_PY.replace('TOTAL', total))
  const submission = { exercise, language: 'py' as const, path }
  const attempt = await submitSolution(deps, submission, { seed: 'due', onProgress: () => undefined })
  expect(attempt.grading.verdict.kind).toBe('accepted')
  expect(attempt.effect).toMatchObject(
    isPractice
      ? { kind: 'none', why: 'library-answer', name: 'math.fsum' }
      : { kind: 'rating', rating: 'good' },
  )
  expect(deps.store.exercise(exercise.id)).toMatchObject({
    attempts: 1,
    best: isPractice ? 'none' : 'pass',
    memory: { kind: isPractice ? 'new' : 'review' },
  })
})
