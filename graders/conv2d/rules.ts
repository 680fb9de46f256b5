import { type ConvolutionChoices, convolutionRules, convolveWith, defineRules } from '#kit'
import type { conv2d } from './reference.ts'

const shared = convolutionRules()

/** The mistakes people make in a convolution: the windows' places, the kernel's order, groups and bias. */
export const rules = defineRules(conv2dWith, {
  ...shared,
  count: {
    ...shared.count,
    'size-without-dilation': {
      en: 'a convolution whose output size does not take the dilation into account: the kernel spans dilation * (kh - 1) + 1 rows',
      zh: '计算输出尺寸时没有考虑膨胀的卷积：核的跨度是 dilation * (kh - 1) + 1 行',
      cards: ['convolutions/output-size', 'receptive-field/dilation'],
      choice: (length, { ksize, stride, padding }) => Math.floor((length + 2 * padding - ksize) / stride) + 1,
    },
  },
  dilation: {
    'dilation-ignored': {
      en: 'a convolution without dilation: the kernel always reads neighbouring pixels',
      zh: '没有用到 dilation、核总是读取相邻像素的卷积',
      cards: ['receptive-field/dilation', 'convolutions/output-size'],
      choice: () => 1,
    },
    'dilation-counts-holes': {
      en: 'a convolution that leaves dilation pixels out between two that it reads; dilation is their distance, and 1 leaves none out',
      zh: '在读取的两个像素之间空出 dilation 个的卷积；dilation 是两者的距离，为 1 时不空',
      cards: ['receptive-field/dilation'],
      choice: (asked) => asked + 1,
    },
  },
  channel: {
    'groups-ignored': {
      en: 'a convolution without groups: every output channel sees the first D input channels',
      zh: '没有用到 groups 的卷积：每个输出通道都只看前 D 个输入通道',
      cards: ['pointwise-convolution/grouped', 'convolutions/separable-parameters'],
      choice: ({ d }) => d,
    },
    'outputs-dealt-out': {
      en: 'a convolution whose output channels are dealt out to the groups in turn, o modulo groups; neighbours belong together',
      zh: '把输出通道轮流分给各组（o 对 groups 取余）的卷积；应当是相邻的通道同组',
      cards: ['pointwise-convolution/grouped'],
      choice: ({ o, d, channels, groups }) => (o % groups) * channels + d,
    },
    'inputs-dealt-out': {
      en: 'a convolution whose input channels are dealt out to the groups in turn; neighbours belong together',
      zh: '把输入通道轮流分给各组的卷积；应当是相邻的通道同组',
      cards: ['pointwise-convolution/grouped'],
      choice: ({ o, d, outputs, groups }) => d * groups + Math.floor(o / (outputs / groups)),
    },
  },
  sum: {
    'channels-overwritten': {
      en: 'a convolution of the last channel alone: each channel overwrites the sum of those before',
      zh: '只剩最后一个输入通道的卷积：每个通道都覆盖了之前的和',
      cards: ['pointwise-convolution/what'],
      choice: (sums) => sums.at(-1) ?? 0,
    },
  },
  bias: {
    'bias-ignored': {
      en: 'a convolution without bias',
      zh: '没有加偏置的卷积',
      cards: ['pointwise-convolution/weights'],
      choice: () => 0,
    },
    'bias-for-each-channel': {
      en: 'a convolution that adds the bias once for each input channel; it is added once',
      zh: '每个输入通道都加了一次偏置的卷积；偏置只加一次',
      cards: ['pointwise-convolution/weights'],
      choice: (bias, channels) => bias * channels,
    },
  },
  after: {
    'relu-behind': {
      en: 'a convolution with a ReLU behind it: negative values must stay',
      zh: '卷积之后又加了 ReLU：负值应当保留',
      cards: ['pointwise-convolution/needs-activation'],
      choice: (sum) => Math.max(0, sum),
    },
  },
})

function conv2dWith(choices: ConvolutionChoices): typeof conv2d {
  const convolve = convolveWith(choices)
  return (x, weight, bias, stride, padding, dilation, groups) =>
    convolve(x, weight, bias, { stride, padding, dilation, groups })
}
