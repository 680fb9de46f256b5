import {
  defineGrader,
  doubled,
  drawMaps,
  drawMapsShape,
  f32,
  imagesReordered,
  mapsTraits,
  type Random,
  uniformNoise,
} from '#kit'
import { pointwiseConv } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: pointwiseConv,
  examples: [[f32([1, 2, 1, 3], [1, 2, 3, 4, 0, -1]), f32([3, 2], [1, 0, 0, 2, 3, -1])]],
  cases: [
    [{ en: 'one pixel of one channel', zh: '单通道的单个像素' }, f32([1, 1, 1, 1], [3]), f32([1, 1], [-2])],
    [
      { en: 'two images, as many channels out as in', zh: '两张图像，输出与输入通道数相同' },
      f32([2, 2, 1, 2], (at) => at + 1),
      f32([2, 2], [1, 2, 0, -1]),
    ],
    [
      { en: 'the identity', zh: '单位矩阵' },
      f32([1, 3, 2, 2], (at) => at - 5),
      f32([3, 3], [1, 0, 0, 0, 1, 0, 0, 0, 1]),
    ],
    [
      { en: 'channels that cancel', zh: '各通道相互抵消' },
      f32([1, 2, 2, 1], [1.5, -2, 1.5, -2]),
      f32([1, 2], [1, -1]),
    ],
  ],
  random: (random) => {
    const shape = drawMapsShape(random)
    return [drawMaps(random, shape), drawWeight(random, random.int(1, 4), shape[1])]
  },
  relations: [imagesReordered(pointwiseConv), doubled(pointwiseConv)],
  tolerance: {
    rtol: 1e-5,
    atol: 5e-4,
    why: 'in f32 each of up to 128 additions rounds a sum that reaches some hundreds by 3e-8 of it, and roundings of both signs add up to about 1e-4.',
  },
  performance: {
    ratio: (random) => [uniformNoise(random, [2, 128, 24, 24], 1), uniformNoise(random, [128, 128], 1)],
    fast: {
      en: 'An image is a C x HW matrix, and the whole convolution is weight times it: one matmul in NumPy (np.einsum needs optimize=True to use it). Elsewhere add up whole planes, so that the innermost loop runs along memory.',
      zh: '一张图像就是 C x HW 的矩阵，整个卷积就是用 weight 左乘它：NumPy 里是一次 matmul（np.einsum 要加 optimize=True 才会用到它）。其他语言里按整个平面累加，让最内层循环沿着内存连续访问。',
      cards: ['pointwise-convolution/im2col', 'pointwise-convolution/as-linear'],
    },
    lean: {
      en: 'Besides the result a plane of sums is enough: the products of every channel need not be held before they are added.',
      zh: '除了结果之外，只需要一个平面来累加；不必先存下每个通道的乘积再求和。',
      cards: ['pointwise-convolution/im2col'],
    },
  },
  rules,
  traits: [
    ...mapsTraits(),
    {
      text: { en: 'there are as many channels out as in', zh: '输出通道数与输入通道数相同' },
      holds: (_, { shape: [outputs, channels] }) => outputs === channels,
    },
  ],
})

function drawWeight(random: Random, outputs: number, channels: number) {
  return f32([outputs, channels], random.pick([() => random.int(-4, 4) / 4, () => 2 * random.real() - 1]))
}
