import { describe, expect, test } from 'vitest'
import { meanAveragePrecision } from '../../../graders/mean-average-precision/reference.ts'
import { meanFilter } from '../../../graders/mean-filter/reference.ts'
import { medianFilter } from '../../../graders/median-filter/reference.ts'
import type { Chart, Drawing, GreyImage } from '../../../src/core/drawing.ts'
import { drawPicture } from '../../../src/core/pictures/draw-picture.ts'
import { parsePicture } from '../../../src/core/pictures/picture-call.ts'
import type { References } from '../../../src/core/pictures/references.ts'

const BY_EXERCISE: { readonly [exercise: string]: unknown } = {
  'median-filter': medianFilter,
  'mean-filter': meanFilter,
  'mean-average-precision': meanAveragePrecision,
}
const REFERENCES: References = (exercise) => BY_EXERCISE[exercise] as never

function drawn(text: string): Drawing {
  const parsed = parsePicture(text)
  if (parsed.kind === 'fault') throw new Error(parsed.message.en)
  return drawPicture(parsed.call, REFERENCES)
}

function chartOf(text: string): Chart {
  const drawing = drawn(text)
  if (drawing.kind !== 'chart') throw new Error(drawing.kind)
  return drawing.chart
}

function imagesOf(text: string): readonly [GreyImage, GreyImage] {
  const drawing = drawn(text)
  if (drawing.kind !== 'images') throw new Error(drawing.kind)
  const [before, after] = drawing.images.map(({ image }) => image)
  if (before === undefined || after === undefined) throw new Error('two images')
  return [before, after]
}

const count = ({ data }: GreyImage, grey: number) => data.filter((value) => value === grey).length

/** The curve's value at the point next to x. */
function valueAt({ series }: Chart, curve: number, x: number): number {
  const points = series[curve]?.points ?? []
  const nearest = points.toSorted(([one], [other]) => Math.abs(one - x) - Math.abs(other - x))[0]
  return nearest?.[1] ?? Number.NaN
}

describe('the name of a picture', () => {
  test.each([
    ['filter(median, 3)', { kind: 'filter', filter: 'median', ksize: 3, noise: 'salt-and-pepper' }],
    [' filter(max，5，pepper) ', { kind: 'filter', filter: 'max', ksize: 5, noise: 'pepper' }],
    ['precision-recall(TTF, 4)', { kind: 'precision-recall', hits: [true, true, false], positives: 4 }],
    ['lr-schedule(cosine)', { kind: 'lr-schedule', schedule: 'cosine' }],
    ['activations(sigmoid)', { kind: 'activations', activation: 'sigmoid' }],
    ['focal-loss', { kind: 'focal-loss' }],
    ['unit-balls()', { kind: 'unit-balls' }],
  ])('%s is read', (text, call) => {
    expect(parsePicture(text)).toEqual({ kind: 'call', call })
  })

  test('that is unknown is told with those that there are', () => {
    const known =
      'filter, precision-recall, lr-schedule, activations, focal-loss, softmax-temperature, unit-balls, loss-gradients, regression-losses, entropy'
    expect(parsePicture('constructor')).toEqual({
      kind: 'fault',
      message: {
        en: `There is no picture "constructor"; write one of ${known}.`,
        zh: `没有名为“constructor”的图；可选：${known}。`,
      },
    })
  })

  test.each([
    'filter(median, 4)',
    'filter(median, 99)',
    'filter(mode, 3)',
    'filter(median, 3, fog)',
    'filter',
    'precision-recall(TTT, 2)',
    'precision-recall(TXT, 4)',
    'lr-schedule(cosine, 3)',
    'activations()',
    'focal-loss(2)',
  ])('%s with arguments that do not fit is told how to write it', (text) => {
    const name = text.split('(')[0] ?? ''
    const parsed = parsePicture(text)
    expect(parsed.kind === 'fault' && parsed.message.en).toContain(
      `The picture "${text}" cannot be drawn; write ${name}`,
    )
  })
})

