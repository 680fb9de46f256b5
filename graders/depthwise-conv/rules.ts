import { type ConvolutionChoices, convolutionRules, convolveWith, defineRules, f32 } from '#kit'
import type { depthwiseConv } from './reference.ts'

/** The mistakes people make in a depthwise convolution: those of any convolution, and channels that meet. */
export const rules = defineRules(depthwiseWith, {
  ...convolutionRules(),
  mixing: {
    'channels-summed': {
      en: 'an ordinary convolution: the filtered channels are summed, and every output channel is that sum',
      zh: '普通的卷积：把滤波后的各通道加在一起，每个输出通道都是这个和',
      cards: ['pointwise-convolution/separable-roles', 'convolutions/separable-parameters'],
      choice: 'summed',
    },
    'channels-averaged': {
      en: 'channels that are filtered and then averaged into one',
      zh: '滤波后又把各通道平均成一个的结果',
      cards: ['pointwise-convolution/separable-roles'],
      choice: 'averaged',
    },
    'inputs-summed': {
      en: 'a convolution in which each kernel filters the sum of all channels, as a sum over c besides the window has it; it filters its own channel alone',
      zh: '每个核都对所有通道之和做滤波的卷积（除窗口外还对 c 求了和）；每个核只应处理自己的通道',
      cards: ['pointwise-convolution/separable-roles', 'convolutions/separable-parameters'],
      choice: 'inputs summed',
    },
  },
  kernelOf: {
    'first-kernel-for-all': {
      en: 'a convolution with the kernel of the first channel for every channel',
      zh: '所有通道都用了第一个通道的核的卷积',
      cards: ['pointwise-convolution/separable-roles', 'convolutions/separable-parameters'],
      choice: () => 0,
    },
    'kernels-in-reverse': {
      en: 'a convolution whose kernels are taken in reverse order of the channels, as weight[::-1] does besides turning them',
      zh: '按通道倒序取核的卷积（本想翻转核，却写成了 weight[::-1]）',
      cards: ['pointwise-convolution/separable-roles'],
      choice: (channel, channels) => channels - 1 - channel,
    },
  },
  after: {
    'relu-behind': {
      en: 'a depthwise convolution with a ReLU behind it: negative values must stay',
      zh: '逐通道卷积之后又加了 ReLU：负值应当保留',
      cards: ['pointwise-convolution/needs-activation'],
      choice: (sum) => Math.max(0, sum),
    },
  },
})

interface Choices extends ConvolutionChoices {
  readonly mixing?: 'summed' | 'averaged' | 'inputs summed'
  readonly kernelOf?: (channel: number, channels: number) => number
}

function depthwiseWith({
  mixing,
  kernelOf = (channel) => channel,
  ...choices
}: Choices): typeof depthwiseConv {
  return (x, { shape, data }, stride, padding) => {
    const [channels = 1, height = 1, width = 1] = shape
    const size = height * width
    const take = (kernel: number, at: number) => data[kernelOf(kernel, channels) * size + at] ?? 0
    const depth = mixing === undefined ? 1 : channels
    const weight = f32([channels, depth, height, width], (at) => {
      const kernel = Math.floor(at / size)
      const own = mixing === 'inputs summed' ? Math.floor(kernel / channels) : kernel % channels
      const share = take(own, at % size)
      return mixing === 'averaged' ? share / channels : share
    })
    const groups = channels / depth
    const bias = f32([channels], 0)
    return convolveWith(choices)(x, weight, bias, { stride, padding, dilation: 1, groups })
  }
}
