import {
  defineGrader,
  drawMaps,
  f32,
  filled,
  imagesReordered,
  type Maps,
  type MapsShape,
  mapsShape,
  mapsTraits,
  type Nd,
  type Random,
  spanOf,
  twice,
  uniformNoise,
} from '#kit'
import { conv2d } from './reference.ts'
import { rules } from './rules.ts'

const IMAGE = f32([1, 1, 3, 4], [1, 2, 0, 1, 0, -3, 4, 1, 5, 0, 1, -2])
const KERNEL = f32([1, 1, 2, 2], [1, 0, -2, 3])

export const grader = defineGrader({
  reference: conv2d,
  examples: [[IMAGE, KERNEL, f32([1], [0.5]), 1, 0, 1, 1]],
  cases: [
    [
      { en: 'one pixel and its bias', zh: '单个像素及其偏置' },
      f32([1, 1, 1, 1], [3]),
      f32([1, 1, 1, 1], [2]),
      f32([1], [1]),
      1,
      0,
      1,
      1,
    ],
    [{ en: 'padding', zh: '填充' }, IMAGE, KERNEL, f32([1], 0), 1, 1, 1, 1],
    [{ en: 'a stride', zh: '步长' }, IMAGE, KERNEL, f32([1], 0), 2, 0, 1, 1],
    [{ en: 'padding and a stride', zh: '填充与步长' }, IMAGE, KERNEL, f32([1], 0), 2, 1, 1, 1],
    [{ en: 'a dilation', zh: '膨胀' }, IMAGE, KERNEL, f32([1], 0), 1, 0, 2, 1],
    [
      { en: 'a dilation, padding and a stride', zh: '膨胀、填充与步长' },
      IMAGE,
      KERNEL,
      f32([1], 0),
      3,
      2,
      3,
      1,
    ],
    [
      { en: 'a kernel higher than wide', zh: '高大于宽的核' },
      IMAGE,
      f32([1, 1, 3, 1], [1, -1, 2]),
      f32([1], 0),
      1,
      1,
      1,
      1,
    ],
    [
      { en: 'two channels to two', zh: '两个通道到两个通道' },
      f32([1, 2, 1, 2], [1, 2, 3, 5]),
      f32([2, 2, 1, 1], [1, 2, 0, -1]),
      f32([2], [1, -1]),
      1,
      0,
      1,
      1,
    ],
    [
      { en: 'two groups', zh: '分两组' },
      f32([1, 4, 1, 1], [1, 2, 3, 5]),
      f32([4, 2, 1, 1], [1, 0, 0, 1, 2, 0, 0, 2]),
      f32([4], 0),
      1,
      0,
      1,
      2,
    ],
    [
      { en: 'a group for each channel', zh: '每个通道一组' },
      f32([2, 2, 1, 2], [1, 2, 3, 4, 5, 6, 7, 8]),
      f32([2, 1, 1, 2], [1, -1, 2, 1]),
      f32([2], 0),
      1,
      0,
      1,
      2,
    ],
    [
      { en: 'padding beyond the kernel', zh: '填充超过核' },
      f32([1, 1, 1, 1], [2]),
      f32([1, 1, 1, 1], [1]),
      f32([1], [1]),
      2,
      3,
      1,
      1,
    ],
  ],
  random: drawConvolution,
  settle: (random, x, weight, bias, stride, padding, dilation, groups) => {
    const settled = random.pick([channelsOfGroups, groupsOfChannels])(x, weight, groups)
    return fitted(settled, bias, stride, padding, dilation)
  },
  valid: (x, weight, _, __, padding, dilation, groups) => {
    const [, channels, ...sides] = mapsShape(x)
    const [outputs, depth, ...kernel] = mapsShape(weight)
    const fits = sides.every(
      (length, side) =>
        spanOf({ ksize: kernel[side] ?? 1, stride: 1, padding, dilation }) <= length + 2 * padding,
    )
    return fits && depth * groups === channels && outputs % groups === 0
  },
  relations: [
    imagesReordered(conv2d),
    {
      name: { en: 'weight and bias doubled', zh: 'weight 与 bias 乘以 2' },
      change: (_, x, weight, bias, ...rest) => ({
        args: [x, twice(weight), twice(bias), ...rest],
        answer: twice,
      }),
    },
  ],
  tolerance: {
    rtol: 1e-5,
    atol: 1e-3,
    why: 'in f32 each of up to 784 additions rounds a sum that reaches some hundreds by 3e-8 of it, and roundings of both signs add up to about 3e-4.',
  },
  performance: {
    ratio: (random) => {
      const groups = random.pick([1, 1, 2])
      return [
        uniformNoise(random, [1, 16, 32, 32], 1),
        uniformNoise(random, [16, 16 / groups, 3, 3], 1),
        uniformNoise(random, [16], 1),
        1,
        random.int(0, 1),
        1,
        groups,
      ]
    },
    fast: {
      en: 'Make matrix products of it: the windows as a matrix (im2col, or sliding_window_view and tensordot) times the kernels, or for each place of the kernel one product of O x D with a shifted image. Where one loops, the innermost loop should run along a row, with the weight held and the border checked outside of it.',
      zh: '把它变成矩阵乘法：窗口排成矩阵（im2col，或 sliding_window_view 加 tensordot）再乘以核；也可以对核的每个位置，用 O x D 的矩阵乘以错位后的图像。自己写循环时，最内层应沿着一行走，权重取到循环外，边界判断也放在循环外。',
      cards: ['convolutions/im2col', 'pointwise-convolution/im2col'],
    },
    lean: {
      en: 'A view of the windows copies nothing, and im2col of one image and one group at a time copies little: all at once take kh * kw times the memory of the input.',
      zh: '窗口的视图不复制数据；每次只对一张图像的一组做 im2col，也只占很少内存：一次全部展开则要占输入的 kh * kw 倍。',
      cards: ['convolutions/im2col'],
    },
  },
  rules,
  traits: [
    ...mapsTraits(),
    { text: { en: 'stride is larger than 1', zh: 'stride 大于 1' }, holds: (...args) => args[3] > 1 },
    { text: { en: 'padding is not 0', zh: 'padding 不为 0' }, holds: (...args) => args[4] > 0 },
    { text: { en: 'dilation is larger than 1', zh: 'dilation 大于 1' }, holds: (...args) => args[5] > 1 },
    { text: { en: 'groups is larger than 1', zh: 'groups 大于 1' }, holds: (...args) => args[6] > 1 },
    {
      text: { en: 'the kernel is not square', zh: '核不是正方形' },
      holds: (_, { shape: [, , height, width] }) => height !== width,
    },
  ],
})

