import { join } from 'node:path'
import { expect, test } from 'vitest'
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
