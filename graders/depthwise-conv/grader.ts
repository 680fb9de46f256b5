import {
  defineGrader,
  doubled,
  drawMaps,
  drawMapsShape,
  f32,
  imagesReordered,
  type Maps,
  mapsShape,
  mapsTraits,
  type Nd,
  otherOrder,
  reordered,
} from '#kit'
import { depthwiseConv } from './reference.ts'
import { rules } from './rules.ts'

const IMAGE = f32([1, 1, 3, 4], [1, 2, 0, 1, 0, -3, 4, 1, 5, 0, 1, -2])
const KERNEL = f32([1, 2, 2], [1, 0, -2, 3])

export const grader = defineGrader({
  reference: depthwiseConv,
  examples: [
    [f32([1, 2, 2, 3], [1, 2, 4, 0, -3, 1, 3, 1, 0, -2, 5, 6]), f32([2, 1, 2], [2, -1, 1, 3]), 1, 0],
  ],
  cases: [
    [{ en: 'one pixel', zh: '单个像素' }, f32([1, 1, 1, 1], [3]), f32([1, 1, 1], [-2]), 1, 0],
    [{ en: 'one channel', zh: '单通道' }, IMAGE, KERNEL, 1, 0],
    [{ en: 'padding', zh: '填充' }, IMAGE, KERNEL, 1, 1],
    [{ en: 'padding and a stride', zh: '填充与步长' }, IMAGE, KERNEL, 2, 1],
    [{ en: 'a kernel higher than wide', zh: '高大于宽的核' }, IMAGE, f32([1, 3, 1], [1, -1, 2]), 1, 1],
    [
      { en: 'a kernel wider than high', zh: '宽大于高的核' },
      IMAGE,
      f32([1, 2, 3], [1, -1, 2, 0, 3, -2]),
      1,
      0,
    ],
    [
      { en: 'two images of two channels', zh: '两张图像，各两个通道' },
      f32([2, 2, 1, 2], [1, 2, 3, 4, 5, 6, 7, 8]),
      f32([2, 1, 1], [1, -1]),
      1,
      0,
    ],
    [
      { en: 'padding beyond the kernel', zh: '填充超过核' },
      f32([1, 1, 1, 1], [2]),
      f32([1, 1, 1], [1]),
      2,
      3,
    ],
  ],
  random: (random) => {
    const x = drawMaps(random, drawMapsShape(random))
    const kernel = [mapsShape(x)[1], random.int(1, 4), random.int(1, 4)]
    const weight = f32(kernel, random.pick([() => random.int(-2, 2), () => 2 * random.real() - 1]))
    return fitting(x, weight, random.int(1, 3), random.int(0, 2))
  },
  settle: (_, ...args) => fitting(...args),
  valid: (x, weight, _, padding) => {
    const [, , height, width] = mapsShape(x)
    const [, kernelHeight = 0, kernelWidth = 0] = weight.shape
    return kernelHeight <= height + 2 * padding && kernelWidth <= width + 2 * padding
  },
  relations: [
    imagesReordered(depthwiseConv),
    doubled(depthwiseConv),
    {
      name: { en: 'channels in another order', zh: '打乱各通道的次序' },
      change(random, x, weight, ...rest) {
        const order = otherOrder(random, mapsShape(x)[1])
        const args: Args = [reordered(x, 1, order), reordered(weight, 0, order), ...rest]
        return { args, answer: (before) => reordered(before, 1, order) }
      },
    },
  ],
  tolerance: {
    rtol: 1e-5,
    atol: 2e-4,
    why: 'in f32 each of up to 49 additions rounds a sum that reaches about a hundred by 3e-8 of it; of one sign they add up to 2e-4.',
  },
  performance: {
    lean: {
      en: 'A padded copy of the image and the result are enough: a copy of every window takes kh * kw times the memory.',
      zh: '填充后的图像和结果就够了：把每个窗口都复制一份要占 kh * kw 倍的内存。',
      cards: ['convolutions/im2col'],
    },
  },
  rules,
  traits: [
    ...mapsTraits(),
    { text: { en: 'stride is larger than 1', zh: 'stride 大于 1' }, holds: (_, __, stride) => stride > 1 },
    { text: { en: 'padding is not 0', zh: 'padding 不为 0' }, holds: (...args) => args[3] > 0 },
    {
      text: { en: 'the kernel is not square', zh: '核不是正方形' },
      holds: (_, { shape: [, height, width] }) => height !== width,
    },
  ],
})

type Args = Parameters<typeof depthwiseConv>

/** With a kernel that is not larger than the padded image. */
function fitting(x: Maps, weight: Nd<'f32'>, stride: number, padding: number): Args {
  const [, channels, height, width] = mapsShape(x)
  const [, kernelHeight = 1, kernelWidth = 1] = weight.shape
  const kernel = [Math.min(kernelHeight, height + 2 * padding), Math.min(kernelWidth, width + 2 * padding)]
  const { data } = weight
  return [x, f32([channels, ...kernel], (at) => data[at % data.length] ?? 0), stride, padding]
}
