import { f32, type Nd } from '../../arrays.ts'
import type { RuleTable } from '../../rules.ts'
import { type Maps, mapsShape } from './maps.ts'
import { type WindowStepChoices, type Windows, windowStepRules, windowsAlong } from './windows.ts'

/** What one may choose in any convolution; without any choice it is as PyTorch has it. */
export interface ConvolutionChoices extends WindowStepChoices {
  /** The place in the kernel that meets place (row, column) of the window. */
  readonly tap?: (at: Tap) => number
  /** What is read beyond the border. */
  readonly outside?: 'nearest pixel'
  /** Of the products of a window in one channel. */
  readonly products?: (products: readonly number[]) => number
  /** Of the products of each input channel, a sum. */
  readonly sum?: (sums: readonly number[]) => number
  /** The input channel that is the `d`-th of an output channel. */
  readonly channel?: (at: ChannelPlace) => number
  readonly bias?: (bias: number, channels: number) => number
  /** How many of them are convolved. */
  readonly images?: number
  readonly after?: (sum: number) => number
}

interface Tap {
  readonly row: number
  readonly column: number
  readonly height: number
  readonly width: number
}

interface ChannelPlace {
  readonly o: number
  readonly d: number
  readonly outputs: number
  /** Of a group. */
  readonly channels: number
  readonly groups: number
}

export interface ConvolutionSettings {
  readonly stride: number
  readonly padding: number
  readonly dilation: number
  readonly groups: number
}

/** For wrong choices: value by value, and of each window all that it reads. */
export function convolveWith(
  choices: ConvolutionChoices,
): (x: Maps, weight: Maps, bias: Nd<'f32'>, settings: ConvolutionSettings) => Maps {
  const { tap = inOrder, sum = total, channel = inGroups, after = (value) => value } = choices
  const { bias: biasOf = (bias) => bias } = choices
  return (x, weight, bias, { groups, ...stepping }) => {
    const [images, inputs, ...sides] = mapsShape(x)
    const [outputs, channels, height, width] = mapsShape(weight)
    const [rows, columns] = sides.map((length, side) =>
      windowsAlong(length, { ...stepping, ksize: [height, width][side] ?? 1 }, choices),
    ) as [Windows, Windows]
    const read = reader(x, choices.outside)

    function channelSum(image: number, o: number, d: number, ys: readonly number[], xs: readonly number[]) {
      const plane = image * inputs + channel({ o, d, outputs, channels, groups })
      const products = ys.flatMap((y, row) =>
        xs.map((at, column) => {
          const place = tap({ row, column, height, width })
          return read(plane, y, at) * (weight.data[(o * channels + d) * height * width + place] ?? 0)
        }),
      )
      return (choices.products ?? total)(products)
    }

    const values = range(images * outputs).flatMap((plane) => {
      const [image, o] = [Math.floor(plane / outputs), plane % outputs]
      const shift = biasOf(bias.data[o] ?? 0, channels)
      return rows.flatMap((ys) =>
        columns.map((xs) => {
          if (image >= (choices.images ?? images)) return 0
          return after(sum(range(channels).map((d) => channelSum(image, o, d, ys, xs))) + shift)
        }),
      )
    })
    return f32([images, outputs, rows.length, columns.length], values)
  }
}

function reader(x: Maps, outside: ConvolutionChoices['outside']) {
  const [, , height, width] = mapsShape(x)
  return (plane: number, row: number, column: number): number => {
    const [y, at] = [within(row, height), within(column, width)]
    if (outside === undefined && (y !== row || at !== column)) return 0
    return x.data[(plane * height + y) * width + at] ?? 0
  }
}

function within(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1)
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, at) => at)
}

function inOrder({ row, column, width }: Tap): number {
  return row * width + column
}

function inGroups({ o, d, outputs, channels, groups }: ChannelPlace): number {
  return Math.floor(o / (outputs / groups)) * channels + d
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

type Shared = Omit<ConvolutionChoices, 'sum' | 'channel' | 'bias' | 'dilation' | 'after'>

/** Those of all convolutions: where windows lie, and how the kernel is laid on them. */
export function convolutionRules(): Required<RuleTable<Shared>> {
  const cards = ['convolutions/output-size']
  return {
    ...windowStepRules({ en: 'a convolution', zh: '卷积' }, cards),
    tap: {
      'kernel-flipped': {
        en: 'a convolution as mathematics has it, with the kernel turned by 180 degrees; deep learning does not turn it',
        zh: '数学意义上的卷积（核旋转了 180 度）；深度学习里的卷积不翻转核',
        cards: ['convolutions/transposed-not-inverse'],
        choice: ({ row, column, height, width }) => (height - 1 - row) * width + width - 1 - column,
      },
      'kernel-transposed': {
        en: 'a convolution whose kernel is read column by column: its rows and columns change places',
        zh: '按列读取核、行列互换了的卷积',
        cards: ['convolutions/im2col'],
        choice: ({ row, column, height }) => column * height + row,
      },
    },
    products: {
      'last-product-alone': {
        en: 'a convolution of the last place of the kernel alone: each product takes the place of those before (= for +=)',
        zh: '只剩核的最后一个位置的卷积：后来的乘积覆盖了前面的（+= 写成了 =）',
        cards: ['convolutions/im2col'],
        choice: (products) => products.at(-1) ?? 0,
      },
    },
    outside: {
      'border-replicated': {
        en: 'a convolution that repeats the outermost pixels beyond the border; padding holds zeros',
        zh: '在边界外重复最外侧像素的卷积；填充应当是零',
        cards,
        choice: 'nearest pixel',
      },
    },
    images: {
      'first-image-alone': {
        en: 'a convolution of the first image alone: the others stay 0',
        zh: '只处理了第一张图像的卷积：其余图像仍是 0',
        cards: ['convolutions/im2col'],
        choice: 1,
      },
    },
  }
}
