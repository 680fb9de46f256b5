import { describe, expect, test } from 'vitest'
import { agreedPairs } from '../../../src/grader/budget/agreed-pairs.ts'
import type { Pairs } from '../../../src/grader/budget/measure-pairs.ts'

const LIMIT = 4
const SHARE_MS = 1000

const pairs = (ofLimit: number): Pairs => ({
  kind: 'pairs',
  ratios: Array<number>(7).fill(ofLimit * LIMIT),
  spentMs: 200,
})
const outOfTime: Pairs = {
  kind: 'out-of-time',
  atLeast: 3 * LIMIT,
  fault: { kind: 'ended', ended: { kind: 'time-limit', limitMs: 1000 } },
} as Pairs
const fault = { kind: 'fault', by: 'rival', fault: { kind: 'threw' } } as unknown as Pairs

/** What is told of processes that measure this in turn, and the CPU time that each may spend. */
async function told(...lives: readonly Pairs[]) {
  const allowedMs: number[] = []
  const measure = async (mostMs: number) => {
    const life = lives[allowedMs.length]
    allowedMs.push(mostMs)
    if (life === undefined) throw new Error('one measurement too many')
    return life
  }
  const agreed = await agreedPairs(LIMIT, SHARE_MS, measure, measure)
  return { at: lives.indexOf(agreed), allowedMs }
}

test('what is far within the budget is measured once', async () => {
  expect(await told(pairs(0.5))).toEqual({ at: 0, allowedMs: [500] })
})

test('what cannot be told, or breaks, is not measured again', async () => {
  expect((await told({ kind: 'pairs', ratios: [1, 9], spentMs: 1 })).at).toBe(0)
  expect((await told(fault)).at).toBe(0)
})

describe('measured again is', () => {
  test('too slow, and what is too slow twice is so', async () => {
    expect(await told(pairs(1.3), pairs(1.4))).toEqual({ at: 1, allowedMs: [500, 500] })
    expect((await told(outOfTime, pairs(1.4))).at).toBe(1)
  })

  test('near the budget: the reference may have been the slower one of its kind', async () => {
    expect((await told(pairs(0.97), pairs(0.95))).at).toBe(1)
    expect((await told(pairs(1.05), pairs(0.97))).at).toBe(1)
  })
})

test('what cannot be loaded once more is what it was', async () => {
  const first = pairs(1.3)
  const agreed = await agreedPairs(
    LIMIT,
    SHARE_MS,
    async () => first,
    async () => undefined,
  )
  expect(agreed).toBe(first)
})

describe('of two that contradict each other a third decides, in what is left of the time', () => {
  test.each([
    ['within, over, over', pairs(0.97), pairs(1.5), pairs(1.45)],
    ['within, over, within', pairs(0.8), pairs(1.3), pairs(0.81)],
    ['over, within, within', pairs(1.3), pairs(0.8), pairs(0.82)],
    ['over, within, over', pairs(1.5), pairs(0.97), pairs(1.49)],
  ])('%s', async (_, ...lives) => {
    expect(await told(...lives)).toEqual({ at: 2, allowedMs: [500, 500, 600] })
  })

  test('one that came to no end has taken all its time', async () => {
    expect((await told(outOfTime, pairs(0.9), pairs(0.9))).allowedMs).toEqual([500, 500, 300])
  })
})
