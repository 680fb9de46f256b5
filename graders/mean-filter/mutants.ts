import { type Finish, mistakes, reflect101, windowFilter, windowMistakes } from '#kit'
import { meanFilter } from './reference.ts'

/** A window that is cut may hold an even number of pixels, and languages differ in how they round the halves that then arise. */
const ROUNDINGS = [
  { ending: '', finish: rounded },
  { ending: '-half-to-even', finish: (values: readonly number[]) => halfToEven(mean(values)) },
  { ending: '-truncated', finish: truncated },
]

/** The mistakes people make in a mean filter; the notes' own (window anchored at the corner, shrinking window) among them. */
export const mutants = [
  ...windowMistakes({
    name: { en: 'mean', zh: '均值' },
    reference: meanFilter,
    border: 'reflect-101',
    finish: rounded,
    clipped: ROUNDINGS,
    oneShort: ROUNDINGS,
    cards: {
      'window-at-corner-clipped': ['mean-filter/corner-anchored-window', 'mean-filter/shrinking-window'],
      'window-at-corner': ['mean-filter/corner-anchored-window', 'mean-filter/padded-slice'],
      'zero-padding': ['mean-filter/border-zero-darkens', 'mean-filter/border-reflect-101'],
      'border-replicate': ['mean-filter/border-modes', 'mean-filter/border-reflect-101'],
      'border-reflect': ['mean-filter/border-modes', 'mean-filter/border-names-scipy'],
      'border-wrap': ['mean-filter/border-modes', 'mean-filter/border-reflect-101'],
      'radius-is-ksize': ['mean-filter/padded-slice'],
      'window-one-short': ['mean-filter/padded-slice'],
      'window-clipped': ['mean-filter/shrinking-window', 'mean-filter/border-reflect-101'],
      'border-left-zero': ['mean-filter/zero-border'],
      'border-copied': ['mean-filter/zero-border', 'mean-filter/border-reflect-101'],
    },
  }),
  ...mistakes((finish: Finish) => windowFilter({ border: reflect101, finish }), {
    truncated: {
      en: 'a mean that is truncated instead of rounded: about half of the pixels are 1 too dark',
      zh: '截断取整（而不是四舍五入）的均值：约一半的像素暗了 1',
      cards: ['mean-filter/truncation-bias', 'mean-filter/rounding-value'],
      rule: truncated,
    },
    'rounded-twice': {
      en: 'two passes with rounding after each: keep the first pass as sums and round once, at the end',
      zh: '行、列两遍滤波，且每遍之后都取整：第一遍应保留求和结果，最后只取整一次',
      cards: ['mean-filter/rounding-value', 'mean-filter/cost-per-pixel'],
      rule: meanOfRoundedRows,
    },
    'bytes-overflow': {
      en: 'a sum that is kept in 8 bits and wraps at 256',
      zh: '用 8 位整数求和、超过 255 就回绕的结果',
      cards: ['mean-filter/integral-overflow'],
      rule: (values) => Math.round((sum(values) % 256) / values.length),
    },
    'median-instead-of-mean': {
      en: 'a median filter: each pixel is the middle of its sorted window, not the average',
      zh: '中值滤波：每个像素取的是窗口排序后正中间的值，而不是平均值',
      cards: ['mean-filter/mean-is-not-median'],
      rule: (values) => Uint8Array.from(values).sort()[values.length >> 1] ?? 0,
    },
  }),
]

function rounded(values: readonly number[]): number {
  return Math.round(mean(values))
}

function truncated(values: readonly number[]): number {
  return Math.floor(mean(values))
}

function halfToEven(mean: number): number {
  const below = Math.floor(mean)
  return mean - below === 0.5 ? below + (below % 2) : Math.round(mean)
}

function meanOfRoundedRows(values: readonly number[]): number {
  const ksize = Math.sqrt(values.length)
  const rows = Array.from({ length: ksize }, (_, row) =>
    rounded(values.slice(row * ksize, (row + 1) * ksize)),
  )
  return rounded(rows)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
