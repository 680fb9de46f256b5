import {
  defineRules,
  f32,
  type Nd,
  reflect101,
  type Text,
  type WindowChoices,
  type WindowPlaces,
  windowFilter,
  windowRules,
} from '#kit'
import type { sobel } from './reference.ts'

const { border, visited } = windowRules({
  name: { en: 'Sobel gradient', zh: ' Sobel ' },
  border: 'border-reflect-101',
  wrongBorders: ['zero-padding', 'border-replicate', 'border-wrap'],
  cards: {
    border: ['mean-filter/border-modes', 'mean-filter/border-reflect-101'],
    anchor: [],
    width: [],
    frame: ['mean-filter/zero-border', 'mean-filter/border-reflect-101'],
    'zero-padding': ['mean-filter/border-zero-darkens', 'mean-filter/border-reflect-101'],
  },
})

/** The mistakes people make in a Sobel gradient. */
export const rules = defineRules(
  gradientWith,
  {
    // A mirror that repeats its edge pixel is no other border here than a copy of it: it is one pixel wide.
    border,
    visited: { 'border-unfiltered': visited['border-unfiltered'] as NonNullable<(typeof visited)[string]> },
    kernel: {
      prewitt: {
        ...kernelTold(
          'Prewitt operator: weights 1, 1, 1 across the difference',
          'Prewitt 算子：垂直方向的权重是 1、1、1',
        ),
        choice: [1, 1, 1],
      },
      scharr: {
        ...kernelTold(
          'Scharr operator: weights 3, 10, 3 across the difference',
          'Scharr 算子：垂直方向的权重是 3、10、3',
        ),
        choice: [3, 10, 3],
      },
      'no-smoothing': {
        ...kernelTold(
          'bare central difference: nothing is added up across it',
          '单纯的中心差分：垂直方向上没有加权求和',
        ),
        choice: [0, 1, 0],
      },
      'divided-by-eight': {
        ...kernelTold(
          'Sobel gradient divided by 8, the slope of the image; here nothing is scaled',
          '除以 8 的 Sobel 梯度（即图像的真实斜率）；这里不缩放',
        ),
        choice: [1 / 8, 2 / 8, 1 / 8],
      },
      'divided-by-four': {
        ...kernelTold(
          'Sobel gradient divided by 4, the sum of the smoothing weights; here nothing is scaled',
          '除以平滑权重之和 4 的 Sobel 梯度；这里不缩放',
        ),
        choice: [1 / 4, 2 / 4, 1 / 4],
      },
    },
    signX: {
      'gx-negated': {
        en: 'a gx of left minus right',
        zh: '左减右得到的 gx（符号反了）',
        cards: ['edges/sobel-separable', 'edges/sobel-ramp'],
        choice: -1,
      },
    },
    signY: {
      'gy-negated': {
        en: 'a gy of above minus below, as if y grew upwards',
        zh: '上减下得到的 gy（符号反了，相当于 y 轴向上）',
        cards: ['edges/sobel-separable'],
        choice: -1,
      },
    },
    axes: {
      'axes-swapped': {
        en: 'gx and gy in each other’s place: gx is the derivative along the rows, across the columns',
        zh: '互换了的 gx 和 gy：gx 是沿行方向（跨列）的导数',
        cards: ['edges/sobel-separable'],
        choice: 'swapped',
      },
    },
    kept: {
      absolute: {
        en: 'derivatives without their sign, as cv2.convertScaleAbs makes them',
        zh: '取了绝对值、丢了符号的导数（如 cv2.convertScaleAbs）',
        cards: ['edges/sobel-u8'],
        choice: Math.abs,
      },
      saturated: {
        en: 'derivatives clipped to 0 to 255, as depth -1 gives them for an 8-bit image: edges from bright to dark are lost',
        zh: '截断到 0 至 255 的导数（8 位图像用深度 -1 的结果）：由亮到暗的边缘丢失了',
        cards: ['edges/sobel-u8'],
        choice: (value) => Math.min(Math.max(value, 0), 255),
      },
    },
    size: {
      'magnitude-l1': {
        ...sizeTold(
          '|gx| + |gy|, the L1 norm that cv2.Canny takes',
          '幅值取了 |gx| + |gy|，即 cv2.Canny 默认的 L1 范数',
        ),
        choice: (x, y) => Math.abs(x) + Math.abs(y),
      },
      'magnitude-squared': {
        ...sizeTold('gx² + gy²: the root is missing', '幅值取了 gx² + gy²，漏了开方'),
        choice: (x, y) => x * x + y * y,
      },
      'magnitude-largest': {
        ...sizeTold('the larger of |gx| and |gy|', '幅值取了 |gx| 和 |gy| 中较大的一个'),
        choice: (x, y) => Math.max(Math.abs(x), Math.abs(y)),
      },
      'magnitude-halved': {
        ...sizeTold(
          '0.5 |gx| + 0.5 |gy|, as tutorials blend the two',
          '幅值取了 0.5 |gx| + 0.5 |gy|（教程里常见的 addWeighted）',
        ),
        choice: (x, y) => (Math.abs(x) + Math.abs(y)) / 2,
      },
    },
    scaled: {
      'magnitude-saturated': {
        ...sizeTold('a magnitude clipped to 255', '幅值被截断到 255'),
        choice: (value) => Math.min(value, 255),
      },
      'magnitude-stretched': {
        ...sizeTold(
          'a magnitude stretched so that its largest value is 255',
          '幅值被整体拉伸，使最大值为 255',
        ),
        choice: (value, largest) => (value / largest) * 255,
      },
    },
  },
  {
    convolution: {
      en: 'a true convolution, which turns the kernels around: both derivatives have the wrong sign',
      zh: '真正的卷积（会把核翻转）：两个导数的符号都反了',
      of: ['gx-negated', 'gy-negated'],
    },
  },
)

