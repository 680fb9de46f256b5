import { expect, test } from 'vitest'
import { whyNotMet, whyTooNear } from '../../src/author/labelled-submission.ts'
import type { Verdict } from '../../src/core/verdict.ts'

function measured(kind: 'accepted' | 'too-slow', ratio: number, growth: number): Verdict {
  const side = kind === 'accepted' ? 'within' : 'over'
  const of = (share: number, budget: number) =>
    ({ ratio: share * budget, budget, interval: [share * budget, share * budget], pairs: 7, side }) as const
  return {
    kind,
    cases: { passed: 3, total: 3 },
    performance: {
      tier: kind === 'accepted' ? 'pass' : 'none',
      edge: undefined,
      ratio: of(ratio, 4),
      growth: [{ label: 'size 1 -> 2', gold: undefined, ...of(growth, 2) }],
      memory: [],
    },
  }
}

test.each([
  ['accepted', 0.8, 0.1],
  ['too-slow', 0.1, 1.25],
  ['too-slow', 1.25, 1],
] as const)('%s at %d of one budget and %d of the other is so on every machine', (kind, ratio, growth) => {
  expect(whyTooNear('it', measured(kind, ratio, growth))).toBeUndefined()
})

test.each([
  ['accepted', 0.1, 0.9],
  ['accepted', 1.05, 0.1],
  ['too-slow', 1.15, 0.1],
] as const)('%s at %d of one budget and %d of the other is too near', (kind, ratio, growth) => {
  const [told, grown] = [(ratio * 4).toFixed(2), (growth * 2).toFixed(2)]
  expect(whyTooNear('it', measured(kind, ratio, growth))).toBe(
    `it is too near its budget to be ${kind} on every machine (ratio ${told} of 4, size 1 -> 2 ${grown} of 2).`,
  )
})

test('what is inconclusive says between what it lies, its reason and what to do', () => {
  const { cases, performance } = measured('accepted', 0.9, 0.1) as Extract<Verdict, { kind: 'accepted' }>
  const verdict: Verdict = {
    kind: 'inconclusive',
    cases,
    performance: performance && {
      ...performance,
      growth: performance.growth.map((one) => ({ ...one, interval: [0.1, 2.6], pairs: 1, side: 'open' })),
    },
    reason: { en: 'They are too few.', zh: '太少。' },
  }
  expect(whyNotMet({ kind: 'accepted' }, verdict)).toMatch(
    /^is inconclusive, and should be accepted \(ratio 3\.60 of 4, between 3\.60 and 3\.60 in 7 pairs; size 1 -> 2 0\.20 of 2, between 0\.10 and 2\.60 in 1 pair\)\. They are too few\. Verify it again while the machine has less to do; .+\.$/,
  )
  expect(whyTooNear('it', verdict)).toBeUndefined()
})
