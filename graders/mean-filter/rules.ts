import { defineRules, halfToEven, reflect101, type WindowChoices, windowFilter, windowRules } from '#kit'
import type { meanFilter } from './reference.ts'

/** The mistakes people make in a mean filter; the notes' own (window anchored at the corner, shrinking window) among them. */
export const rules = defineRules(
  meanWith,
  {
    ...windowRules({
      name: { en: 'mean', zh: '均值' },
      border: 'border-reflect-101',
      cards: {
        border: ['mean-filter/border-modes', 'mean-filter/border-reflect-101'],
        anchor: ['mean-filter/corner-anchored-window', 'mean-filter/padded-slice'],
        width: ['mean-filter/padded-slice'],
        frame: ['mean-filter/zero-border', 'mean-filter/border-reflect-101'],
        'zero-padding': ['mean-filter/border-zero-darkens', 'mean-filter/border-reflect-101'],
        'border-reflect': ['mean-filter/border-modes', 'mean-filter/border-names-scipy'],
        'window-clipped': ['mean-filter/shrinking-window', 'mean-filter/border-reflect-101'],
      },
    }),
    average: {
      'rounded-twice': {
        en: 'two passes with rounding after each: keep the first pass as sums and round once, at the end',
        zh: '行、列两遍滤波，且每遍之后都取整：第一遍应保留求和结果，最后只取整一次',
        cards: ['mean-filter/rounding-value', 'mean-filter/cost-per-pixel'],
        choice: meanOfRoundedRows,
      },
      'rounded-twice-columns-first': {
        en: 'two passes, columns first, with rounding after each: keep the first pass as sums and round once, at the end',
        zh: '先列后行两遍滤波，且每遍之后都取整：第一遍应保留求和结果，最后只取整一次',
        cards: ['mean-filter/rounding-value', 'mean-filter/cost-per-pixel'],
        choice: (values, round, ksize) =>
          meanOfRoundedRows(
            values.map((_, at) => values[(at % ksize) * ksize + Math.floor(at / ksize)] ?? 0),
            round,
          ),
      },
      'bytes-overflow': {
        en: 'a mean of a sum that is kept in 8 bits and wraps at 256',
        zh: '用 8 位整数求和、超过 255 就回绕的均值',
        cards: ['mean-filter/integral-overflow'],
        choice: (values) => (sum(values) % 256) / values.length,
      },
      'median-instead-of-mean': {
        en: 'a median filter: each pixel is the middle of its sorted window, not the average',
        zh: '中值滤波：每个像素取的是窗口排序后正中间的值，而不是平均值',
        cards: ['mean-filter/mean-is-not-median'],
        choice: (values) => Uint8Array.from(values).sort()[values.length >> 1] ?? 0,
      },
      'divided-by-ksize': {
        en: 'a sum that is divided by ksize; a window holds ksize * ksize values',
        zh: '把和除以 ksize 的滤波；窗口共有 ksize * ksize 个值',
        cards: ['mean-filter/padded-slice'],
        choice: (values, _, ksize) => Math.min(255, sum(values) / ksize),
      },
      // Sums of shares are off by a hair, which shows once they are truncated.
      'shares-divided': { choice: (values) => sum(values.map((value) => value / values.length)) },
      'shares-multiplied': { choice: (values) => sum(values.map((value) => value * (1 / values.length))) },
      // Of a window that lacks values, the sum is divided as if it did not.
      'divided-by-whole-window': { choice: (values, _, ksize) => sum(values) / (ksize * ksize) },
    },
    rounding: {
      truncated: {
        en: 'a mean that is truncated instead of rounded: about half of the pixels are 1 too dark',
        zh: '截断取整（而不是四舍五入）的均值：约一半的像素暗了 1',
        cards: ['mean-filter/truncation-bias', 'mean-filter/rounding-value'],
        choice: Math.floor,
      },
      'rounded-up': {
        en: 'a mean that is always rounded up: about half of the pixels are 1 too bright',
        zh: '总是向上取整的均值：约一半的像素亮了 1',
        cards: ['mean-filter/truncation-bias', 'mean-filter/rounding-value'],
        choice: Math.ceil,
      },
      // A window that is cut may hold an even number of pixels, and languages differ in how they round the halves that then arise.
      'half-to-even': { choice: halfToEven },
    },
  },
  {
    'notes-slice': {
      en: 'np.mean(image[i:i+k, j:j+k]), as many notes have it',
      zh: '笔记里常见的 np.mean(image[i:i+k, j:j+k])',
      of: ['window-at-corner', 'window-clipped'],
    },
  },
)

interface Choices extends WindowChoices {
  readonly average?: (values: readonly number[], round: Round, ksize: number) => number
  readonly rounding?: Round
}

type Round = (mean: number) => number

function meanWith({ average = mean, rounding = Math.round, ...choices }: Choices): typeof meanFilter {
  const finish = (values: readonly number[], ksize: number) => rounding(average(values, rounding, ksize))
  return windowFilter({ border: reflect101, finish }, choices)
}

function meanOfRoundedRows(values: readonly number[], round: Round): number {
  const ksize = Math.round(Math.sqrt(values.length))
  const rows = Array.from({ length: ksize }, (_, row) =>
    round(mean(values.slice(row * ksize, (row + 1) * ksize))),
  )
  return mean(rows)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
