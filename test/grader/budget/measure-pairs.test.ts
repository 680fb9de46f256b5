import { expect, test } from 'vitest'
import type { Contender } from '../../../src/grader/budget/contender.ts'
import { measurePairs, type Pairs } from '../../../src/grader/budget/measure-pairs.ts'
import { MAX_PAIRS } from '../../../src/grader/budget/median-test.ts'
import { warmUp } from '../../../src/grader/budget/warm-up.ts'
import type { Batched } from '../../../src/grader/protocol/answers.ts'
import type { Dialogue } from '../../../src/grader/run/dialogue.ts'

/** A program whose every call takes as much CPU time as is said; it has no process, and so no clock but this one. */
function costing(callMs: number): { readonly contender: Contender; readonly spentMs: () => number } {
  let spentMs = 0
  const dialogue: Pick<Dialogue, 'batch' | 'usage'> = {
    async batch({ calls }): Promise<Batched> {
      const cpuMs = calls.length * callMs
      spentMs += cpuMs
      return { kind: 'returned', results: calls, payload: new Uint8Array(), cpuMs, claimedMs: cpuMs }
    },
    usage: () => undefined,
  }
  const contender = { dialogue: dialogue as Dialogue, draw: () => [1], check: undefined }
  return { contender, spentMs: () => spentMs }
}

async function race(
  callMs: number,
  mostMs: number,
): Promise<{ readonly pairs: Pairs; readonly spentMs: number }> {
  const [one, other] = [costing(callMs), costing(4 * callMs)]
  const pairs = await measurePairs({
    yardstick: one.contender,
    warmed: await warmUp(one.contender, 20),
    rival: other.contender,
    warmMs: 20,
    limit: 4,
    mostMs,
    settled: () => false,
  })
  return { pairs, spentMs: one.spentMs() + other.spentMs() }
}

test('no pair is begun once the CPU time is spent, warming up included', async () => {
  const { pairs, spentMs } = await race(100, 10_000)
  const onePair = 500
  expect(spentMs).toBeGreaterThanOrEqual(10_000)
  expect(spentMs).toBeLessThan(10_000 + onePair)
  expect(pairs).toMatchObject({ kind: 'pairs', ratios: expect.arrayContaining([4]) })
})

test('where warming up takes all the CPU time, its last batches are the one pair', async () => {
  const { pairs, spentMs } = await race(100, 300)
  expect(pairs).toEqual({ kind: 'pairs', ratios: [4], spentMs })
  expect(spentMs).toBe(500)
})

test('where calls are short as many pairs are measured as there may be', async () => {
  const { pairs, spentMs } = await race(1, 10_000)
  expect(pairs).toMatchObject({ kind: 'pairs', ratios: expect.objectContaining({ length: MAX_PAIRS }) })
  expect(spentMs).toBeLessThan(10_000)
})

test('a function that gets faster while it warms up is not measured in batches much longer than they need be', async () => {
  let batches = 0
  const dialogue: Pick<Dialogue, 'batch'> = {
    async batch({ calls }): Promise<Batched> {
      batches += 1
      const cpuMs = calls.length * (0.1 + 0.02 / batches)
      return { kind: 'returned', results: calls, payload: new Uint8Array(), cpuMs, claimedMs: cpuMs }
    },
  }
  const warm = await warmUp({ dialogue: dialogue as Dialogue, draw: () => [1], check: undefined }, 20)
  expect(warm).toMatchObject({ kind: 'warm' })
  expect('callMs' in warm && warm.calls * warm.callMs).toBeGreaterThanOrEqual(20)
  expect('callMs' in warm && warm.calls * warm.callMs).toBeLessThan(30)
})