type Args = Parameters<typeof conv2d>
type Grouped = readonly [x: Maps, weight: Maps, groups: number]

const MOST_CHANNELS = 16

function drawConvolution(random: Random): Args {
  const [groups, depth] = [random.pick([1, 1, 2, 3]), random.int(1, 3)]
  const outputs = groups * random.int(1, 2)
  const x = drawMaps(random, [random.int(1, 2), groups * depth, random.int(1, 7), random.int(1, 7)])
  const kernel: MapsShape = [outputs, depth, random.int(1, 3), random.int(1, 3)]
  const weight = f32(kernel, random.pick([() => random.int(-2, 2), () => 2 * random.real() - 1]))
  const bias = f32([outputs], random.pick([random.normal, () => 0]))
  return fitted([x, weight, groups], bias, random.int(1, 3), random.int(0, 2), random.int(1, 2))
}

/** With as many channels as the kernel's depth and the groups make. */
function channelsOfGroups(x: Maps, weight: Maps, mostGroups: number): Grouped {
  const [images, , height, width] = mapsShape(x)
  const [outputs, depth, ...kernel] = mapsShape(weight)
  const groups = Math.min(mostGroups, Math.floor(MOST_CHANNELS / depth))
  const ofEach = Math.min(Math.ceil(outputs / groups), Math.floor(MOST_CHANNELS / groups))
  return [
    filled([images, depth * groups, height, width], x),
    filled([ofEach * groups, depth, ...kernel], weight),
    groups,
  ]
}

/** With as many groups as divide the channels. */
function groupsOfChannels(x: Maps, weight: Maps, mostGroups: number): Grouped {
  const [, channels] = mapsShape(x)
  const [outputs, , ...kernel] = mapsShape(weight)
  let groups = mostGroups
  while (channels % groups > 0 || outputs % groups > 0) groups--
  return [x, filled([outputs, channels / groups, ...kernel], weight), groups]
}

/** With a kernel that is not larger than the padded image. */
function fitted(
  [x, given, groups]: Grouped,
  bias: Nd<'f32'>,
  stride: number,
  padding: number,
  most: number,
): Args {
  const [, , ...sides] = mapsShape(x)
  const [outputs, depth, ...kernel] = mapsShape(given)
  const spaces = sides.map((length) => length + 2 * padding)
  const [height, width] = kernel.map((length, side) => Math.min(length, spaces[side] ?? 1)) as [
    number,
    number,
  ]
  const reach = [height, width].map((length, side) =>
    length > 1 ? Math.floor(((spaces[side] ?? 1) - 1) / (length - 1)) : most,
  )
  return [
    x,
    filled([outputs, depth, height, width], given),
    f32([outputs], (at) => bias.data[at % bias.data.length] ?? 0),
    stride,
    padding,
    Math.min(most, ...reach),
    groups,
  ]
}