function kernelTold(en: string, zh: string) {
  return { en: `a ${en}`, zh, cards: ['edges/sobel-separable', 'edges/sobel-why-smooth'] }
}

function sizeTold(en: string, zh: string): Text & { readonly cards: readonly string[] } {
  return { en: `a result whose magnitude is ${en}`, zh, cards: ['edges/canny-l1'] }
}

interface Choices extends Pick<WindowChoices, 'border' | 'visited'> {
  /** Across the difference. */
  readonly kernel?: readonly [number, number, number]
  readonly signX?: number
  readonly signY?: number
  readonly axes?: 'swapped'
  readonly kept?: (value: number) => number
  readonly size?: (x: number, y: number) => number
  readonly scaled?: (value: number, largest: number) => number
}

function gradientWith(choices: Choices): typeof sobel {
  const {
    kernel = [1, 2, 1],
    kept = (value) => value,
    size = Math.hypot,
    scaled = (value) => value,
  } = choices
  const derivative = (image: Nd<'f32'>, isAcross: boolean, sign: number) => {
    const finish = (values: readonly number[], _: number, { down, across }: WindowPlaces) =>
      values.reduce((sum, value, at) => {
        const [along = 0, other = 0] = isAcross ? [across[at], down[at]] : [down[at], across[at]]
        return sum + sign * (along - 1) * (kernel[other] ?? 0) * value
      }, 0)
    return windowFilter<'f32'>({ border: reflect101, finish }, choices)(image, 3)
  }
  return (image) => {
    const raw = [derivative(image, true, choices.signX ?? 1), derivative(image, false, choices.signY ?? 1)]
    const [x, y] = (choices.axes ? raw.reverse() : raw).map(({ data }) => Array.from(data, kept))
    const sizes = (x ?? []).map((dx, at) => size(dx, y?.[at] ?? 0))
    const largest = Math.max(...sizes)
    const of = (values: readonly number[]) => f32(image.shape, values)
    return { gx: of(x ?? []), gy: of(y ?? []), magnitude: of(sizes.map((value) => scaled(value, largest))) }
  }
}
