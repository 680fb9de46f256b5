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
  beginInX: {
    'stride-ignored-in-x': {
      en: 'a right gradient of weight, but one of x of windows that are one pixel apart: gradOut has to be spread by stride',
      zh: 'weight 的梯度正确、x 的梯度却按相邻窗口只隔一个像素求出的结果：gradOut 应当按 stride 拉开',
      cards: ['convolutions/transposed-not-inverse'],
      choice: (at, _, padding) => at - padding,
    },
    'padding-ignored-in-x': {
      en: 'a right gradient of weight, but one of x that is cut off at the end: take padding off on both sides',
      zh: 'weight 的梯度正确、x 的梯度却只从末尾截断的结果：应当在两侧各去掉 padding',
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
  key: {
    'pixels-overwritten': {
      en: 'gradients of x that overwrite each other where windows overlap: add them up',
      zh: '窗口重叠处互相覆盖的 x 的梯度：应当累加',
      cards: ['backpropagation/accumulate'],
      choice: ({ at }) => at,
    },
    'windows-overwritten': {
      en: 'gradients of x that overwrite each other from window to window, so that the last one that reads a pixel wins: add them up',
      zh: '窗口之间互相覆盖、每个像素只留下最后一个窗口所给的 x 的梯度：应当累加',
      cards: ['backpropagation/accumulate'],
      choice: ({ window }) => window,
    },
    'kernel-places-overwritten': {
      en: 'gradients of x that overwrite each other from one place of the kernel to the next, so that the last one that meets a pixel wins: add them up',
      zh: '核的各个位置互相覆盖、每个像素只留下最后一个位置所给的 x 的梯度：应当累加',
      cards: ['backpropagation/accumulate'],
      choice: ({ inside }) => inside,
    },
  },
  images: {
    'first-image-alone': {
      en: 'the gradients of the first image alone: the others add to weight and bias too',
      zh: '只对第一张图像求出的梯度：其余图像也要累加到 weight 和 bias 上',
      cards: ['backpropagation/matrix-weight'],
      choice: 1,
    },
  },
  kept: {
    'last-image-alone': {
      en: 'gradients of weight and bias of the last image alone: each image takes the place of those before (= for +=)',
      zh: 'weight 和 bias 的梯度只剩最后一张图像的：后来的覆盖了前面的（+= 写成了 =）',
      cards: ['backpropagation/accumulate', 'backpropagation/matrix-weight'],
      choice: (image, images) => image === images - 1,
    },
  },
  weightKept: {
    'last-window-alone-in-weight': {
      en: 'a gradient of weight of the last window alone: each takes the place of those before (= for +=)',
      zh: 'weight 的梯度只剩最后一个窗口的：后来的覆盖了前面的（+= 写成了 =）',
      cards: ['backpropagation/accumulate', 'backpropagation/matrix-weight'],
      choice: 0,
    },
  },
  biasKept: {
    'last-window-alone-in-bias': {
      en: 'a gradient of bias of the last window alone: each takes the place of those before (= for +=)',
      zh: 'bias 的梯度只剩最后一个窗口的：后来的覆盖了前面的（+= 写成了 =）',
      cards: ['backpropagation/accumulate', 'backpropagation/bias'],
      choice: 0,
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

type Begin = (at: number, stride: number, padding: number) => number

interface Choices {
  readonly begin?: Begin
  readonly beginInX?: Begin
  readonly flipped?: boolean
  /** What a pixel gets under a larger one takes the place of what it had. */
  readonly key?: (product: Product) => number
  /** How many of them are looked at. */
  readonly images?: number
  /** Whether an image adds to weight and bias. */
  readonly kept?: (image: number, images: number) => boolean
  /** By what the sum so far is multiplied before a window is added. */
  readonly weightKept?: 0
  readonly biasKept?: 0
  readonly weightShare?: (images: number) => number
  readonly biasShare?: (images: number, pixels: number) => number
}

interface Product {
  /** The place of its gradient in gradOut. */
  readonly at: number
  /** Which of the image. */
  readonly window: number
  /** Where in the kernel. */
  readonly inside: number
}

function backwardWith(choices: Choices): typeof conv2dBackward {
  const { begin = (at, stride, padding) => at * stride - padding, key = () => 0, flipped = false } = choices
  const { weightShare = () => 1, biasShare = () => 1, beginInX = begin } = choices
  const { kept = () => true, weightKept = 1, biasKept = 1 } = choices
  return (gradOut, x, weight, stride, padding) => {
    const [images, channels, height, width] = mapsShape(x)
    const [outputs, , kh, kw] = mapsShape(weight)
    const [, , h, w] = mapsShape(gradOut)
    const grad = { x: new Float64Array(x.data.length), weight: new Float64Array(weight.data.length) }
    const keys = new Float64Array(x.data.length)
    const bias = new Float64Array(outputs)
    const seen = Math.min(choices.images ?? images, images) * outputs * h * w
    for (const [at, g] of gradOut.data.subarray(0, seen).entries()) {
      const [n, o] = [Math.floor(at / (h * w * outputs)), Math.floor(at / (h * w)) % outputs]
      const isKept = kept(n, images)
      if (isKept) bias[o] = biasKept * (bias[o] ?? 0) + g
      for (let tap = 0; tap < channels * kh * kw; tap++) {
        const [c, inside] = [Math.floor(tap / (kh * kw)), tap % (kh * kw)]
        const kernel = (o * channels + c) * kh * kw
        const read = pixelOf(n * channels + c, at, inside, begin)
        if (read !== undefined && isKept) {
          const before = weightKept * (grad.weight[kernel + inside] ?? 0)
          grad.weight[kernel + inside] = before + g * (x.data[read] ?? 0)
        }
        const used = weight.data[kernel + (flipped ? kh * kw - 1 - inside : inside)] ?? 0
        const given = pixelOf(n * channels + c, at, inside, beginInX)
        if (given !== undefined) give(given, g * used, key({ at, window: at % (h * w), inside }))
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

    function pixelOf(plane: number, at: number, inside: number, first: Begin): number | undefined {
      const row = first(Math.floor(at / w) % h, stride, padding) + Math.floor(inside / kw)
      const column = first(at % w, stride, padding) + (inside % kw)
      const isInside = row >= 0 && row < height && column >= 0 && column < width
      return isInside ? (plane * height + row) * width + column : undefined
    }

    function give(pixel: number, share: number, under: number): void {
      const before = under > (keys[pixel] ?? 0) ? 0 : (grad.x[pixel] ?? 0)
      if (under < (keys[pixel] ?? 0)) return
      keys[pixel] = under
      grad.x[pixel] = before + share
    }
  }
}
