import type { Nd } from '../../src/kit/arrays.ts'
import type { Mutant } from '../../src/kit/define-grader.ts'
import {
  atCorner,
  insideOnly,
  reflect,
  reflect101,
  replicate,
  skip,
  twiceAsWide,
  windowFilter,
  withoutLast,
  wrap,
  zero,
} from '../../src/kit/families/grey-filter.ts'
import { medianFilter } from './reference.ts'

type MedianMutant = Mutant<readonly [Nd<'u8'>, number], Nd<'u8'>>

/** The mistakes people make in a median filter; the notes' own (window anchored at the corner, shrinking window) among them. */
export const mutants: readonly MedianMutant[] = [
  {
    id: 'mean-instead-of-median',
    message: {
      en: 'Your output equals a mean filter: each pixel is the average of its window, not the middle of the sorted values.',
      zh: '你的输出等于均值滤波：每个像素取的是窗口的平均值，而不是排序后正中间的值。',
    },
    cards: ['median-filter/mean-instead-of-median', 'mean-filter/mean-is-not-median'],
    run: windowFilter({ border: replicate, finish: mean }),
  },
  {
    id: 'zero-padding',
    message: {
      en: 'Your output equals the median with zeros around the image (as scipy.signal.medfilt2d pads): corners and edges turn dark.',
      zh: '你的输出等于在图像四周补零的中值滤波（scipy.signal.medfilt2d 的做法），因此角和边会变暗。',
    },
    cards: ['median-filter/border-replicate', 'median-filter/zero-padding-corners'],
    run: windowFilter({ border: zero, finish: middle }),
  },
  {
    id: 'border-reflect',
    message: {
      en: 'Your output equals the median with the border reflected about the edge (d c b a | a b c d), the default of scipy.ndimage; here the nearest pixel is repeated.',
      zh: '你的输出等于采用对称反射边界（d c b a | a b c d，scipy.ndimage 的默认值）的中值滤波；这里要求的是复制最近的像素。',
    },
    cards: ['median-filter/border-replicate'],
    run: windowFilter({ border: reflect, finish: middle }),
  },
  {
    id: 'border-reflect-101',
    message: {
      en: 'Your output equals the median with the border reflect-101 (d c b | a b c d), which cv2.blur uses; cv2.medianBlur repeats the nearest pixel.',
      zh: '你的输出等于采用 reflect-101 边界（d c b | a b c d，cv2.blur 的默认值）的中值滤波；cv2.medianBlur 则复制最近的像素。',
    },
    cards: ['median-filter/border-replicate', 'mean-filter/border-modes'],
    run: windowFilter({ border: reflect101, finish: middle }),
  },
  {
    id: 'border-wrap',
    message: {
      en: 'Your output equals the median with the image wrapped around: left of the first column lies the last one. The remainder (%) and a negative index of NumPy do that; here the nearest pixel is repeated.',
      zh: '你的输出等于边界循环（首列左边接着末列）的中值滤波：取余（%）或 NumPy 的负下标会造成这种结果；这里要求的是复制最近的像素。',
    },
    cards: ['median-filter/border-replicate'],
    run: windowFilter({ border: wrap, finish: middle }),
  },
  {
    id: 'border-left-zero',
    message: {
      en: 'Your output equals a filter that visits only pixels whose whole window lies inside the image: a frame of zeros is left.',
      zh: '你的输出等于只处理窗口完全落在图像内的像素：四周留下一圈 0。',
    },
    cards: ['median-filter/zero-frame', 'median-filter/border-replicate'],
    run: insideOnly(medianFilter, () => 0),
  },
  {
    id: 'border-copied',
    message: {
      en: 'Your output equals a filter that copies the border pixels unfiltered and filters only where the whole window fits.',
      zh: '你的输出等于边界像素原样照抄、只在窗口完全落入图像时才滤波。',
    },
    cards: ['median-filter/notes-border-missing', 'median-filter/border-replicate'],
    run: insideOnly(medianFilter, (image, at) => image.data[at] ?? 0),
  },
  {
    id: 'window-clipped',
    message: {
      en: 'Your output equals the median of the part of the window that lies inside the image, with the two middle values averaged where their number is even.',
      zh: '你的输出等于只取窗口在图像内部分的中值（个数为偶数时取中间两数的平均）；这里窗口在边界处不缩小。',
    },
    cards: ['median-filter/border-replicate', 'mean-filter/shrinking-window'],
    run: windowFilter({ border: skip, finish: averagedMiddle }),
  },
  {
    id: 'window-clipped-upper',
    message: {
      en: 'Your output equals the median of the part of the window that lies inside the image (the upper one where their number is even).',
      zh: '你的输出等于只取窗口在图像内部分的中值（个数为偶数时取偏大的一个）；这里窗口在边界处不缩小。',
    },
    cards: ['median-filter/border-replicate', 'mean-filter/shrinking-window'],
    run: windowFilter({ border: skip, finish: middle }),
  },
  {
    id: 'window-at-corner',
    message: {
      en: 'Your output equals a window that begins at the pixel instead of being centred on it: the picture moves up and to the left.',
      zh: '你的输出等于以像素为左上角（而不是中心）的窗口：整幅图向左上方偏移。',
    },
    cards: ['median-filter/window-anchor', 'mean-filter/corner-anchored-window'],
    run: windowFilter({ border: replicate, finish: middle, offsets: atCorner }),
  },
  {
    id: 'radius-is-ksize',
    message: {
      en: 'Your output equals a window that reaches ksize pixels to each side, so it is 2 ksize + 1 wide: ksize is the width of the window, and its radius is (ksize - 1) / 2.',
      zh: '你的输出等于向每侧各取 ksize 个像素的窗口，宽为 2 ksize + 1：ksize 是窗口的边长，半径是 (ksize - 1) / 2。',
    },
    cards: ['median-filter/window-anchor'],
    run: windowFilter({ border: replicate, finish: middle, offsets: twiceAsWide }),
  },
  {
    id: 'window-one-short',
    message: {
      en: 'Your output equals a window that lacks its last row and column (from -radius up to, but without, +radius): it is not centred, and holds an even number of values.',
      zh: '你的输出等于少了最后一行和最后一列的窗口（从 -radius 到 +radius 但不含 +radius）：窗口不再居中，值的个数也成了偶数。',
    },
    cards: ['median-filter/window-anchor'],
    run: windowFilter({ border: replicate, finish: middle, offsets: withoutLast }),
  },
  {
    id: 'window-one-short-averaged',
    message: {
      en: 'Your output equals a window that lacks its last row and column (from -radius up to, but without, +radius), with the two middle values of the even number averaged.',
      zh: '你的输出等于少了最后一行和最后一列的窗口（从 -radius 到 +radius 但不含 +radius），个数成了偶数，取的是中间两数的平均。',
    },
    cards: ['median-filter/window-anchor'],
    run: windowFilter({ border: replicate, finish: averagedMiddle, offsets: withoutLast }),
  },
  {
    id: 'separable-median',
    message: {
      en: 'Your output equals the median of the row medians. The median is not separable.',
      zh: '你的输出等于先求每行中值、再对这些中值取中值。中值滤波是不可分离的。',
    },
    cards: ['median-filter/not-separable'],
    run: windowFilter({ border: replicate, finish: medianOfRows }),
  },
  ...besideTheMiddle(-1, {
    id: 'rank-one-low',
    message: {
      en: 'Your output equals the value one place before the middle of the sorted window: the middle of n values is index (n - 1) / 2, counted from 0.',
      zh: '你的输出等于排序后正中间的前一个值：n 个值的正中间下标是 (n - 1) / 2（从 0 数起）。',
    },
    cards: ['median-filter/breakdown'],
  }),
  ...besideTheMiddle(1, {
    id: 'rank-one-high',
    message: {
      en: 'Your output equals the value one place after the middle of the sorted window: the middle of n values is index (n - 1) / 2, counted from 0.',
      zh: '你的输出等于排序后正中间的后一个值：n 个值的正中间下标是 (n - 1) / 2（从 0 数起）。',
    },
    cards: ['median-filter/breakdown'],
  }),
  {
    id: 'sorted-as-text',
    message: {
      en: 'Your output equals a window sorted as text ("100" before "20"): sort() of a plain JavaScript array compares strings unless it is given a comparison.',
      zh: '你的输出等于把窗口按字符串排序（"100" 排在 "20" 前面）：JavaScript 普通数组的 sort() 不给比较函数时按字符串比较。',
    },
    cards: ['median-filter/mean-instead-of-median'],
    run: windowFilter({ border: replicate, finish: (values) => [...values].sort()[values.length >> 1] ?? 0 }),
  },
]

