import { expect, test } from 'vitest'
import { ARRIVAL, openSwitchboard, SWITCH } from '../../../src/author/mutate/switchboard.ts'

/** As the instrumenter writes it: a loop, and a step that a mutant makes nothing of. */
const CODE = `
const step = ${SWITCH}('1') ? 0 : (${ARRIVAL}('1'), 1)
exports.count = (most) => {
  let at = 0
  while (${SWITCH}('2') ? false : (${ARRIVAL}('2'), at < most)) at += step
  return at
}
`

function counterOf(board: ReturnType<typeof openSwitchboard>, mutant: string): (most: number) => number {
  return board.load(mutant)['count'] as (most: number) => number
}

test('a run is told by its result, its steps and the mutants whose places it comes to', () => {
  const board = openSwitchboard(CODE)
  const loaded = board.trace(() => counterOf(board, ''), 10)
  expect([...loaded.reached]).toEqual(['1'])
  expect(board.trace(() => loaded.result(3), 10)).toEqual({ result: 3, steps: 4, reached: new Set(['2']) })
})

test('a mutant is on from loading to the next loading', () => {
  const board = openSwitchboard(CODE)
  const never = board.trace(() => counterOf(board, '2'), 10).result
  expect(board.trace(() => never(3), 10).result).toBe(0)
  const usual = board.trace(() => counterOf(board, ''), 10).result
  expect(board.trace(() => usual(3), 10).result).toBe(3)
})

test('a loop that a mutant makes endless from elsewhere is ended', () => {
  const board = openSwitchboard(CODE)
  const endless = board.trace(() => counterOf(board, '1'), 10).result
  expect(board.trace(() => endless(0), 10).result).toBe(0)
  expect(() => board.trace(() => endless(1), 10)).toThrow(RangeError)
})
