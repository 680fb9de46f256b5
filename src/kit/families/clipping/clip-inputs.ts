import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'
import type { NamedArgs, Relation, Trait } from '../../define-grader.ts'
import { otherOrder, reordered } from '../../places.ts'

export type ClipInputs = readonly [grad: Nd<'f32'>, limit: number]

export const CLIP_CASES: readonly NamedArgs<ClipInputs>[] = [
  [{ en: 'one number, within the limit', zh: '1 个数，未超过上限' }, f32([1], [0.5]), 1],
  [{ en: 'one number, beyond the limit', zh: '1 个数，超过上限' }, f32([1], [-3]), 1],
  [{ en: 'empty gradient', zh: '空梯度' }, f32([0], []), 1],
  [{ en: 'no gradient at all', zh: '梯度全为 0' }, f32([3], 0), 0.5],
  [{ en: 'norm exactly the limit', zh: '范数恰好等于上限' }, f32([2], [3, -4]), 5],
  [{ en: 'norm beyond, each number within', zh: '范数超限，但每个数都未超限' }, f32([4], [2, -2, 2, -2]), 3],
  [{ en: 'one large number among small ones', zh: '小数中有一个大数' }, f32([3], [0.01, 100, -0.02]), 1],
  [{ en: 'very short, and a lower limit', zh: '很短，上限更小' }, f32([2], [0.003, -0.004]), 0.0025],
]

/** Norms below the limit and above it, of gradients of many sizes. */
export function drawClip(random: Random): ClipInputs {
  const scale = 10 ** random.int(-2, 2)
  const grad = f32([random.int(1, 12)], () => scale * random.normal())
  return [grad, random.pick([0.1, 0.5, 1, 2, 10]) * scale]
}

/** What is true of clipping by value and by norm alike. */
export const CLIP_RELATIONS: readonly Relation<ClipInputs, Nd<'f32'>>[] = [
  {
    name: { en: 'numbers in another order', zh: '次序打乱' },
    change(random, grad, limit) {
      const order = otherOrder(random, grad.data.length)
      return { args: [reordered(grad, 0, order), limit], answer: (before) => reordered(before, 0, order) }
    },
  },
  {
    name: { en: 'all signs changed', zh: '全部变号' },
    change: (_, grad, limit) => ({
      args: [multiplied(grad, -1), limit],
      answer: (before) => multiplied(before, -1),
    }),
  },
  {
    name: { en: 'gradient and limit doubled', zh: '梯度和上限都加倍' },
    change: (_, grad, limit) => ({
      args: [multiplied(grad, 2), 2 * limit],
      answer: (before) => multiplied(before, 2),
    }),
  },
]

export function multiplied({ shape, data }: Nd<'f32'>, factor: number): Nd<'f32'> {
  return f32(shape, (at) => factor * (data[at] ?? 0))
}

export const CLIP_TRAITS: readonly Trait<readonly [grad: Nd<'f32'>, ...unknown[]]>[] = [
  { text: { en: 'the gradient is empty', zh: '梯度为空' }, holds: ({ data }) => data.length === 0 },
  {
    text: { en: 'the gradient is 0', zh: '梯度全为 0' },
    holds: ({ data }) => data.length > 0 && data.every((x) => x === 0),
  },
  { text: { en: 'a number is negative', zh: '有负数' }, holds: ({ data }) => data.some((x) => x < 0) },
]

export const CLIP_TOLERANCE = {
  rtol: 1e-5,
  atol: 1e-30,
  why: 'f32 sums of up to 256 squares are off by 1e-5 of their size at most, their root by half of it, and the factor multiplies by as much.',
} as const
