import { defineRules, f32, mapsShape } from '#kit'
import type { conv2dBackward } from './reference.ts'

/** The mistakes people make in the gradient of a convolution. */
export const rules = defineRules(backwardWith, {
  begin: {
    'stride-ignored': {
      en: 'gradients of windows that are one pixel apart: window i begins at i * stride - padding',
      zh: '按相邻窗口只隔一个像素求出的梯度：第 i 个窗口从 i * stride - padding 开始',
      cards: ['convolutions/output-size'],
      choice: (at, _, padding) => at - padding,
    },
    'padding-ignored': {
      en: 'gradients of windows that begin at i * stride: padding is not taken off',
      zh: '按窗口从 i * stride 开始求出的梯度：没有减去 padding',
      cards: ['convolutions/output-size'],
      choice: (at, stride) => at * stride,
    },
  },
  flipped: {
    'kernel-flipped': {
      en: 'a gradient of x with the kernel turned once too often',
      zh: '核多翻转了一次的 x 的梯度',
      cards: ['convolutions/transposed-not-inverse'],
      choice: true,
    },
  },
  meet: {
    'pixels-overwritten': {
      en: 'gradients of x that overwrite each other where windows overlap: add them up',
      zh: '窗口重叠处互相覆盖的 x 的梯度：应当累加',
      cards: ['backpropagation/accumulate'],
      choice: (_, share) => share,
    },
  },
  weightShare: {
    'weight-averaged': {
      en: 'a gradient of weight that is averaged over the images; it is summed',
      zh: '对图像求了平均的 weight 的梯度；应当求和',
      cards: ['backpropagation/matrix-weight'],
      choice: (images) => 1 / images,
    },
  },
  biasShare: {
    'bias-averaged': {
      en: 'a gradient of bias that is averaged over images and pixels; it is summed',
      zh: '对图像和像素求了平均的 bias 的梯度；应当求和',
      cards: ['backpropagation/bias'],
      choice: (images, pixels) => 1 / (images * pixels),
    },
    'bias-averaged-over-images': {
      en: 'a gradient of bias that is averaged over the images; it is summed',
      zh: '对图像求了平均的 bias 的梯度；应当求和',
      cards: ['backpropagation/bias'],
      choice: (images) => 1 / images,
    },
  },
})

interface Choices {
  readonly begin?: (at: number, stride: number, padding: number) => number
  readonly flipped?: boolean
  readonly meet?: (before: number, share: number) => number
  readonly weightShare?: (images: number) => number
  readonly biasShare?: (images: number, pixels: number) => number
}

function backwardWith(choices: Choices): typeof conv2dBackward {
  const { begin = (at, stride, padding) => at * stride - padding, meet = (before, share) => before + share } =
    choices
  const { weightShare = () => 1, biasShare = () => 1, flipped = false } = choices
  return (gradOut, x, weight, stride, padding) => {
    const [images, channels, height, width] = mapsShape(x)
    const [outputs, , kh, kw] = mapsShape(weight)
    const [, , h, w] = mapsShape(gradOut)
    const grad = { x: new Float64Array(x.data.length), weight: new Float64Array(weight.data.length) }
    const bias = new Float64Array(outputs)
    for (const [at, g] of gradOut.data.entries()) {
      const [n, o] = [Math.floor(at / (h * w * outputs)), Math.floor(at / (h * w)) % outputs]
      const [top, left] = [Math.floor(at / w) % h, at % w].map((place) => begin(place, stride, padding)) as [
        number,
        number,
      ]
      bias[o] = (bias[o] ?? 0) + g
      for (let tap = 0; tap < channels * kh * kw; tap++) {
        const [c, inside] = [Math.floor(tap / (kh * kw)), tap % (kh * kw)]
        const [row, column] = [top + Math.floor(inside / kw), left + (inside % kw)]
        if (row < 0 || row >= height || column < 0 || column >= width) continue
        const pixel = ((n * channels + c) * height + row) * width + column
        const kernel = (o * channels + c) * kh * kw
        const used = weight.data[kernel + (flipped ? kh * kw - 1 - inside : inside)] ?? 0
        grad.x[pixel] = meet(grad.x[pixel] ?? 0, g * used)
        grad.weight[kernel + inside] = (grad.weight[kernel + inside] ?? 0) + g * (x.data[pixel] ?? 0)
      }
    }
    return {
      x: f32(x.shape, grad.x),
      weight: f32(
        weight.shape,
        grad.weight.map((value) => value * weightShare(images)),
      ),
      bias: f32(
        [outputs],
        bias.map((value) => value * biasShare(images, h * w)),
      ),
    }
  }
}
