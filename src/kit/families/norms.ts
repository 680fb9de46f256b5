import type { Random } from '../../core/random.ts'
import { f64, type Nd } from '../arrays.ts'
import type { NamedArgs, Relation, Trait } from '../define-grader.ts'
import { otherOrder, reordered } from '../places.ts'
import { type RoundingChoices, rounded, roundingRules } from '../rounding-rules.ts'
import type { RuleTable } from '../rules.ts'

type Vector = Nd<'f64'>

export const NORM_CASES: readonly NamedArgs<readonly [x: Vector]>[] = [
  [{ en: 'no number', zh: '空向量' }, f64([0], [])],
  [{ en: 'one number', zh: '1 个数' }, f64([1], [2])],
  [{ en: 'one negative number', zh: '1 个负数' }, f64([1], [-2])],
  [{ en: 'zeros alone', zh: '零向量' }, f64([3], 0)],
  [{ en: 'negative numbers alone', zh: '全为负数' }, f64([2], [-6, -8])],
  [{ en: 'negative numbers and zero', zh: '负数和 0' }, f64([3], [-6, 0, -8])],
  [{ en: 'a sum of zero', zh: '各数之和为 0' }, f64([4], [1, -1, 2, -2])],
  [{ en: 'equal in magnitude', zh: '绝对值全相等' }, f64([4], [0.5, -0.5, 0.5, 0.5])],
  [{ en: 'one large number among small ones', zh: '小数中有一个大数' }, f64([4], [1e-3, 1e6, 2e-3, 1])],
]

/** Of one size, some of its numbers 0. */
export function drawVector(random: Random, scale: number): Vector {
  const density = random.pick([1, 1, 0.5])
  return f64([random.int(1, 16)], () => (random.real() < density ? scale * random.normal() : 0))
}

export const NORM_RELATIONS: readonly Relation<[x: Vector], number>[] = [
  {
    name: { en: 'numbers in another order', zh: '次序打乱' },
    change: (random, x) => ({ args: [reordered(x, 0, otherOrder(random, x.data.length))] }),
  },
  {
    name: { en: 'all signs changed', zh: '全部变号' },
    change: (_, { shape, data }) => ({ args: [f64(shape, (at) => -(data[at] ?? 0))] }),
  },
  {
    name: { en: 'all numbers doubled', zh: '全部加倍' },
    change: (_, { shape, data }) => ({
      args: [f64(shape, (at) => 2 * (data[at] ?? 0))],
      answer: (before) => 2 * before,
    }),
  },
]

export const NORM_TRAITS: readonly Trait<readonly [x: Vector]>[] = [
  { text: { en: 'x is empty', zh: 'x 为空' }, holds: ({ data }) => data.length === 0 },
  {
    text: { en: 'x is all zeros', zh: 'x 全为 0' },
    holds: ({ data }) => data.length > 0 && data.every((x) => x === 0),
  },
  { text: { en: 'a number is negative', zh: '有负数' }, holds: ({ data }) => data.some((x) => x < 0) },
]

export interface NormChoices extends RoundingChoices {
  readonly instead?: (x: readonly number[]) => number
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const magnitudes = (x: readonly number[]) => x.map(Math.abs)
const squares = (x: readonly number[]) => x.map((value) => value * value)

const OTHERS = {
  'l1-norm': {
    en: 'the L1 norm, the sum of the magnitudes',
    zh: 'L1 范数，即绝对值之和',
    cards: ['norms/l1', 'norms/lp'],
    choice: (x: readonly number[]) => total(magnitudes(x)),
  },
  'l2-norm': {
    en: 'the L2 norm, the root of the sum of the squares',
    zh: 'L2 范数，即平方和再开平方',
    cards: ['norms/lp', 'norms/l1'],
    choice: (x: readonly number[]) => Math.sqrt(total(squares(x))),
  },
  'maximum-norm': {
    en: 'the maximum norm, the largest magnitude',
    zh: '无穷范数，即最大的绝对值',
    cards: ['norms/l-inf'],
    choice: (x: readonly number[]) => Math.max(0, ...magnitudes(x)),
  },
  'count-of-non-zeros': {
    en: 'the number of entries that are not 0, which is called the L0 norm',
    zh: '非零元素的个数，即所谓 L0 范数',
    cards: ['norms/l0', 'norms/l1'],
    choice: (x: readonly number[]) => x.filter((value) => value !== 0).length,
  },
  'sum-of-squares': {
    en: 'the sum of the squares',
    zh: '平方和',
    cards: ['norms/lp'],
    choice: (x: readonly number[]) => total(squares(x)),
  },
  'plain-sum': {
    en: 'the sum of the numbers with their signs; a norm adds magnitudes',
    zh: '带符号的和；范数累加的是绝对值',
    cards: ['norms/l1'],
    choice: total,
  },
  'magnitude-of-sum': {
    en: 'the magnitude of the sum; take the magnitude of each number first',
    zh: '各数之和的绝对值；应先对每个数取绝对值',
    cards: ['norms/l1'],
    choice: (x: readonly number[]) => Math.abs(total(x)),
  },
  'mean-magnitude': {
    en: 'the mean of the magnitudes; a norm is a sum',
    zh: '绝对值的平均；范数是求和，不取平均',
    cards: ['norms/l1'],
    choice: (x: readonly number[]) => (x.length === 0 ? 0 : total(magnitudes(x)) / x.length),
  },
} as const

/** What else people compute. */
export function otherNorms(...ids: readonly (keyof typeof OTHERS)[]): Required<RuleTable<NormChoices>> {
  return {
    instead: Object.fromEntries(ids.map((id) => [id, OTHERS[id]])),
    ...roundingRules([3, 4], ['norms/three-numeric']),
  }
}

export function normWith(
  right: (x: readonly number[]) => number,
  { instead = right, ...rounding }: NormChoices,
): (x: Vector) => number {
  return ({ data }) => rounded(instead([...data]), rounding)
}
