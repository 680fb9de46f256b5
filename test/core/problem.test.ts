import { expect, test } from 'vitest'
import { Problem } from '../../src/core/problem.ts'

test('a Problem of another part of the built program is one, and no other error', () => {
  class Copy extends Error {
    override readonly name = 'Problem'
  }
  expect(new Copy('of another part') instanceof Problem).toBe(true)
  expect(new Error('a bug') instanceof Problem).toBe(false)
  expect({ name: 'Problem' } instanceof Problem).toBe(false)
})