/** Where the window is one pixel, there is nothing beside the middle: the pixel itself where the index is kept inside, else 0. */
function besideTheMiddle(step: number, mistake: Omit<MedianMutant, 'run'>): readonly MedianMutant[] {
  const rank = (values: readonly number[]) => (values.length - 1) / 2 + step
  const inside = (values: readonly number[]) =>
    ranked(values, Math.min(Math.max(rank(values), 0), values.length - 1))
  return [
    { ...mistake, run: windowFilter({ border: replicate, finish: inside }) },
    {
      ...mistake,
      id: `${mistake.id}-or-zero`,
      run: windowFilter({ border: replicate, finish: (values) => ranked(values, rank(values)) }),
    },
  ]
}

function ranked(values: readonly number[], rank: number): number {
  return Uint8Array.from(values).sort()[rank] ?? 0
}

function middle(values: readonly number[]): number {
  return ranked(values, values.length >> 1)
}

function averagedMiddle(values: readonly number[]): number {
  return Math.floor((ranked(values, (values.length - 1) >> 1) + middle(values)) / 2)
}

function mean(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
}

function medianOfRows(values: readonly number[]): number {
  const ksize = Math.sqrt(values.length)
  return middle(
    Array.from({ length: ksize }, (_, row) => middle(values.slice(row * ksize, (row + 1) * ksize))),
  )
}
