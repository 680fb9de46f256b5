import { expect, test } from 'vitest'
import { gapsInRelations } from '../../src/author/find-relation-gaps.ts'
import { completeGrader } from '../../src/grader/cases/load-grader.ts'
import { f64, type Nd } from '../../src/kit/arrays.ts'
import { defineGrader, type Relation } from '../../src/kit/define-grader.ts'
import { SCALE_SCORES } from '../grader/scale-scores.ts'

type Change = Relation<[Nd<'f64'>, number], number>

const total = ({ data }: Nd<'f64'>, power: number) => data.reduce((sum, value) => sum + value ** power, 0)
const EXERCISE = {
  ...SCALE_SCORES,
  signature: {
    params: [
      { name: 'scores', type: { kind: 'array', dtype: 'f64', dims: ['N'] } },
      { name: 'power', type: { kind: 'int' } },
    ],
    returns: { kind: 'f64' },
  },
} as const

function gapsOf(change: Change['change'], valid?: (scores: Nd<'f64'>) => boolean) {
  const grader = defineGrader({
    reference: total,
    cases: [],
    random: (random) => [f64([random.int(1, 9)], random.normal), random.int(1, 3)],
    tolerance: { rtol: 1e-9, atol: 1e-9, why: 'sums in any order' },
    relations: [{ name: { en: 'changed', zh: '改动' }, change }],
    ...(valid && { valid }),
  })
  return gapsInRelations(completeGrader(EXERCISE, { grader } as never), EXERCISE, 'relations')
}

test('a relation that holds is no gap', () => {
  const reversed: Change['change'] = (_, scores, power) => ({
    args: [f64(scores.shape, [...scores.data].reverse()), power],
  })
  const doubled: Change['change'] = (_, { shape, data }, power) => ({
    args: [f64(shape, (at) => 2 * (data[at] ?? 0)), power],
    answer: (before) => 2 ** power * before,
  })
  expect([...gapsOf(reversed), ...gapsOf(doubled)]).toEqual([])
})

test('one that does not is, with what differs', () => {
  const negated: Change['change'] = (_, { shape, data }, power) => ({
    args: [f64(shape, (at) => -(data[at] ?? 0)), power],
  })
  expect(gapsOf(negated)).toEqual([
    expect.stringMatching(
      /^reference\.ts does not keep to "changed": result is -?[\d.]+, expected -?[\d.]+\.$/,
    ),
  ])
})

test('one that leads to what is not allowed is', () => {
  const same: Change['change'] = (_, ...args) => ({ args })
  expect(gapsOf(same, ({ data }) => data.length > 7)).toEqual([
    '"changed" mostly makes inputs that are not allowed.',
  ])
})
