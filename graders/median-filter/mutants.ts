import { type Finish, mistakes, replicate, windowFilter, windowMistakes } from '#kit'
import { medianFilter } from './reference.ts'

/** The mistakes people make in a median filter; the notes' own (window anchored at the corner, shrinking window) among them. */
export const mutants = [
  ...windowMistakes({
    name: { en: 'median', zh: '中值' },
    reference: medianFilter,
    border: 'replicate',
    finish: middle,
    clipped: [
      {
        ending: '',
        finish: averagedMiddle,
        note: {
          en: ', with the two middle values averaged where their number is even',
          zh: '，个数为偶数时取中间两数的平均',
        },
      },
      {
        ending: '-upper',
        finish: middle,
        note: { en: ' (the upper one where their number is even)', zh: '，个数为偶数时取偏大的一个' },
      },
    ],
    oneShort: [
      {
        ending: '',
        finish: middle,
        note: { en: ', and holds an even number of values', zh: '，值的个数也成了偶数' },
      },
      {
        ending: '-averaged',
        finish: averagedMiddle,
        note: {
          en: ', with the two middle values of the even number averaged',
          zh: '，个数成了偶数，取的是中间两数的平均',
        },
      },
    ],
    cards: {
      'zero-padding': ['median-filter/border-replicate', 'median-filter/zero-padding-corners'],
      'border-reflect': ['median-filter/border-replicate'],
      'border-reflect-101': ['median-filter/border-replicate', 'mean-filter/border-modes'],
      'border-wrap': ['median-filter/border-replicate'],
      'border-left-zero': ['median-filter/zero-frame', 'median-filter/border-replicate'],
      'border-copied': ['median-filter/notes-border-missing', 'median-filter/border-replicate'],
      'window-clipped': ['median-filter/border-replicate', 'mean-filter/shrinking-window'],
      'window-at-corner': ['median-filter/window-anchor', 'mean-filter/corner-anchored-window'],
      'radius-is-ksize': ['median-filter/window-anchor'],
      'window-one-short': ['median-filter/window-anchor'],
    },
  }),
  ...mistakes((finish: Finish) => windowFilter({ border: replicate, finish }), {
    'mean-instead-of-median': {
      en: 'a mean filter: each pixel is the average of its window, not the middle of the sorted values',
      zh: '均值滤波：每个像素取的是窗口的平均值，而不是排序后正中间的值',
      cards: ['median-filter/mean-instead-of-median', 'mean-filter/mean-is-not-median'],
      rule: mean,
    },
    'separable-median': {
      en: 'the median of the row medians. The median is not separable',
      zh: '先求每行中值、再对这些中值取中值。中值滤波是不可分离的',
      cards: ['median-filter/not-separable'],
      rule: medianOfRows,
    },
    'rank-one-low': { ...besideTheMiddle('before', '前'), rule: (values) => besideIn(values, -1) },
    'rank-one-low-or-zero': { ...besideTheMiddle('before', '前'), rule: (values) => beside(values, -1) },
    'rank-one-high': { ...besideTheMiddle('after', '后'), rule: (values) => besideIn(values, 1) },
    'rank-one-high-or-zero': { ...besideTheMiddle('after', '后'), rule: (values) => beside(values, 1) },
    'sorted-as-text': {
      en: 'a window sorted as text ("100" before "20"): sort() of a plain JavaScript array compares strings unless it is given a comparison',
      zh: '把窗口按字符串排序（"100" 排在 "20" 前面）：JavaScript 普通数组的 sort() 不给比较函数时按字符串比较',
      cards: ['median-filter/mean-instead-of-median'],
      rule: (values) => [...values].sort()[values.length >> 1] ?? 0,
    },
  }),
]

function besideTheMiddle(en: string, zh: string) {
  return {
    en: `the value one place ${en} the middle of the sorted window: the middle of n values is index (n - 1) / 2, counted from 0`,
    zh: `排序后正中间的${zh}一个值：n 个值的正中间下标是 (n - 1) / 2（从 0 数起）`,
    cards: ['median-filter/breakdown'],
  }
}

/** Where the window is one pixel, there is nothing beside the middle: 0, or the pixel itself where the index is kept inside. */
function beside(values: readonly number[], step: number): number {
  return ranked(values, (values.length - 1) / 2 + step)
}

function besideIn(values: readonly number[], step: number): number {
  return values.length === 1 ? ranked(values, 0) : beside(values, step)
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
