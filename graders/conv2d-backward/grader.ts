import {
  defineGrader,
  drawMaps,
  drawMapsShape,
  f32,
  filled,
  type Maps,
  mapsShape,
  mapsTraits,
  otherOrder,
  reordered,
  twice,
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
      { en: 'a stride that skips pixels', zh: 'stride 跳过一些像素' },
      f32([1, 1, 1, 2], [1, -2]),
      f32([1, 1, 2, 6], (at) => (at % 8) - 3),
      f32([1, 1, 2, 2], [1, 2, 3, -1]),
      3,
      0,
    ],
    [
      { en: 'windows that overlap', zh: '窗口重叠' },
      f32([1, 1, 2, 2], [0.5, 1, 2, 4]),
      f32([1, 1, 3, 3], (at) => at - 4),
      f32([1, 1, 2, 2], [1, -1, 2, 3]),
      1,
      0,
    ],
    [
      { en: 'windows that lie in the padding alone', zh: '整个落在填充里的窗口' },
      f32([1, 1, 4, 5], (at) => (at % 5) - 2),
      f32([1, 1, 1, 2], [2, -3]),
      f32([1, 1, 2, 2], [1, -2, 3, 4]),
      1,
      2,
    ],
    [
      { en: 'padding and a stride', zh: '填充与步长' },
      f32([1, 1, 2, 3], [1, -1, 2, 3, -2, 1]),
      f32([1, 1, 3, 5], (at) => (at % 4) - 1),
      f32([1, 1, 3, 3], (at) => at - 4),
      2,
      1,
    ],
    [
      { en: 'a kernel of 1 x 1 and two channels', zh: '1 x 1 的核，两个通道' },
      f32([1, 2, 1, 2], [1, 2, -1, 3]),
      f32([1, 2, 1, 2], [2, -1, 3, 1]),
      f32([2, 2, 1, 1], [1, 2, 3, -1]),
      1,
      0,
    ],
    [
      { en: 'a kernel as large as the image: one output', zh: '核与图像一样大：只有一个输出' },
      f32([1, 1, 1, 1], [2]),
      f32([1, 1, 2, 3], [1, 2, 3, 4, -1, -2]),
      f32([1, 1, 2, 3], [-1, 0, 1, 2, 3, 4]),
      1,
      0,
    ],
    [
      { en: 'a kernel higher than wide', zh: '高大于宽的核' },
      f32([1, 1, 2, 2], [1, 2, -3, 4]),
      f32([1, 1, 4, 2], (at) => at - 3),
      f32([1, 1, 3, 1], [1, -1, 2]),
      1,
      0,
    ],
    [
      { en: 'two images and two kernels', zh: '两张图像，两个核' },
      f32([2, 2, 1, 2], [1, 2, 3, 4, -1, -2, -3, 1]),
      f32([2, 1, 1, 3], [1, 2, 3, -1, 0, 2]),
      f32([2, 1, 1, 2], [1, -1, 2, 3]),
      1,
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
  relations: [
    {
      name: { en: 'gradOut doubled', zh: 'gradOut 乘以 2' },
      change: (_, gradOut, ...rest) => ({
        args: [twice(gradOut), ...rest],
        answer: ({ x, weight, bias }) => ({ x: twice(x), weight: twice(weight), bias: twice(bias) }),
      }),
    },
    {
      name: { en: 'images in another order', zh: '打乱各图像的次序' },
      change(random, gradOut, x, ...rest) {
        const order = otherOrder(random, mapsShape(x)[0])
        const change = (maps: Maps) => reordered(maps, 0, order)
        return {
          args: [change(gradOut), change(x), ...rest],
          answer: (grad) => ({ ...grad, x: change(grad.x) }),
        }
      },
    },
    {
      name: { en: 'channels of x and weight in another order', zh: '打乱 x 与 weight 各通道的次序' },
      change(random, gradOut, x, weight, ...rest) {
        const order = otherOrder(random, mapsShape(x)[1])
        const change = (maps: Maps) => reordered(maps, 1, order)
        return {
          args: [gradOut, change(x), change(weight), ...rest],
          answer: (grad) => ({ ...grad, x: change(grad.x), weight: change(grad.weight) }),
        }
      },
    },
    {
      name: { en: 'kernels in another order', zh: '打乱各个核的次序' },
      change(random, gradOut, x, weight, ...rest) {
        const order = otherOrder(random, mapsShape(weight)[0])
        const change = (array: Maps) => reordered(array, 0, order)
        return {
          args: [reordered(gradOut, 1, order), x, change(weight), ...rest],
          answer: (grad) => ({ ...grad, weight: change(grad.weight), bias: change(grad.bias) }),
        }
      },
    },
  ],
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
  traits: [
    ...mapsTraits().map(({ text, holds }) => ({ text, holds: (_: Maps, x: Maps) => holds(x) })),
    {
      text: { en: 'there is more than one kernel', zh: '核多于 1 个' },
      holds: (_, __, weight) => mapsShape(weight)[0] > 1,
    },
    {
      text: { en: 'the kernel is not square', zh: '核不是正方形' },
      holds: (_, __, { shape: [, , height, width] }) => height !== width,
    },
    { text: { en: 'stride is larger than 1', zh: 'stride 大于 1' }, holds: (...args) => args[3] > 1 },
    { text: { en: 'padding is not 0', zh: 'padding 不为 0' }, holds: (...args) => args[4] > 0 },
    {
      text: { en: 'the windows overlap', zh: '窗口有重叠' },
      holds: (gradOut, _, weight, stride) =>
        [2, 3].some((side) => (gradOut.shape[side] ?? 1) > 1 && stride < (weight.shape[side] ?? 1)),
    },
  ],
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
