import { defineGrader, drawVector, f64, type Nd, NORM_CASES, NORM_RELATIONS, NORM_TRAITS } from '#kit'
import { l2Norm } from './reference.ts'
import { rules } from './rules.ts'

/** Below it a double has fewer digits than the tolerance asks for. */
const SMALLEST = 1e-300

const isWritable = ({ data }: Nd<'f64'>) => data.every((x) => x === 0 || Math.abs(x) >= SMALLEST)

export const grader = defineGrader({
  reference: l2Norm,
  examples: [[f64([3], [3, -4, 0])], [f64([2], [5e200, -12e200])]],
  cases: [
    ...NORM_CASES,
    [{ en: 'numbers whose squares are 0', zh: '平方下溢为 0 的数' }, f64([2], [3e-200, -4e-200])],
    [
      { en: 'numbers whose squares lose digits', zh: '平方丢失有效位的数' },
      f64([3], [1.5e-160, 2e-160, -3e-160]),
    ],
    [{ en: 'squares that are finite, and a sum that is not', zh: '平方有限、和溢出' }, f64([4], 1e154)],
    [{ en: 'the largest and the smallest', zh: '最大与最小的数' }, f64([3], [1e300, 1e-300, -1e300])],
    [{ en: 'as small as an epsilon', zh: '与 epsilon 相当的数' }, f64([2], [3e-10, -4e-10])],
    [{ en: 'the smallest numbers', zh: '最小的数' }, f64([2], [1e-300, -1e-300])],
  ],
  random: (random) => [drawVector(random, 10 ** random.pick([random.int(-4, 4), random.int(-290, 290)]))],
  valid: isWritable,
  relations: NORM_RELATIONS,
  tolerance: {
    rtol: 1e-12,
    atol: 0,
    why: 'Each of 256 squares and additions in double precision is off by 1e-16 of its size: 6e-14 at most, of whichever algorithm.',
  },
  performance: {
    lean: {
      en: 'Two passes need two numbers, the largest magnitude and the sum; no scaled copy needs to be held.',
      zh: '两遍扫描只需两个数：最大的绝对值与累加和，不必保存缩放后的副本。',
      cards: ['norms/overflow'],
    },
  },
  rules,
  traits: [
    ...NORM_TRAITS,
    {
      text: { en: 'a square overflows', zh: '有平方上溢' },
      holds: ({ data }) => data.some((x) => x * x === Number.POSITIVE_INFINITY),
    },
    {
      text: { en: 'all numbers are below 1e-150 in magnitude', zh: '所有数的绝对值都小于 1e-150' },
      holds: ({ data }) => data.some((x) => x !== 0) && data.every((x) => Math.abs(x) < 1e-150),
    },
  ],
})
