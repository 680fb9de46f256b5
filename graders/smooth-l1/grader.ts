import { defineGrader, f32, type Nd, otherOrder, reordered } from '#kit'
import { smoothL1 } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof smoothL1>

export const grader = defineGrader({
  reference: smoothL1,
  examples: [[f32([3], [1, 2, 5]), f32([3], [1.5, 2, 2]), 1]],
  cases: [
    [{ en: 'a small error', zh: '小误差' }, ...errors([0.5], 2)],
    [{ en: 'a large error', zh: '大误差' }, ...errors([3], 2)],
    [{ en: 'a large error below the target', zh: '预测偏低的大误差' }, ...errors([-3], 2)],
    [{ en: 'an error of beta', zh: '误差恰为 beta' }, ...errors([2, -2], 2)],
    [{ en: 'no error', zh: '没有误差' }, ...errors([0, 0], 1)],
    [{ en: 'beta 0', zh: 'beta 为 0' }, ...errors([0.5, -3], 0)],
    [{ en: 'beta 0 and no error', zh: 'beta 为 0，没有误差' }, ...errors([0, 0], 0)],
    [{ en: 'beta 0 and one error', zh: 'beta 为 0，只有一处误差' }, ...errors([0, 1.5, 0], 0)],
    [{ en: 'errors of all sizes', zh: '大小不一的误差' }, ...errors([0.25, -0.5, 1, -4, 8, 0], 0.5)],
  ],
  random: (random) => {
    const [size, scale] = [random.int(1, 12), random.pick([0.01, 1, 1, 10])]
    const target = f32([size], () => 10 * random.normal())
    const error = () => (random.real() < 0.9 ? scale * random.normal() : 0)
    const pred = f32([size], (at) => (target.data[at] ?? 0) + error())
    return [pred, target, scale * random.pick([0, 0.1, 0.5, 1, 2, 4])]
  },
  relations: [
    {
      name: { en: 'prediction and target exchanged', zh: '预测与目标互换' },
      change: (_, pred, target, beta) => ({ args: [target, pred, beta] }),
    },
    {
      name: { en: 'errors in another order', zh: '次序打乱' },
      change(random, pred, target, beta) {
        const order = otherOrder(random, pred.data.length)
        return { args: [reordered(pred, 0, order), reordered(target, 0, order), beta] }
      },
    },
    {
      name: { en: 'predictions, targets and beta doubled', zh: '预测、目标和 beta 都加倍' },
      change: (_, pred, target, beta) => ({
        args: [doubled(pred), doubled(target), 2 * beta],
        answer: (before) => 2 * before,
      }),
    },
  ],
  tolerance: {
    rtol: 1e-5,
    atol: 1e-12,
    why: 'f32 has each error to 6e-8 of its size and its square to twice that, and a sum of 100 terms to 1e-5.',
  },
  performance: {
    lean: {
      en: 'The sum is one number; the errors and their squares need not be held in arrays of their own.',
      zh: '和只是一个数，不必另存误差数组和平方数组。',
      cards: ['norms/smooth-l1'],
    },
  },
  rules,
  traits: [
    { text: { en: 'beta is 0', zh: 'beta 为 0' }, holds: (...args) => args[2] === 0 },
    {
      text: { en: 'an error is below beta', zh: '有误差小于 beta' },
      holds: (pred, target, beta) => sizes(pred, target).some((error) => error < beta),
    },
    {
      text: { en: 'an error is above beta', zh: '有误差大于 beta' },
      holds: (pred, target, beta) => sizes(pred, target).some((error) => error > beta),
    },
  ],
})

/** Of predictions for 1, 2, 3 and so on. */
function errors(values: readonly number[], beta: number): Args {
  const shape = [values.length]
  return [f32(shape, (at) => at + 1 + (values[at] ?? 0)), f32(shape, (at) => at + 1), beta]
}

function sizes(pred: Nd<'f32'>, target: Nd<'f32'>): readonly number[] {
  return Array.from(pred.data, (value, i) => Math.abs(value - (target.data[i] ?? 0)))
}

function doubled({ shape, data }: Nd<'f32'>): Nd<'f32'> {
  return f32(shape, (at) => 2 * (data[at] ?? 0))
}
