import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { compareWithAccepted } from '../../../src/app/compare-with-accepted.ts'
import { type Submission, submissionPath } from '../../../src/app/workspace.ts'
import { loadContent } from '../../../src/content/load-content.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import type { VerdictKind } from '../../../src/core/verdict.ts'
import { diffText } from '../../../src/ui/plain/diff-text.ts'
import { daysLater, openTestDeps, type TestDeps } from '../../app/open-test-deps.ts'

const ADAM = 'adam' as ExerciseId

async function workOnAdam() {
  const deps = openTestDeps({})
  const { exercises } = await loadContent({ builtIn: 'dist' })
  const exercise = exercises.get(ADAM)
  if (exercise === undefined) throw new Error('no adam')
  const path = submissionPath(deps, ADAM, 'py')
  const submission: Submission = { exercise, language: 'py', path }
  mkdirSync(dirname(path), { recursive: true })
  return {
    deps,
    path,
    attempt: (source: string, verdict: VerdictKind, language: 'py' | 'ts' = 'py') =>
      record(deps, source, verdict, language),
    diff: (now: string, colour = false) => {
      writeFileSync(path, now)
      return diffText(deps, compareWithAccepted(deps, submission), colour)
    },
  }
}

function record(deps: TestDeps, source: string, verdict: VerdictKind, language: 'py' | 'ts'): void {
  const outcome = { kind: 'judged', verdict, tier: verdict === 'accepted' ? 'pass' : 'none' } as const
  const rest = { ratio: undefined, diagnosis: undefined, recalls: [], source }
  deps.store.recordExercise({ kind: 'attempt', exercise: ADAM, language, outcome, ...rest }, deps.now())
}

test('what was last accepted in the same language is compared with the file now', async () => {
  const { deps, path, attempt, diff } = await workOnAdam()
  attempt('m = 1\nv = 2\n', 'accepted')
  daysLater(deps, 1)
  attempt('m = 1\nv = 3\n', 'accepted')
  daysLater(deps, 1)
  attempt('m = 0\n', 'wrong-answer')
  attempt('const m = 1\n', 'accepted', 'ts')
  expect(diff('m = 1\nv = 4\n')).toBe(
    ['--- accepted 2026-11-25', `+++ ${path}`, '@@ -1,2 +1,2 @@', ' m = 1', '-v = 3', '+v = 4'].join('\n'),
  )
})

test('where there is nothing to compare with, or no difference, one line says so', async () => {
  const { path, attempt, diff } = await workOnAdam()
  attempt('m = 0\n', 'wrong-answer')
  expect(diff('m = 1\n')).toBe('Nothing was accepted yet for adam in py: there is nothing to compare with.')
  attempt('m = 1\n', 'accepted')
  expect(diff('m = 1\n')).toBe(`${path} is what was accepted on 2026-11-24: no difference.`)
})

test('nothing that a terminal would obey is printed, and no difference is hidden by that', async () => {
  const { attempt, diff } = await workOnAdam()
  attempt('a = 1\nb = "x"\n\tc\n', 'accepted')
  const text = diff('a = 1\r\nb = "\x1b[2Jx\x9b\u202e"\n    c\n')
  expect(text.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e]/)
  expect(text).toContain('-a = 1\n-b = "x"\n-→   c\n+a = 1␍\n+b = "␛[2Jx<U+009B><U+202E>"\n+    c')
})

test('is coloured where it was asked for, and only there', async () => {
  const { attempt, diff } = await workOnAdam()
  attempt('m = 1\n', 'accepted')
  expect(diff('m = 2\n', true)).toContain('\x1b[31m-m = 1\x1b[0m\n\x1b[32m+m = 2\x1b[0m')
  expect(diff('m = 3\n')).not.toContain('\x1b')
})
