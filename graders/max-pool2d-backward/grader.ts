import {
  defineGrader,
  doubled,
  drawMaps,
  drawMapsShape,
  f32,
  filled,
  type Maps,
  type MapsShape,
  mapsShape,
  otherOrder,
  reordered,
  windowCount,
} from '#kit'
import { maxPool2dBackward } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: maxPool2dBackward,
  examples: [[f32([1, 1, 2, 2], [10, 3, 7, 1]), f32([1, 1, 3, 3], [1, 5, 5, 0, 2, 4, 7, 6, -3]), 2, 1]],
  cases: [
    [{ en: 'one pixel', zh: '单个像素' }, f32([1, 1, 1, 1], [2]), f32([1, 1, 1, 1], [-3]), 1, 1],
    [
      { en: 'a constant window', zh: '窗口内全部相等' },
      f32([1, 1, 1, 1], [4]),
      f32([1, 1, 2, 2], [6, 6, 6, 6]),
      2,
      1,
    ],
    [
      { en: 'a later column before an earlier row', zh: '最大值并列，一个在右上、一个在左下' },
      f32([1, 1, 1, 1], [1]),
      f32([1, 1, 2, 2], [0, 9, 9, 0]),
      2,
      2,
    ],
    [
      { en: 'maxima along both diagonals', zh: '最大值落在对角线上' },
      f32([1, 1, 1, 1], [2]),
      f32([1, 1, 3, 3], [0, 0, 7, 0, 7, 0, 7, 0, 0]),
      3,
      1,
    ],
    [
      { en: 'negative values alone', zh: '全是负数' },
      f32([1, 1, 1, 2], [1, -2]),
      f32([1, 1, 2, 4], [-4, -3, -9, -1, -2, -5, -6, -7]),
      2,
      2,
    ],
    [
      { en: 'a pixel that is the maximum of all windows', zh: '一个像素是所有窗口的最大值' },
      f32([1, 1, 2, 2], [1, 2, 4, 8]),
      f32([1, 1, 3, 3], [0, 1, 2, 3, 9, 4, 5, 6, 7]),
      2,
      1,
    ],
    [
      { en: 'pixels in no window', zh: '不属于任何窗口的像素' },
      f32([1, 1, 2, 2], [1, 2, 3, 4]),
      f32([1, 1, 5, 5], (at) => at),
      1,
      3,
    ],
    [
      { en: 'two images of two channels', zh: '两张图像，各两个通道' },
      f32([2, 2, 1, 1], [1, 2, 3, 4]),
      f32([2, 2, 2, 2], [5, 6, 8, 7, -1, -2, 0, 1, 9, 3, 4, 2, -8, -5, -7, -6]),
      2,
      1,
    ],
  ],
  random: (random) => {
    const x = drawMaps(random, drawMapsShape(random))
    const [images, channels] = mapsShape(x)
    const gradOut = drawMaps(random, [images, channels, 2, 2])
    return asPooled(gradOut, x, random.int(1, 4), random.int(1, 3))
  },
  settle: (random, gradOut, x, ksize, stride) =>
    random.pick([asPooled, asLargeAsItTakes])(gradOut, x, ksize, stride),
  valid: (gradOut, x, ksize, stride) => {
    const [, , height, width] = mapsShape(x)
    return ksize <= Math.min(height, width) && String(gradOut.shape) === String(pooledShape(x, ksize, stride))
  },
  relations: [
    doubled(maxPool2dBackward, 'gradOut'),
    {
      name: { en: 'channels in another order', zh: '打乱各通道的次序' },
      change(random, gradOut, x, ...rest) {
        const order = otherOrder(random, mapsShape(x)[1])
        const change = (maps: Maps) => reordered(maps, 1, order)
        return { args: [change(gradOut), change(x), ...rest], answer: change }
      },
    },
  ],
  tolerance: {
    rtol: 1e-5,
    atol: 1e-4,
    why: 'a pixel gets the sum of at most 64 gradients of at most 10; in f32 it is rounded by about 1e-5.',
  },
  performance: {
    lean: {
      en: 'One place a window is all there is to know: a mask as large as all windows together takes ksize * ksize times the memory.',
      zh: '每个窗口只需知道一个位置；保存所有窗口的掩码要占 ksize * ksize 倍的内存。',
      cards: ['pooling/max-memory'],
    },
  },
  rules,
  traits: [
    {
      text: { en: 'the windows overlap', zh: '窗口有重叠' },
      holds: (_, __, ksize, stride) => stride < ksize,
    },
    {
      text: { en: 'there are pixels in no window', zh: '有像素不属于任何窗口' },
      holds: (_, x, ksize, stride) =>
        stride > ksize ||
        mapsShape(x)
          .slice(2)
          .some((length) => (length - ksize) % stride > 0),
    },
    {
      text: { en: 'x has equal values', zh: 'x 中有相等的值' },
      holds: (_, { data }) => new Set(data).size < data.length,
    },
    {
      text: { en: 'there is more than one channel or image', zh: '通道或图像多于一个' },
      holds: (_, x) => mapsShape(x)[0] * mapsShape(x)[1] > 1,
    },
  ],
})

type Args = Parameters<typeof maxPool2dBackward>

const LONGEST = 32

/** With as many gradients as `x` has windows. */
function asPooled(gradOut: Maps, x: Maps, asked: number, stride: number): Args {
  const [, , height, width] = mapsShape(x)
  const ksize = Math.min(asked, height, width)
  return [filled(pooledShape(x, ksize, stride), gradOut), x, ksize, stride]
}

/** With as many pixels as the gradients need. */
function asLargeAsItTakes(gradOut: Maps, x: Maps, mostKsize: number, mostStride: number): Args {
  const [images, channels, ...counts] = mapsShape(gradOut)
  const stride = Math.min(
    mostStride,
    ...counts.map((count) => Math.floor((LONGEST - 1) / Math.max(1, count - 1))),
  )
  const ksize = Math.min(mostKsize, ...counts.map((count) => LONGEST - (count - 1) * stride))
  const [height, width] = counts.map((count) => (count - 1) * stride + ksize) as [number, number]
  return [gradOut, filled([images, channels, height, width], x), ksize, stride]
}

function pooledShape(x: Maps, ksize: number, stride: number): MapsShape {
  const [images, channels, height, width] = mapsShape(x)
  const count = (length: number) => windowCount(length, { ksize, stride, padding: 0 })
  return [images, channels, count(height), count(width)]
}
