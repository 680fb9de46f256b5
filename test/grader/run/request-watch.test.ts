import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadlineAfter } from '../../../src/grader/run/limits.ts'
import {
  HANGING_FACTOR,
  MOST_THREADS,
  NEARLY_FULL_FACTOR,
  NOTHING_SPENT,
  overLimit,
  SLEEP_FACTOR,
  SLEEP_IN_ALL_FACTOR,
  spentSince,
  type UsageLook,
} from '../../../src/grader/run/request-watch.ts'

const LIMIT_MS = 5000
const LIMIT_MB = 1024
const EVERY_MS = 25
const ALLOWED = { limitMs: LIMIT_MS, limitMb: LIMIT_MB, sleptMs: 0 }
const over = (spent: Partial<typeof NOTHING_SPENT>) =>
  overLimit({ ...NOTHING_SPENT, ...spent }, ALLOWED, 0)?.kind

/** What looks at a program add up to. */
function spentIn(looks: readonly UsageLook[]) {
  return looks
    .slice(1)
    .reduce((spent, now, at) => spentSince(spent, looks[at] ?? now, now, EVERY_MS), NOTHING_SPENT)
}

describe('what ends a program', () => {
  test.each([
    ['CPU time', { cpuMs: LIMIT_MS + 1 }, 'time-limit'],
    ['no CPU time at its limit', { cpuMs: LIMIT_MS }, undefined],
    ['sleep', { asleepMs: SLEEP_FACTOR * LIMIT_MS + 1 }, 'time-limit'],
    ['no wait for a processor', { wallMs: HANGING_FACTOR * LIMIT_MS }, undefined],
    ['hanging', { wallMs: HANGING_FACTOR * LIMIT_MS + 1 }, 'time-limit'],
    ['memory', { memoryMb: LIMIT_MB + 1 }, 'memory-limit'],
    ['memory, whatever the time', { memoryMb: LIMIT_MB + 1, cpuMs: 10 * LIMIT_MS }, 'memory-limit'],
    ['threads', { threads: MOST_THREADS + 1 }, 'thread-limit'],
    ['no threads as many as a library starts', { threads: MOST_THREADS }, undefined],
    [
      'memory that was full, when its time is over',
      { mostMb: 0.96 * LIMIT_MB, cpuMs: LIMIT_MS + 1 },
      'memory-limit',
    ],
    ['no memory that was full for a while', { mostMb: 0.96 * LIMIT_MB, cpuMs: LIMIT_MS }, undefined],
    ['no CPU time while its heap fills', { memoryMb: 500, cpuMs: NEARLY_FULL_FACTOR * LIMIT_MS }, undefined],
    ['CPU time in the end', { memoryMb: 500, cpuMs: NEARLY_FULL_FACTOR * LIMIT_MS + 1 }, 'time-limit'],
  ])('%s', (_, spent, kind) => {
    expect(over(spent)).toBe(kind)
  })

  test('is the CPU time of a compiler, however full its memory is', () => {
    const spent = { ...NOTHING_SPENT, memoryMb: 500, cpuMs: LIMIT_MS + 1 }
    expect(overLimit(spent, { ...ALLOWED, compiles: true }, 0)?.kind).toBe('time-limit')
  })
})

test('a little sleep in each of many requests adds up, and nothing goes on beyond the end of all', () => {
  const most = SLEEP_IN_ALL_FACTOR * LIMIT_MS
  const asleep = (asleepMs: number, sleptMs: number) =>
    overLimit({ ...NOTHING_SPENT, asleepMs }, { ...ALLOWED, sleptMs }, 0)?.kind
  expect(asleep(1, most - 1)).toBeUndefined()
  expect(asleep(2, most - 1)).toBe('time-limit')
  expect(overLimit(NOTHING_SPENT, { ...ALLOWED, until: 9 }, 9)).toBeUndefined()
  expect(overLimit(NOTHING_SPENT, { ...ALLOWED, until: 9 }, 10)?.kind).toBe('time-limit')
})

test('that end is counted from the first program that starts, however long it is prepared', () => {
  const deadline = deadlineAfter(1000)
  const early = deadline.at()
  deadline.begin()
  const begun = deadline.at()
  expect(begun).toBeGreaterThanOrEqual(early)
  deadline.begin()
  expect(deadline.at()).toBe(begun)
})

const STEP = fc.record({
  passedMs: fc.double({ min: 1, max: 5000, noNaN: true }),
  ranPart: fc.double({ min: 0, max: 1, noNaN: true }),
  isAsleep: fc.boolean(),
})

function looksOf(steps: readonly { passedMs: number; ranPart: number; isAsleep: boolean }[]): UsageLook[] {
  let [at, cpuMs] = [0, 0]
  const looks: UsageLook[] = [{ at, cpuMs, isAsleep: true, memoryMb: 0, threads: 1 }]
  for (const { passedMs, ranPart, isAsleep } of steps) {
    at += passedMs
    cpuMs += ranPart * Math.min(passedMs, EVERY_MS)
    looks.push({ at, cpuMs, isAsleep, memoryMb: 0, threads: 1 })
  }
  return looks
}

test('a judge that comes late to look takes nothing for sleep but what it saw', () => {
  fc.assert(
    fc.property(fc.array(STEP, { maxLength: 50 }), (steps) => {
      const { asleepMs, cpuMs, wallMs } = spentIn(looksOf(steps))
      expect(asleepMs).toBeLessThanOrEqual(2 * EVERY_MS * steps.length)
      expect(asleepMs).toBeGreaterThanOrEqual(0)
      expect(cpuMs).toBeLessThanOrEqual(wallMs + 1e-6)
    }),
  )
})

test('a program that waits for a processor is not asleep, however long', () => {
  fc.assert(
    fc.property(fc.array(STEP, { minLength: 1, maxLength: 50 }), (steps) => {
      expect(spentIn(looksOf(steps.map((step) => ({ ...step, isAsleep: false })))).asleepMs).toBe(0)
    }),
  )
})

test('where the system tells no CPU time, it is the time that has passed', () => {
  const looks = [0, 25, 75].map((at) => ({ at, cpuMs: undefined, isAsleep: false, memoryMb: 0, threads: 1 }))
  expect(spentIn(looks)).toMatchObject({ cpuMs: 75, wallMs: 75, asleepMs: 0 })
})
