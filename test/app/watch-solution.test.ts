import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Watched, watchSolution } from '../../src/app/watch-solution.ts'
import { type Submission, submissionPath } from '../../src/app/workspace.ts'
import type { VerdictKind } from '../../src/core/verdict.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import { buildTestGraders, rightTs, SCALE_SCORES } from '../grader/scale-scores.ts'
import { openTestDeps } from './open-test-deps.ts'

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

const WRONG = rightTs({ scaled: 'scores.data.map(() => 5)' })
const ENDLESS = rightTs({ before: 'for (;;) {}' })

/** Watches a file of its own; `save` writes it in the editor's place. */
function watch(first: string) {
  const own = openTestDeps({})
  const deps = { ...own, folders: { ...own.folders, graders: graderRoot } }
  const path = submissionPath(deps, SCALE_SCORES.id, 'ts')
  const submission: Submission = { exercise: SCALE_SCORES, language: 'ts', path }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, first)
  const stop = new AbortController()
  const heard: Watched[] = []
  const ended = watchSolution(deps, submission, {
    seed: 'watch',
    signal: stop.signal,
    onChange: (watched) => heard.push(watched),
  })
  onTestFinished(async () => {
    stop.abort()
    await ended
  })
  const verdicts = (): readonly string[] =>
    heard.flatMap((one) => {
      if (one.kind === 'grading') return []
      if (one.kind === 'recorded') return [`recorded ${one.attempt.grading.verdict.kind}`]
      return [one.kind === 'practice' ? `practice ${one.grading.verdict.kind}` : one.kind]
    })
  return {
    deps,
    path,
    save: (text: string) => writeFileSync(path, text),
    heard,
    end: async () => {
      stop.abort()
      await ended
    },
    come: (...wanted: readonly string[]) => expect.poll(verdicts).toEqual(wanted),
    begun: () => expect.poll(() => heard.filter(({ kind }) => kind === 'grading').length),
    attempts: (): readonly (VerdictKind | 'given-up')[] =>
      deps.store.history.attempts().map(({ verdict }) => verdict),
  }
}

describe('a file that is watched', () => {
  test('is graded as it is, and again when its content is another', async () => {
    const file = watch(rightTs())
    await file.come('recorded accepted')
    file.save(WRONG)
    await file.come('recorded accepted', 'practice wrong-answer')
  })

  test('is graded when an editor puts another file in its place', async () => {
    const file = watch(WRONG)
    await file.come('recorded wrong-answer')
    writeFileSync(`${file.path}~`, rightTs())
    renameSync(`${file.path}~`, file.path)
    await file.come('recorded wrong-answer', 'recorded accepted')
    rmSync(file.path)
    await file.come('recorded wrong-answer', 'recorded accepted', 'refused')
    file.save(rightTs({ before: '1' }))
    await file.come('recorded wrong-answer', 'recorded accepted', 'refused', 'recorded accepted')
  })

  test('is not graded for a save that changes nothing, nor while it is empty', async () => {
    const file = watch(rightTs())
    await file.come('recorded accepted')
    file.save(rightTs())
    utimesSync(file.path, 1, 1)
    file.save('')
    file.save(WRONG)
    await file.come('recorded accepted', 'practice wrong-answer')
  })

  test('waits where it is the starter, in either language', async () => {
    const { starter } = supportFor('ts')
    const file = watch(starter(SCALE_SCORES, 'en'))
    await file.come('waiting')
    file.save(starter(SCALE_SCORES, 'zh'))
    await file.come('waiting', 'waiting')
    file.save(rightTs())
    await file.come('waiting', 'waiting', 'recorded accepted')
    expect(file.deps.store.exercise(SCALE_SCORES.id).memory.kind).toBe('review')
  })
})

test('a newer save ends the grading of the one before, which is then no attempt', async () => {
  const file = watch(ENDLESS)
  await file.begun().toBeGreaterThan(0)
  file.save(rightTs())
  await file.come('recorded accepted')
  expect(file.attempts()).toEqual(['accepted'])
})

test('to save often costs one failure at most', async () => {
  const file = watch(WRONG)
  await file.come('recorded wrong-answer')
  file.save(`${WRONG}// again`)
  await file.come('recorded wrong-answer', 'practice wrong-answer')
  file.save('export function scaleScores( {')
  await file.come('recorded wrong-answer', 'practice wrong-answer', 'practice compile-error')
  expect(file.deps.store.exercise(SCALE_SCORES.id)).toMatchObject({ failures: 1, attempts: 1 })
  file.save(rightTs())
  await file.come(
    'recorded wrong-answer',
    'practice wrong-answer',
    'practice compile-error',
    'recorded accepted',
  )
  expect(file.attempts()).toEqual(['wrong-answer', 'accepted'])
})

test('the end of the watch ends what is graded, without a verdict', async () => {
  const file = watch(ENDLESS)
  await file.begun().toBeGreaterThan(0)
  await file.end()
  expect(file.heard.every(({ kind }) => kind === 'grading')).toBe(true)
  expect(file.attempts()).toEqual([])
})
