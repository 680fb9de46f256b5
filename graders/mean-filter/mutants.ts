import type { Nd } from '../../src/kit/arrays.ts'
import type { Mutant } from '../../src/kit/define-grader.ts'
import {
  atCorner,
  centred,
  insideOnly,
  reflect,
  reflect101,
  replicate,
  skip,
  twiceAsWide,
  type WindowRule,
  windowFilter,
  withoutLast,
  wrap,
  zero,
} from '../../src/kit/families/grey-filter.ts'
import { meanFilter } from './reference.ts'

type MeanMutant = Mutant<readonly [Nd<'u8'>, number], Nd<'u8'>>

/** The mistakes people make in a mean filter; the notes' own (window anchored at the corner, shrinking window) among them. */
export const mutants: readonly MeanMutant[] = [
  ...inEachRounding({
    id: 'window-at-corner-clipped',
    message: {
      en: 'Your output equals image[i:i+k, j:j+k].mean(): the window begins at the pixel instead of being centred on it, and shrinks at the far borders.',
      zh: '你的输出等于 image[i:i+k, j:j+k].mean()：窗口以像素为左上角而不是中心，并且在右、下边界处缩小。',
    },
    cards: ['mean-filter/corner-anchored-window', 'mean-filter/shrinking-window'],
    rule: { border: skip, offsets: atCorner },
  }),
  {
    id: 'window-at-corner',
    message: {
      en: 'Your output equals a window that begins at the pixel instead of being centred on it: the picture moves up and to the left.',
      zh: '你的输出等于以像素为左上角（而不是中心）的窗口：整幅图向左上方偏移。',
    },
    cards: ['mean-filter/corner-anchored-window', 'mean-filter/padded-slice'],
    run: windowed({ offsets: atCorner }),
  },
  {
    id: 'truncated',
    message: {
      en: 'Your output equals a mean that is truncated instead of rounded: about half of the pixels are 1 too dark.',
      zh: '你的输出等于截断取整（而不是四舍五入）的均值：约一半的像素暗了 1。',
    },
    cards: ['mean-filter/truncation-bias', 'mean-filter/rounding-value'],
    run: windowed({ round: Math.floor }),
  },
  {
    id: 'rounded-twice',
    message: {
      en: 'Your output equals two passes with rounding after each: keep the first pass as sums and round once, at the end.',
      zh: '你的输出等于行、列两遍滤波，且每遍之后都取整：第一遍应保留求和结果，最后只取整一次。',
    },
    cards: ['mean-filter/rounding-value', 'mean-filter/cost-per-pixel'],
    run: windowed({ average: meanOfRoundedRows }),
  },
  {
    id: 'bytes-overflow',
    message: {
      en: 'Your output equals a sum that is kept in 8 bits and wraps at 256.',
      zh: '你的输出等于用 8 位整数求和、超过 255 就回绕的结果。',
    },
    cards: ['mean-filter/integral-overflow'],
    run: windowed({ average: (values) => (sum(values) % 256) / values.length }),
  },
  {
    id: 'zero-padding',
    message: {
      en: 'Your output equals the mean with zeros around the image: the borders turn dark.',
      zh: '你的输出等于在图像四周补零的均值滤波：边界变暗。',
    },
    cards: ['mean-filter/border-zero-darkens', 'mean-filter/border-reflect-101'],
    run: windowed({ border: zero }),
  },
  {
    id: 'border-replicate',
    message: {
      en: 'Your output equals the mean with the border replicated (a a a | a b c d), which cv2.medianBlur uses; cv2.blur mirrors without repeating the edge.',
      zh: '你的输出等于采用复制边界（a a a | a b c d，cv2.medianBlur 的做法）的均值滤波；cv2.blur 的镜像不重复边缘像素。',
    },
    cards: ['mean-filter/border-modes', 'mean-filter/border-reflect-101'],
    run: windowed({ border: replicate }),
  },
  {
    id: 'border-reflect',
    message: {
      en: 'Your output equals the mean with the edge pixel repeated in the mirror (c b a | a b c d), numpy\'s "symmetric" and scipy\'s "reflect"; reflect-101 does not repeat it.',
      zh: '你的输出等于镜像时重复了边缘像素（c b a | a b c d，即 numpy 的 "symmetric"、scipy 的 "reflect"）；reflect-101 不重复。',
    },
    cards: ['mean-filter/border-modes', 'mean-filter/border-names-scipy'],
    run: windowed({ border: reflect }),
  },
  {
    id: 'border-wrap',
    message: {
      en: 'Your output equals the mean with the image wrapped around: left of the first column lies the last one. The remainder (%) and a negative index of NumPy do that; reflect-101 mirrors.',
      zh: '你的输出等于边界循环（首列左边接着末列）的均值滤波：取余（%）或 NumPy 的负下标会造成这种结果；这里要求的是 reflect-101 镜像。',
    },
    cards: ['mean-filter/border-modes', 'mean-filter/border-reflect-101'],
    run: windowed({ border: wrap }),
  },
  {
    id: 'radius-is-ksize',
    message: {
      en: 'Your output equals a window that reaches ksize pixels to each side, so it is 2 ksize + 1 wide: ksize is the width of the window, and its radius is (ksize - 1) / 2.',
      zh: '你的输出等于向每侧各取 ksize 个像素的窗口，宽为 2 ksize + 1：ksize 是窗口的边长，半径是 (ksize - 1) / 2。',
    },
    cards: ['mean-filter/padded-slice'],
    run: windowed({ offsets: twiceAsWide }),
  },
  ...inEachRounding({
    id: 'window-one-short',
    message: {
      en: 'Your output equals a window that lacks its last row and column (from -radius up to, but without, +radius): it is not centred.',
      zh: '你的输出等于少了最后一行和最后一列的窗口（从 -radius 到 +radius 但不含 +radius），因此窗口不再居中。',
    },
    cards: ['mean-filter/padded-slice'],
    rule: { offsets: withoutLast },
  }),
  ...inEachRounding({
    id: 'window-clipped',
    message: {
      en: 'Your output equals the mean of the part of the window that lies inside the image, divided by the number of those pixels.',
      zh: '你的输出等于只对窗口在图像内的部分求均值（除以实际像素数）；这里窗口在边界处不缩小。',
    },
    cards: ['mean-filter/shrinking-window', 'mean-filter/border-reflect-101'],
    rule: { border: skip },
  }),
  {
    id: 'border-left-zero',
    message: {
      en: 'Your output equals a filter that visits only pixels whose whole window lies inside the image: a frame of zeros is left.',
      zh: '你的输出等于只处理窗口完全落在图像内的像素：四周留下一圈 0。',
    },
    cards: ['mean-filter/zero-border'],
    run: insideOnly(meanFilter, () => 0),
  },
  {
    id: 'border-copied',
    message: {
      en: 'Your output equals a filter that copies the border pixels unfiltered and filters only where the whole window fits.',
      zh: '你的输出等于边界像素原样照抄、只在窗口完全落入图像时才滤波。',
    },
    cards: ['mean-filter/zero-border', 'mean-filter/border-reflect-101'],
    run: insideOnly(meanFilter, (image, at) => image.data[at] ?? 0),
  },
  {
    id: 'median-instead-of-mean',
    message: {
      en: 'Your output equals a median filter: each pixel is the middle of its sorted window, not the average.',
      zh: '你的输出等于中值滤波：每个像素取的是窗口排序后正中间的值，而不是平均值。',
    },
    cards: ['mean-filter/mean-is-not-median'],
    run: windowed({ average: (values) => Uint8Array.from(values).sort()[values.length >> 1] ?? 0 }),
  },
]

