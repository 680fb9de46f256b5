import { expect, test } from 'vitest'
import { inTime } from '../../../src/grader/cases/in-time.ts'

test('what comes back in time is as it was', () => {
  const sum = inTime((one: number, other: number) => one + other)
  expect(sum(1, 2)).toBe(3)
  const boom = new Error('boom')
  const throwing = inTime(() => {
    throw boom
  })
  expect(throwing).toThrow(boom)
})

test('an endless loop ends, and the next call is as any other', () => {
  const run = inTime((isEndless: boolean) => {
    while (isEndless);
    return 'done'
  }, 200)
  expect(() => run(true)).toThrow('it does not come back within 0.2 s, as in an endless loop')
  expect(run(false)).toBe('done')
})
