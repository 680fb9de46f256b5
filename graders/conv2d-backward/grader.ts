import {
  defineGrader,
  drawMaps,
  drawMapsShape,
  f32,
  filled,
  type Maps,
  mapsShape,
  mapsTraits,
  windowCount,
} from '#kit'
import { conv2dBackward } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: conv2dBackward,
  examples: [[f32([1, 1, 1, 2], [1, -2]), f32([1, 1, 1, 3], [1, 2, 3]), f32([1, 1, 1, 2], [2, -1]), 1, 0]],
  cases: [
    [
      { en: 'one pixel', zh: '单个像素' },
      f32([1, 1, 1, 1], 3),
      f32([1, 1, 1, 1], 2),
      f32([1, 1, 1, 1], -1),
      1,
      0,
    ],
    [
      { en: 'pixels that no window reaches', zh: '没有窗口读到的像素' },
      f32([1, 1, 2, 2], [1, 2, 3, 4]),
      f32([1, 1, 4, 4], (at) => (at % 7) - 3),
      f32([1, 1, 1, 1], 2),
      2,
      0,
    ],
    [
      { en: 'the largest map', zh: '最大的特征图' },
      f32([1, 1, 22, 22], (at) => (at % 7) - 3),
      f32([1, 1, 16, 16], (at) => (at % 8) - 3),
      f32([1, 1, 1, 1], 2),
      1,
      3,
    ],
  ],
  random: (random) => {
    const x = drawMaps(random, drawMapsShape(random))
    const [images, channels] = mapsShape(x)
    const weight = f32(
      [random.int(1, 3), channels, random.int(1, 3), random.int(1, 3)],
      () => random.int(-4, 4) / 2,
    )
    return fitting(
      f32([images, 1, 3, 5], () => random.int(-8, 8) / 4),
      within(x),
      weight,
      random.int(1, 3),
      random.int(0, 2),
    )
  },
  settle: (_, ...args) => fitting(...args),
  valid: (gradOut, x, weight, stride, padding) =>
    String(gradOut.shape) === String(fitting(gradOut, x, weight, stride, padding)[0].shape) &&
    String(weight.shape) === String(fitting(gradOut, x, weight, stride, padding)[2].shape),
  tolerance: {
    rtol: 1e-5,
    atol: 1e-3,
    why: 'in f32 a sum of up to 1936 products of at most 16 is rounded by about 5e-4.',
  },
  performance: {
    lean: {
      en: 'The three gradients are enough: no copy of all windows needs to be held.',
      zh: '三个梯度就够了：不必保存所有窗口的拷贝。',
      cards: ['convolutions/im2col'],
    },
  },
  rules,
  traits: [...mapsTraits().map(({ text, holds }) => ({ text, holds: (_: Maps, x: Maps) => holds(x) }))],
})

type Args = Parameters<typeof conv2dBackward>

function within({ shape, data }: Maps): Maps {
  return f32(shape, (at) => Math.max(-4, Math.min(4, data[at] ?? 0)))
}

/** With a kernel that the padded image holds, and a gradient for each of its places. */
function fitting(gradOut: Maps, x: Maps, given: Maps, stride: number, padding: number): Args {
  const [images, , ...sides] = mapsShape(x)
  const [outputs, channels, ...kernel] = mapsShape(given)
  const [kh, kw] = kernel.map((length, side) => Math.min(length, (sides[side] ?? 1) + 2 * padding)) as [
    number,
    number,
  ]
  const count = (side: 0 | 1) =>
    windowCount(sides[side] ?? 1, { ksize: [kh, kw][side] ?? 1, stride, padding })
  return [
    filled([images, outputs, count(0), count(1)], gradOut),
    x,
    filled([outputs, channels, kh, kw], given),
    stride,
    padding,
  ]
}
