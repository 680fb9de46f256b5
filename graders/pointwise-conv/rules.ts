import { defineRules, f32, mapsShape } from '#kit'
import type { pointwiseConv } from './reference.ts'

/** The mistakes people make in a 1x1 convolution: most are axes that a reshape puts in a wrong order. */
export const rules = defineRules(
  convolveWith,
  {
    read: {
      'channels-read-last': {
        en: 'an x that is read as if the channels came last: reshape(-1, C) mixes pixels and channels, they must be moved first',
        zh: '把 x 当作通道在最后来读取：reshape(-1, C) 会把像素和通道混在一起，要先把通道轴换到最后',
        cards: ['pointwise-convolution/as-linear'],
        choice: channelsLast,
      },
      'batch-read-inside': {
        en: 'an x that is read as C rows with all images in a row: reshape(C, -1) mixes images and channels where there are several images',
        zh: '把 x 当作 C 行、每行排着所有图像来读取：图像多于一张时 reshape(C, -1) 会把图像和通道混在一起',
        cards: ['pointwise-convolution/as-linear'],
        choice: batchLast,
      },
    },
    write: {
      'channels-written-last': {
        en: 'a result whose channels lie last in memory and are only given the shape N, O, H, W; move the axis back instead of reshaping',
        zh: '通道在内存里排在最后、只是改成 N, O, H, W 形状的结果；应把通道轴换回去，而不是 reshape',
        cards: ['pointwise-convolution/as-linear'],
        choice: channelsLast,
      },
      'batch-written-inside': {
        en: 'a result that lies in memory as O rows with all images in a row, and is only given the shape N, O, H, W',
        zh: '在内存里是 O 行、每行排着所有图像、只是改成 N, O, H, W 形状的结果',
        cards: ['pointwise-convolution/as-linear'],
        choice: batchLast,
      },
    },
    weightAt: {
      'weight-transposed': {
        en: 'a weight that is read transposed: its rows are the output channels, its columns the input channels',
        zh: '把 weight 转置着读取的结果：它的行是输出通道，列是输入通道',
        cards: ['pointwise-convolution/as-linear', 'pointwise-convolution/weights'],
        choice: ({ o, c, outputs }) => c * outputs + o,
      },
    },
    sum: {
      'channels-overwritten': {
        en: 'the last channel alone: each channel overwrites the sum of those before instead of being added to it',
        zh: '只剩最后一个通道：每个通道都覆盖了之前的和，而不是累加上去',
        cards: ['pointwise-convolution/what'],
        choice: (products) => products.at(-1) ?? 0,
      },
      'mean-over-channels': {
        en: 'a mean over the channels: nothing is divided by C',
        zh: '对各通道求平均的结果：不应除以 C',
        cards: ['pointwise-convolution/what'],
        choice: (products) => total(products) / products.length,
      },
      'last-channel-left-out': {
        en: 'a sum that leaves out the last channel',
        zh: '漏掉了最后一个通道的和',
        cards: ['pointwise-convolution/what'],
        choice: (products) => total(products.slice(0, -1)),
      },
      'integer-sum': {
        en: 'a sum that is kept in an integer and cut after each addition, as std::accumulate(..., 0) keeps it: begin with 0.0',
        zh: '用整数保存、每次相加后都截断的和（std::accumulate(..., 0) 就是这样）：初值应写 0.0',
        cards: ['pointwise-convolution/what'],
        choice: (products) => products.reduce((sum, product) => Math.trunc(sum + product), 0),
      },
    },
    images: {
      'first-image-alone': {
        en: 'a convolution of the first image alone: the others stay 0',
        zh: '只处理了第一张图像：其余图像仍是 0',
        cards: ['pointwise-convolution/as-linear'],
        choice: 1,
      },
    },
    after: {
      'relu-behind': {
        en: 'a convolution with a ReLU behind it: negative sums must stay',
        zh: '卷积之后又加了 ReLU：负的和应当保留',
        cards: ['pointwise-convolution/needs-activation', 'pointwise-convolution/what'],
        choice: (sum) => Math.max(0, sum),
      },
    },
  },
  {
    'reshaped-alone': {
      en: 'reshape(-1, C) @ weight.T and a reshape back, which moves no axis',
      zh: '先 reshape(-1, C) @ weight.T 再 reshape 回去的写法（没有换轴）',
      of: ['channels-read-last', 'channels-written-last'],
    },
  },
)

interface Choices {
  readonly read?: (place: Place) => number
  readonly write?: (place: Place) => number
  readonly weightAt?: (place: WeightPlace) => number
  readonly sum?: (products: readonly number[]) => number
  /** How many of them are convolved. */
  readonly images?: number
  readonly after?: (sum: number) => number
}

interface Place {
  readonly image: number
  readonly images: number
  readonly channel: number
  readonly channels: number
  readonly pixel: number
  readonly pixels: number
}

interface WeightPlace {
  readonly o: number
  readonly outputs: number
  readonly c: number
  readonly channels: number
}

function convolveWith(choices: Choices): typeof pointwiseConv {
  const { read = channelsFirst, write = channelsFirst, sum = total, after = (value) => value } = choices
  const { weightAt = ({ o, c, channels }) => o * channels + c } = choices
  return (x, weight) => {
    const [images, channels, height, width] = mapsShape(x)
    const [outputs, pixels] = [weight.shape[0] ?? 0, height * width]
    const out = new Float32Array(images * outputs * pixels)
    const products = (image: number, o: number, pixel: number) =>
      Array.from({ length: channels }, (_, c) => {
        const value = x.data[read({ image, images, channel: c, channels, pixel, pixels })] ?? 0
        return value * (weight.data[weightAt({ o, outputs, c, channels })] ?? 0)
      })
    for (let image = 0; image < Math.min(choices.images ?? images, images); image++)
      for (let o = 0; o < outputs; o++)
        for (let pixel = 0; pixel < pixels; pixel++)
          out[write({ image, images, channel: o, channels: outputs, pixel, pixels })] = after(
            sum(products(image, o, pixel)),
          )
    return f32([images, outputs, height, width], out)
  }
}

function channelsFirst({ image, channel, channels, pixel, pixels }: Place): number {
  return (image * channels + channel) * pixels + pixel
}

function channelsLast({ image, channel, channels, pixel, pixels }: Place): number {
  return (image * pixels + pixel) * channels + channel
}

function batchLast({ image, images, channel, pixel, pixels }: Place): number {
  return (channel * images + image) * pixels + pixel
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
