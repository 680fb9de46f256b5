import { defineRules, halfToEven, replicate, type WindowChoices, windowFilter, windowRules } from '#kit'
import type { medianFilter } from './reference.ts'

/** The mistakes people make in a median filter; the notes' own (window anchored at the corner, shrinking window) among them. */
export const rules = defineRules(medianWith, {
  ...windowRules({
    name: { en: 'median', zh: '中值' },
    border: 'border-replicate',
    cards: {
      border: ['median-filter/border-replicate', 'mean-filter/border-modes'],
      anchor: ['median-filter/window-anchor', 'mean-filter/corner-anchored-window'],
      width: ['median-filter/window-anchor'],
      frame: ['median-filter/zero-frame', 'median-filter/border-replicate'],
      'zero-padding': ['median-filter/border-replicate', 'median-filter/zero-padding-corners'],
      'window-clipped': ['median-filter/border-replicate', 'mean-filter/shrinking-window'],
    },
  }),
  rank: {
    'mean-instead-of-median': {
      en: 'a mean filter: each pixel is the average of its window, not the middle of the sorted values',
      zh: '均值滤波：每个像素取的是窗口的平均值，而不是排序后正中间的值',
      cards: ['median-filter/mean-instead-of-median', 'mean-filter/mean-is-not-median'],
      choice: (values) => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length),
    },
    'separable-median': {
      en: 'the median of the row medians. The median is not separable',
      zh: '先求每行中值、再对这些中值取中值。中值滤波是不可分离的',
      cards: ['median-filter/not-separable'],
      choice: medianOfRows,
    },
    'rank-one-low': {
      ...besideTheMiddle('before', '前'),
      choice: (values) => ranked(values, middleOf(values) - 1),
    },
    'rank-one-high': {
      ...besideTheMiddle('after', '后'),
      choice: (values) => ranked(values, middleOf(values) + 1),
    },
    'sorted-as-text': {
      en: 'a window sorted as text ("100" before "20"): sort() of a plain JavaScript array compares strings unless it is given a comparison',
      zh: '把窗口按字符串排序（"100" 排在 "20" 前面）：JavaScript 普通数组的 sort() 不给比较函数时按字符串比较',
      cards: ['median-filter/mean-instead-of-median'],
      choice: (values) => [...values].sort()[middleOf(values)] ?? 0,
    },
    'window-not-sorted': {
      en: 'the middle of a window that is not sorted',
      zh: '没有排序就取了窗口正中间的值',
      cards: ['median-filter/mean-instead-of-median'],
      choice: (values) => values[middleOf(values)] ?? 0,
    },
    'smallest-of-window': {
      en: 'the smallest value of the window, an erosion',
      zh: '窗口里的最小值，即腐蚀',
      cards: ['median-filter/breakdown'],
      choice: (values) => Math.min(...values),
    },
    'largest-of-window': {
      en: 'the largest value of the window, a dilation',
      zh: '窗口里的最大值，即膨胀',
      cards: ['median-filter/breakdown'],
      choice: (values) => Math.max(...values),
    },
    // What people do with an even number of values, which only a window that lacks some can hold.
    'lower-middle': { choice: (values) => ranked(values, (values.length - 1) >> 1) },
    'middle-averaged': { choice: (values) => Math.floor(averagedMiddle(values)) },
    'middle-averaged-rounded': { choice: (values) => Math.round(averagedMiddle(values)) },
    'middle-averaged-to-even': { choice: (values) => halfToEven(averagedMiddle(values)) },
  },
  // Beside the middle of a single value there is nothing: 0, or the value itself where the index is kept inside.
  outside: { 'rank-kept-inside': { choice: 'nearest' } },
})

interface Choices extends WindowChoices {
  readonly rank?: (values: readonly number[]) => number
  readonly outside?: 'nearest'
}

function medianWith({ rank = middle, outside, ...choices }: Choices): typeof medianFilter {
  const finish = (values: readonly number[]) =>
    outside && values.length === 1 ? (values[0] ?? 0) : rank(values)
  return windowFilter({ border: replicate, finish }, choices)
}

function besideTheMiddle(en: string, zh: string) {
  return {
    en: `the value one place ${en} the middle of the sorted window: the middle of n values is index (n - 1) / 2, counted from 0`,
    zh: `排序后正中间的${zh}一个值：n 个值的正中间下标是 (n - 1) / 2（从 0 数起）`,
    cards: ['median-filter/breakdown'],
  }
}

function ranked(values: readonly number[], rank: number): number {
  return new Uint8Array(values).sort()[rank] ?? 0
}

function middleOf({ length }: readonly number[]): number {
  return length >> 1
}

function middle(values: readonly number[]): number {
  return ranked(values, middleOf(values))
}

function averagedMiddle(values: readonly number[]): number {
  return (ranked(values, (values.length - 1) >> 1) + middle(values)) / 2
}

function medianOfRows(values: readonly number[]): number {
  const ksize = Math.round(Math.sqrt(values.length))
  return middle(
    Array.from({ length: ksize }, (_, row) => middle(values.slice(row * ksize, (row + 1) * ksize))),
  )
}
