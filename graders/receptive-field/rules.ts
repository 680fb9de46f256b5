import { defineRules, type Nd } from '#kit'
import type { receptiveField } from './reference.ts'

/** The mistakes people make in the recursion of the receptive field. */
export const rules = defineRules(fieldWith, {
  jumpAt: {
    'own-stride-counted': {
      en: "a recursion that multiplies a layer's kernel by its own stride too: the jump changes only behind the layer",
      zh: '把本层自己的步长也乘到本层的核上的递推：jump 要到这一层之后才改变',
      cards: ['receptive-field/own-stride', 'receptive-field/forward-recursion'],
      choice: ({ jump, stride }) => jump * stride,
    },
    'strides-ignored': {
      en: 'a size to which every kernel adds (kernel - 1) * dilation, whatever the strides before it',
      zh: '不管前面的步长、每层只加 (kernel - 1) * dilation 得到的 size',
      cards: ['receptive-field/forward-recursion', 'receptive-field/jump'],
      choice: () => 1,
    },
    'last-stride-alone': {
      en: 'a recursion that multiplies by the stride of the layer before alone; it takes the product of all strides before',
      zh: '只乘了前一层的步长的递推；应乘以之前所有步长的乘积',
      cards: ['receptive-field/jump', 'receptive-field/forward-recursion'],
      choice: ({ strideBefore }) => strideBefore,
    },
  },
  span: {
    'dilation-ignored': {
      en: 'a receptive field in which dilation is ignored',
      zh: '没有考虑膨胀率的感受野',
      cards: ['receptive-field/dilation'],
      choice: (kernel) => kernel - 1,
    },
    'dilated-kernel-too-wide': {
      en: 'a dilated kernel that is taken for kernel * dilation wide; it spans (kernel - 1) * dilation + 1',
      zh: '把膨胀后的核当作 kernel * dilation 那么宽的结果；它的跨度是 (kernel - 1) * dilation + 1',
      cards: ['receptive-field/dilation'],
      choice: (kernel, dilation) => kernel * dilation - 1,
    },
    'dilation-counts-holes': {
      en: 'a dilation that is taken for the number of holes between two values; it is their distance, so that 1 is no hole',
      zh: '把膨胀率当作相邻两个值之间空洞的个数；它其实是两者的距离，1 表示没有空洞',
      cards: ['receptive-field/dilation'],
      choice: (kernel, dilation) => (kernel - 1) * (dilation + 1),
    },
    'one-not-taken-off': {
      en: 'a recursion that adds the whole kernel instead of kernel - 1',
      zh: '每层加上整个核（而不是 kernel - 1）的递推',
      cards: ['receptive-field/forward-recursion'],
      choice: (kernel, dilation) => kernel * dilation,
    },
  },
  start: {
    'begun-with-zero': {
      en: 'a size that begins with 0: the unit itself counts as 1',
      zh: 'size 从 0 开始的结果：单元本身就算 1',
      cards: ['receptive-field/forward-recursion'],
      choice: 0,
    },
  },
  columns: {
    'stride-and-dilation-swapped': {
      en: 'a receptive field whose rows are read as kernel, dilation, stride; a row is kernel, stride, dilation',
      zh: '把每一行读成 核大小、膨胀率、步长 的结果；一行是 核大小、步长、膨胀率',
      cards: ['receptive-field/forward-recursion', 'receptive-field/dilation'],
      choice: ({ kernel, stride, dilation }) => ({ kernel, stride: dilation, dilation: stride }),
    },
  },
  order: {
    'from-the-output': {
      en: 'the upward recursion, but run over the layers from the last to the first',
      zh: '把自下而上的递推从最后一层往第一层做了一遍',
      cards: ['receptive-field/backward-recursion', 'receptive-field/two-directions'],
      choice: (layers) => layers.toReversed(),
    },
  },
  jump: {
    'jump-before-the-last': {
      en: 'a jump without the stride of the last layer',
      zh: '少乘了最后一层步长的 jump',
      cards: ['receptive-field/jump'],
      choice: (strides) => product(strides.slice(0, -1)),
    },
    'last-stride-returned': {
      en: 'a jump that is the stride of the last layer alone; it is the product of all strides',
      zh: '只返回最后一层步长的 jump；应为所有步长的乘积',
      cards: ['receptive-field/jump'],
      choice: (strides) => strides.at(-1) ?? 1,
    },
    'strides-added': {
      en: 'a jump that is the sum of the strides; it is their product',
      zh: '把各层步长相加得到的 jump；应为乘积',
      cards: ['receptive-field/jump'],
      choice: (strides) => strides.reduce((sum, stride) => sum + stride, 0),
    },
  },
})

interface Choices {
  /** What a layer's kernel is multiplied by. */
  readonly jumpAt?: (at: {
    readonly jump: number
    readonly stride: number
    readonly strideBefore: number
  }) => number
  /** What a kernel adds, in units of the layer below. */
  readonly span?: (kernel: number, dilation: number) => number
  readonly start?: number
  /** As which a layer is read. */
  readonly columns?: (layer: Layer) => Layer
  readonly order?: (layers: readonly Layer[]) => readonly Layer[]
  readonly jump?: (strides: readonly number[]) => number
}

interface Layer {
  readonly kernel: number
  readonly stride: number
  readonly dilation: number
}

function fieldWith(choices: Choices): typeof receptiveField {
  const { jumpAt = ({ jump }) => jump, span = (kernel, dilation) => (kernel - 1) * dilation } = choices
  const { start = 1, order = (layers) => layers, jump: jumpOf = product } = choices
  const { columns = (layer) => layer } = choices
  return (given) => {
    const layers = order(layersIn(given).map(columns))
    const strides = layers.map(({ stride }) => stride)
    const added = layers.map(({ kernel, stride, dilation }, at) => {
      const before = strides.slice(0, at)
      return (
        span(kernel, dilation) * jumpAt({ jump: product(before), stride, strideBefore: before.at(-1) ?? 1 })
      )
    })
    return { size: added.reduce((sum, one) => sum + one, start), jump: jumpOf(strides) }
  }
}

function layersIn({ shape: [length = 0], data }: Nd<'f64'>): readonly Layer[] {
  return Array.from({ length }, (_, at) => {
    const [kernel = 1, stride = 1, dilation = 1] = data.subarray(3 * at)
    return { kernel, stride, dilation }
  })
}

function product(factors: readonly number[]): number {
  return factors.reduce((all, factor) => all * factor, 1)
}