describe('a filter', () => {
  test('is drawn from the reference, on an image with salt and with pepper', () => {
    const [before, after] = imagesOf('filter(median, 3)')
    expect(count(before, 0)).toBeGreaterThan(10)
    expect(count(before, 255)).toBeGreaterThan(10)
    expect(after.data).toEqual(medianFilter(before, 3).data)
    expect(count(after, 0) + count(after, 255)).toBe(0)
  })

  test('max removes pepper and grows salt; min the other way round; opening leaves no salt', () => {
    expect(count(imagesOf('filter(max, 3, pepper)')[1], 0)).toBe(0)
    const [salted, grown] = imagesOf('filter(max, 3, salt)')
    expect(count(grown, 255)).toBeGreaterThan(5 * count(salted, 255))
    expect(count(imagesOf('filter(min, 3, salt)')[1], 255)).toBe(0)
    expect(count(imagesOf('filter(opening, 3, salt)')[1], 255)).toBe(0)
    expect(count(imagesOf('filter(closing, 3, pepper)')[1], 0)).toBe(0)
  })

  test('Gaussian keeps the mean grey and spreads an impulse less than the mean filter', () => {
    const [before, after] = imagesOf('filter(gaussian, 5)')
    const mean = ({ data }: GreyImage) => data.reduce((sum, grey) => sum + grey, 0) / data.length
    expect(Math.abs(mean(after) - mean(before))).toBeLessThan(3)
    expect(Math.max(...after.data)).toBeLessThan(255)
  })
})

describe('curves', () => {
  test('of focal loss have the values of its formula', () => {
    const chart = chartOf('focal-loss')
    const [p] = chart.series[0]?.points[60] ?? [0]
    for (const [at, gamma] of [0, 1, 2, 5].entries())
      expect(valueAt(chart, at, p)).toBeCloseTo(-((1 - p) ** gamma) * Math.log(p), 10)
  })

  test('of the sigmoid: half at 0, where its derivative is a quarter', () => {
    const chart = chartOf('activations(sigmoid)')
    expect(valueAt(chart, 0, 0)).toBeCloseTo(0.5, 10)
    expect(valueAt(chart, 1, 0)).toBeCloseTo(0.25, 10)
  })

  test('of schedules begin, turn and end where they should', () => {
    expect(valueAt(chartOf('lr-schedule(cosine)'), 0, 50)).toBeCloseTo(0.5, 10)
    expect(valueAt(chartOf('lr-schedule(warmup)'), 0, 0)).toBe(0)
    expect(valueAt(chartOf('lr-schedule(warmup)'), 0, 10)).toBeCloseTo(1, 10)
    expect(valueAt(chartOf('lr-schedule(step)'), 0, 45)).toBeCloseTo(0.1, 10)
    expect(valueAt(chartOf('lr-schedule(one-cycle)'), 0, 0)).toBeCloseTo(0.04, 10)
    expect(valueAt(chartOf('lr-schedule(one-cycle)'), 0, 30)).toBeCloseTo(1, 10)
    for (const name of ['cosine', 'warmup', 'restarts', 'one-cycle'])
      expect(valueAt(chartOf(`lr-schedule(${name})`), 0, 100)).toBeCloseTo(0, 10)
  })

  test('of the norms meet on the axes and part on the diagonal', () => {
    const [l1, l2, max] = chartOf('unit-balls').series.map(
      ({ points }) => points[points.length >> 3] ?? [0, 0],
    )
    expect(l1?.[0]).toBeCloseTo(0.5, 10)
    expect(l2?.[0]).toBeCloseTo(Math.SQRT1_2, 10)
    expect(max?.[0]).toBeCloseTo(1, 10)
  })

  test('of precision over recall, with the AP of 11 points, of 101 and under the envelope', () => {
    // By hand: precisions 1, 1, 2/3, 3/4 at recalls 1/4, 1/2, 1/2, 3/4; the fourth object is never found.
    const { series, figures } = chartOf('precision-recall(TTFT, 4)')
    expect(series[0]?.points).toEqual([
      [0.25, 1],
      [0.5, 1],
      [0.5, 2 / 3],
      [0.75, 3 / 4],
    ])
    expect(series[2]?.points.map(([, precision]) => precision)).toEqual([
      1, 1, 1, 1, 1, 1, 0.75, 0.75, 0, 0, 0,
    ])
    const [eleven, hundred, area] = figures.map(({ value }) => value)
    expect(eleven).toBeCloseTo(7.5 / 11, 10)
    expect(hundred).toBeCloseTo((51 + 25 * 0.75) / 101, 10)
    expect(area).toBeCloseTo(0.5 + 0.25 * 0.75, 10)
  })
})
