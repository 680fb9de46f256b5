import { defineGrader, f64, type Nd } from '#kit'
import { receptiveField } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: receptiveField,
  examples: [[chain([7, 2, 1], [3, 2, 1], [3, 1, 2])]],
  cases: [
    [{ en: 'no layer', zh: '一层都没有' }, chain()],
    [{ en: 'one convolution', zh: '一个卷积' }, chain([3, 1, 1])],
    [{ en: 'one convolution with a stride', zh: '一个带步长的卷积' }, chain([3, 2, 1])],
    [{ en: 'a strided 1x1 and a 3x3', zh: '带步长的 1x1，再接 3x3' }, chain([1, 2, 1], [3, 1, 1])],
    [{ en: 'a 3x3 and a strided 1x1', zh: '3x3，再接带步长的 1x1' }, chain([3, 1, 1], [1, 2, 1])],
    [{ en: 'three 3x3', zh: '三个 3x3' }, chain([3, 1, 1], [3, 1, 1], [3, 1, 1])],
    [{ en: 'a dilated convolution', zh: '一个膨胀卷积' }, chain([3, 1, 4])],
    [{ en: 'an even kernel with a dilation', zh: '偶数大小的核，带膨胀' }, chain([2, 2, 3], [4, 1, 2])],
    [{ en: 'windows with gaps between them', zh: '窗口之间有空隙' }, chain([2, 5, 1], [2, 3, 1], [3, 1, 1])],
  ],
  random: (random) => [
    chain(
      ...Array.from({ length: random.int(1, 10) }, () => [
        random.pick([1, 2, 3, 3, 5, 7]),
        random.pick([1, 1, 2, 2, 3]),
        random.pick([1, 1, 1, 2, 4]),
      ]),
    ),
  ],
  settle: (_, { shape, data }) => [f64(shape, withinReach(data))],
  valid: ({ data }) => stridesOf(data).reduce((product, stride) => product * stride, 1) <= MOST_JUMP,
  relations: [
    {
      name: { en: 'with a 1x1 of stride 1 in between', zh: '中间插入步长为 1 的 1x1' },
      change(random, { shape: [length = 0], data }) {
        const at = 3 * random.int(0, length)
        return { args: [f64([length + 1, 3], [...data.subarray(0, at), 1, 1, 1, ...data.subarray(at)])] }
      },
    },
  ],
  performance: {
    lean: {
      en: 'Two numbers carried from layer to layer are enough: no map needs to be made.',
      zh: '逐层传递两个数就够了：不需要真的构造特征图。',
      cards: ['receptive-field/two-directions'],
    },
  },
  rules,
  traits: [
    {
      text: { en: 'a stride is larger than 1', zh: '有步长大于 1' },
      holds: ({ data }) => stridesOf(data).some((stride) => stride > 1),
    },
    {
      text: { en: 'a dilation is larger than 1', zh: '有膨胀率大于 1' },
      holds: ({ data }) => data.some((value, at) => at % 3 === 2 && value > 1),
    },
    {
      text: { en: 'a kernel has an even size', zh: '有偶数大小的核' },
      holds: ({ data }) => data.some((value, at) => at % 3 === 0 && value % 2 === 0),
    },
    { text: { en: 'there is no layer', zh: '一层都没有' }, holds: ({ data }) => data.length === 0 },
  ],
})

const MOST_JUMP = 4096

function chain(...layers: readonly (readonly number[])[]): Nd<'f64'> {
  return f64([layers.length, 3], layers.flat())
}

function stridesOf(data: Float64Array): readonly number[] {
  return Array.from(data).filter((_, at) => at % 3 === 1)
}

/** Strides that would lead too far become 1. */
function withinReach(data: Float64Array): readonly number[] {
  let jump = 1
  return Array.from(data, (value, at) => {
    if (at % 3 !== 1) return value
    if (jump * value > MOST_JUMP) return 1
    jump *= value
    return value
  })
}
