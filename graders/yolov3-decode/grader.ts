import { defineGrader, drawHead, f32, type Nd, otherOrder, reordered } from '#kit'
import { yolov3Decode } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: yolov3Decode,
  examples: [[f32([1, 6, 1, 2], [0, 1, 0, -1, 0, 0.5, 0, -0.5, 0, 2, 0, -2]), f32([1, 2], [16, 32]), 8]],
  cases: [
    [{ en: 'all outputs 0', zh: '输出全为 0' }, f32([1, 6, 1, 1], 0), f32([1, 2], [10, 20]), 32],
    [
      { en: 'one cell', zh: '1 个单元' },
      f32([1, 7, 1, 1], [1, -2, 0.5, -1, 2, 3, -3]),
      f32([1, 2], [10, 20]),
      32,
    ],
    [{ en: 'two rows, three columns', zh: '2 行 3 列' }, f32([1, 6, 2, 3], 0), f32([1, 2], [8, 4]), 16],
    [
      { en: 'two anchors', zh: '2 个锚框' },
      f32([2, 6, 1, 2], (at) => (at % 5) - 2),
      f32([2, 2], [10, 13, 33, 23]),
      8,
    ],
    [{ en: 'stride 1', zh: '步长为 1' }, f32([1, 6, 1, 2], (at) => at / 4 - 1), f32([1, 2], [2, 3]), 1],
    [
      { en: 'outputs of ±20', zh: '输出为 ±20' },
      f32([1, 7, 1, 1], [20, -20, 20, -20, 20, -20, 20]),
      f32([1, 2], [100, 100]),
      32,
    ],
  ],
  random: (random) => {
    const t = drawHead(random)
    const sides = f32([t.shape[0] ?? 0, 2], () => random.int(10, 400))
    return [
      f32(t.shape, (at) => Math.max(-20, Math.min(20, t.data[at] ?? 0))),
      sides,
      random.pick([8, 16, 32]),
    ]
  },
  valid: ({ shape }) => (shape[1] ?? 0) > 5,
  relations: [
    {
      name: { en: 'anchors in another order', zh: '锚框换了次序' },
      change: (random, t, anchors, stride) => {
        const order = otherOrder(random, anchors.shape[0] ?? 0)
        return {
          args: [reordered(t, 0, order), reordered(anchors, 0, order), stride],
          answer: (rows: Nd<'f32'>) => {
            const blocks = f32([order.length, rows.data.length / order.length], rows.data)
            return { shape: rows.shape, data: reordered(blocks, 0, order).data }
          },
        }
      },
    },
  ],
  tolerance: {
    rtol: 1e-5,
    atol: 1e-6,
    why: 'an exponential, a sum and two products round by 6e-8 each in f32; exp of up to 20 in f32 is off by a few units in its last place.',
  },
  performance: {
    lean: {
      en: 'Write each number into its place in the result; grids of x and y and a transposed copy are each as large as a channel or the whole map.',
      zh: '把每个数直接写到结果中的位置；x、y 的网格和转置后的副本，各有一个通道或整个特征图那么大。',
      cards: ['yolov3-loss/channels'],
    },
  },
  rules,
  traits: [
    {
      text: { en: 'the grid is not square', zh: '网格不是正方形' },
      holds: ({ shape: [, , h, w] }) => h !== w,
    },
    {
      text: { en: 'there is more than one anchor', zh: '不止一个锚框' },
      holds: ({ shape: [a = 0] }) => a > 1,
    },
    {
      text: { en: 'there is more than one cell', zh: '不止一个单元' },
      holds: ({ shape: [, , h = 0, w = 0] }) => h * w > 1,
    },
    {
      text: { en: 'there is more than one class', zh: '不止一个类别' },
      holds: ({ shape: [, k = 0] }) => k > 6,
    },
  ],
})