/** A shrunken window may hold an even number of pixels, and languages differ in how they round the halves that then arise. */
function inEachRounding({ id, rule, ...rest }: Omit<MeanMutant, 'run'> & { readonly rule: Rule }) {
  return [
    { id, ...rest, run: windowed(rule) },
    { id: `${id}-half-to-even`, ...rest, run: windowed({ ...rule, round: halfToEven }) },
    { id: `${id}-truncated`, ...rest, run: windowed({ ...rule, round: Math.floor }) },
  ]
}

interface Rule extends Partial<Pick<WindowRule, 'border' | 'offsets'>> {
  readonly average?: (values: readonly number[]) => number
  readonly round?: (mean: number) => number
}

function windowed({ border = reflect101, offsets = centred, average = mean, round = Math.round }: Rule) {
  return windowFilter({ border, offsets, finish: (values) => round(average(values)) })
}

function halfToEven(mean: number): number {
  const below = Math.floor(mean)
  return mean - below === 0.5 ? below + (below % 2) : Math.round(mean)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

function meanOfRoundedRows(values: readonly number[]): number {
  const ksize = Math.sqrt(values.length)
  return mean(
    Array.from({ length: ksize }, (_, row) => Math.round(mean(values.slice(row * ksize, (row + 1) * ksize)))),
  )
}
