import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import type { Deps } from '../../src/app/deps.ts'
import { findSubmission } from '../../src/app/find-submission.ts'
import { languageFor } from '../../src/app/language-for.ts'
import { rememberOpened } from '../../src/app/last-opened.ts'
import { submissionPath } from '../../src/app/workspace.ts'
import type { Language } from '../../src/core/exercise.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import { SCALE_SCORES } from '../grader/scale-scores.ts'
import { openTestDeps } from './open-test-deps.ts'

function save(deps: Deps, language: Language, atSeconds: number, text = 'solved = true'): void {
  const path = submissionPath(deps, SCALE_SCORES.id, language)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  utimesSync(path, atSeconds, atSeconds)
}

test('an exercise goes on in the language last worked in, at first in that of the settings', () => {
  const deps = openTestDeps({})
  expect(languageFor(deps, SCALE_SCORES)).toBe('py')
  deps.store.configure('language', 'js', deps.now())
  expect(languageFor(deps, SCALE_SCORES)).toBe('js')
  rememberOpened(deps, SCALE_SCORES, 'ts')
  expect(languageFor(deps, SCALE_SCORES)).toBe('ts')
  const outcome = { kind: 'judged', verdict: 'wrong-answer', tier: 'none' } as const
  const attempt = { kind: 'attempt', exercise: SCALE_SCORES.id, language: 'cpp', outcome } as const
  deps.store.recordExercise({ ...attempt, recalls: [], source: '' }, deps.now())
  expect(languageFor(deps, SCALE_SCORES)).toBe('cpp')
  save(deps, 'ts', 2000)
  save(deps, 'py', 1000)
  expect(languageFor(deps, SCALE_SCORES)).toBe('ts')
  save(deps, 'js', 3000, supportFor('js').starter(SCALE_SCORES, 'zh'))
  expect(languageFor(deps, SCALE_SCORES)).toBe('ts')
  save(deps, 'py', 3000)
  expect(languageFor(deps, SCALE_SCORES)).toBe('py')
})

test('what is submitted without its language is what was saved last, and no starter that was written since', () => {
  const own = openTestDeps({})
  const exercises = new Map([[SCALE_SCORES.id, SCALE_SCORES]])
  const deps = { ...own, content: { ...own.content, exercises } }
  const found = (named: string | undefined) => findSubmission(deps, named, undefined).language
  save(deps, 'js', 1000, supportFor('js').starter(SCALE_SCORES, 'en'))
  expect(found(SCALE_SCORES.id)).toBe('js')
  save(deps, 'ts', 500)
  save(deps, 'py', 400)
  expect(found(SCALE_SCORES.id)).toBe('ts')
  expect(found(undefined)).toBe('ts')
})

test('a link in the workspace that leads to itself is no file, and hides none', () => {
  const deps = openTestDeps({})
  save(deps, 'ts', 500)
  const path = submissionPath(deps, SCALE_SCORES.id, 'cpp')
  symlinkSync(basename(path), path)
  expect(languageFor(deps, SCALE_SCORES)).toBe('ts')
})
