import { expect, test } from 'vitest'
import { changeSetting } from '../../src/app/change-setting.ts'
import { lackFor } from '../../src/app/tool-places.ts'
import { loadContent } from '../../src/content/load-content.ts'
import type { ExerciseId } from '../../src/core/ids.ts'
import { createStage } from '../../src/ui/stage.ts'
import { openTestDeps } from '../app/open-test-deps.ts'

const SIZE = { columns: 100, rows: 30 }

test('what a screen has to say after it was left is told nowhere else', async () => {
  const own = openTestDeps({})
  const { exercises } = await loadContent({ builtIn: 'dist' })
  const deps = { ...own, content: { ...own.content, exercises } }
  changeSetting(deps, 'python', '/nowhere/python3')
  const adam = exercises.get('adam' as ExerciseId)
  if (adam === undefined) throw new Error('no exercise')
  const stage = createStage(deps, { kind: 'exercises' }, async () => undefined)
  const press = (name: string) => stage.hear({ name, text: undefined }, SIZE)
  const isTold = () =>
    stage.frame(SIZE).lines.some((runs) => runs.some(({ text }) => text.includes('/nowhere/python3')))
  const heard: boolean[] = []
  stage.subscribe(() => heard.push(isTold()))
  stage.begin()

  press('enter')
  press('q')
  const before = heard.length
  // Begun later than what the screen asks, and as long: then the screen has said it.
  expect(await lackFor(deps, adam, 'py')).toBeDefined()
  await expect.poll(() => heard.length).toBeGreaterThan(before)
  expect(isTold()).toBe(false)
  press('enter')
  await expect.poll(isTold).toBe(true)
})
