import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { changeSetting } from '../../src/app/change-setting.ts'
import { lackFor } from '../../src/app/tool-places.ts'
import { SCALE_SCORES } from '../grader/scale-scores.ts'
import { openTestDeps } from './open-test-deps.ts'

test('the tool that a setting names is taken for its own language alone', async () => {
  const deps = openTestDeps({})
  changeSetting(deps, 'python', '~/gone')
  expect(await lackFor(deps, SCALE_SCORES, 'py')).toMatchObject({
    message: `The setting python names ${join(deps.folders.home, 'gone')}, which does not run.`,
  })
  expect(await lackFor(deps, SCALE_SCORES, 'js')).toBeUndefined()
})

test('that a Python has no numpy is known before an exercise is begun', async () => {
  const python = process.env['ANNEAL_PYTHON'] ?? 'python3'
  const bare = mkdtempSync(join(tmpdir(), 'anneal-bare-'))
  onTestFinished(() => rmSync(bare, { recursive: true, force: true }))
  execFileSync(python, ['-m', 'venv', '--without-pip', bare])
  const deps = openTestDeps({})
  expect(await lackFor(deps, SCALE_SCORES, 'py')).toBeUndefined()
  changeSetting(deps, 'python', join(bare, 'bin', 'python'))
  expect(await lackFor(deps, SCALE_SCORES, 'py')).toMatchObject({
    message: expect.stringMatching(/^Python 3\S* \(.*\) has no numpy, and this exercise needs it\.$/),
  })
})
