import { expect, onTestFinished, test, vi } from 'vitest'
import { createStage } from '../../src/ui/stage.ts'
import { openTestDeps } from '../app/open-test-deps.ts'
import { many } from './decks.ts'

const SIZE = { columns: 80, rows: 24 }

test('an interview is drawn by the second until its end, again after an undo, and no more when it is left', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const deps = openTestDeps(many(1))
  const stage = createStage(deps, { kind: 'home' }, async () => undefined)
  const press = (...names: readonly string[]) =>
    names.forEach((name) => void stage.hear({ name, text: undefined }, SIZE))
  let drawn = 0
  stage.subscribe(() => drawn++)
  function drawnIn(seconds: number): number {
    const before = drawn
    deps.clock.at += 1000 * seconds
    vi.advanceTimersByTime(1000 * seconds)
    return drawn - before
  }

  press('i')
  expect(drawnIn(3), 'nobody looks yet').toBe(0)
  stage.begin()
  expect(drawnIn(3)).toBe(3)
  const title = stage
    .frame(SIZE)
    .lines[0]?.map(({ text }) => text)
    .join('')
  expect(title).toContain('0:06 / 0:06')
  press('space', '3')
  expect(drawnIn(3), 'the interview is over').toBe(0)
  press('u')
  expect(drawnIn(3)).toBe(3)
  press('q')
  expect(drawnIn(3), 'home has no clock').toBe(0)
})
