import { expect } from 'vitest'
import { meanFilter } from '../../../graders/mean-filter/reference.ts'
import { medianFilter } from '../../../graders/median-filter/reference.ts'
import { u8 } from '../../../src/kit/arrays.ts'
import { integral, mean, normal, pairs, range, sum } from './arithmetic.ts'
import { checkAnswerFigures, checkPromptFigures, inWords } from './check-figures.ts'
import { windowStarts } from './sliding-window.ts'

/** The sigma that OpenCV's formula gives for this width. */
const formulaSigma = (width: number) => 0.3 * ((width - 1) * 0.5 - 1) + 0.8

/** The notes' kernel, one quadrant: from the centre outwards. */
const KERNEL_273 = [
  [41, 26, 7],
  [26, 16, 4],
  [7, 4, 1],
] as const

checkAnswerFigures('image-filters', {
  'gaussian-filter/small-window-large-sigma': () => {
    const shares = sampledGaussian(3, 10)
    return pairs(shares, shares).map(([y, x]) => `1/${Math.round(1 / (y * x))}`)
  },
  'gaussian-filter/cv2-fixed-kernel': () => {
    const row = binomialRow(5)
    return [
      `$[${row.join(', ')}] / ${sum(row)}$`,
      `36/256 = ${(36 / 256).toFixed(3)}`,
      `${(row[2] ?? 0) ** 2}/${sum(row) ** 2}`,
      `${KERNEL_273[0][0]}/${fullSum(KERNEL_273)} = ${(KERNEL_273[0][0] / fullSum(KERNEL_273)).toFixed(3)}`,
    ]
  },
  'gaussian-filter/kernel-273-sigma': () => {
    const pixels = integratedGaussian(5, 1)
    const scale = fullSum(KERNEL_273) / sum(pixels) ** 2
    const quadrant = [
      [0, 0],
      [0, 1],
      [1, 1],
      [0, 2],
      [1, 2],
      [2, 2],
    ] as const
    const values = quadrant.map(([y, x]) => scale * (pixels[2 + y] ?? 0) * (pixels[2 + x] ?? 0))
    const whole = quadrant.map(([y, x]) => KERNEL_273[y][x])
    return [...values.map((value) => value.toFixed(1)), ...whole.map(String), formulaSigma(5).toFixed(1)]
  },
  'gaussian-filter/kernel-273-not-separable': () => {
    const [centre, side, corner] = [KERNEL_273[0][0], KERNEL_273[0][2], KERNEL_273[2][2]]
    return [`$${centre} \\cdot ${corner}$`, `$${side} \\cdot ${side} = ${side * side}$`]
  },
  'gaussian-filter/loop-stops-early': () => {
    const [height, k] = [50, 7]
    const missed = windowStarts(height, { kernel: k }).length - (height - k)
    return [`range(H - k + ${missed})`]
  },
  'max-min-filter/duality': () => {
    const window = [3, 250, 17, 96, 255]
    const inverted = 255 - Math.max(...window.map((pixel) => 255 - pixel))
    expect(inverted).toBe(Math.min(...window))
    return ['$\\min(x) = 255 - \\max(255 - x)$']
  },
  'max-min-filter/vhgw-cost': () => [inWords(Math.ceil(vanHerkComparisons(9, 9000)))],
  'max-min-filter/side-effect': () => {
    const stroke = range(60).map((x) => (x >= 20 && x < 40 ? 0 : 255))
    const thinned = range(60).map((x) => Math.max(...stroke.slice(Math.max(0, x - 3), x + 4)))
    expect(count(stroke, 0) - count(thinned, 0)).toBe(2 * Math.floor(7 / 2))
    return ['k // 2']
  },
  'max-min-filter/zero-padding': () => [String(2 ** 8 - 1)],
  'mean-filter/mean-is-not-median': () => {
    const image = u8(
      [7, 7],
      range(49).map((at) => (at === 24 ? 255 : 0)),
    )
    const grey = [...meanFilter(image, 3).data].filter((value) => value > 0)
    expect(medianFilter(image, 3).data.every((value) => value === 0)).toBe(true)
    const side = Math.sqrt(grey.length)
    return [String(grey[0]), `255 / 9 = ${(255 / 9).toFixed(1)}`, `${side} × ${side}`]
  },
  'mean-filter/corner-anchored-window': () => [`(i + ${mean([0, 1])}, j + ${mean([0, 1])})`],
  'mean-filter/truncation-bias': () => {
    const lost = mean(range(9).map((remainder) => remainder / 9))
    return [`${Math.round(9 * lost)}/9`]
  },
  'mean-filter/border-modes': () => {
    const mirrored = range(7).map((at) => 'abcd'[Math.abs(at - 3)])
    return [`${mirrored.slice(0, 3).join(' ')} | ${mirrored.slice(3).join(' ')}`]
  },
  'mean-filter/integral-image#2': () => [inWords(pairs([0, 1], [0, 1]).length)],
  'median-filter/thin-line': () => {
    expect(erasedStructures()).toEqual(['line'])
    return [{ en: 'a straight line one pixel wide', zh: '一像素宽的直线' }, inWords(3)]
  },
  'median-filter/corner-rounding': () => {
    const inObject = pairs([-1, 0, 1], [-1, 0, 1]).filter(([y, x]) => y >= 0 && x >= 0).length
    return [{ en: `${inObject} of 9`, zh: `9 个中的 ${inObject} 个` }]
  },
  // Variance of the median of n values: 1 / (4 n f(0)^2); of the mean: 1 / n.
  'median-filter/gaussian-noise': () => [(1 / (4 * normal(0, 1) ** 2)).toFixed(2)],
  'median-filter/perreault-hebert-price': () => [String(2 ** 8)],
  'median-filter/not-separable': () => [
    String(medianFilter(u8([3, 3], [1, 2, 9, 3, 4, 8, 5, 6, 7]), 3).data[4]),
  ],
})

checkPromptFigures('image-filters', {
  'gaussian-filter/dog': () => {
    // At the centre of a blur of sigma 2 and one k times as wide: G falls as 1 / sigma^2, and its Laplacian is -2 G / sigma^2.
    const [sigma, k] = [2, 1.001]
    const difference = 1 / (k * sigma) ** 2 - 1 / sigma ** 2
    const normalisedLaplacian = sigma ** 2 * (-2 / sigma ** 4)
    expect(difference / normalisedLaplacian / (k - 1)).toBeCloseTo(1)
    return ['$k - 1$']
  },
  'gaussian-filter/kernel-273-sigma': () => [String(fullSum(KERNEL_273)), String(KERNEL_273[0][0])],
  'gaussian-filter/table-not-formula': () => [formulaSigma(5).toFixed(1)],
  'median-filter/not-separable': () => {
    const middles = [
      [1, 2, 9],
      [3, 4, 8],
      [5, 6, 7],
    ].map(middleOf)
    const middle = middleOf(middles)
    return [{ en: `median is ${middle}`, zh: `中值是 ${middle}` }]
  },
})

function count(values: readonly number[], wanted: number): number {
  return values.filter((value) => value === wanted).length
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) / 2] ?? Number.NaN
}

function sampledGaussian(width: number, sigma: number): readonly number[] {
  const values = range(width).map((at) => normal(at - (width - 1) / 2, sigma))
  return values.map((value) => value / sum(values))
}

/** Over each pixel, not sampled at its centre. */
function integratedGaussian(width: number, sigma: number): readonly number[] {
  const centres = range(width).map((at) => at - (width - 1) / 2)
  return centres.map((centre) => integral((x) => normal(x, sigma), centre - 0.5, centre + 0.5, 1000))
}

/** The two-tap mean applied again and again, in whole numbers. */
function binomialRow(width: number): readonly number[] {
  return range(width - 1).reduce<readonly number[]>(
    (row) => [...row, 0].map((value, at) => value + (row[at - 1] ?? 0)),
    [1],
  )
}

/** Of the whole kernel: the middle row and column stand once, the rest on both sides. */
function fullSum(quadrant: readonly (readonly number[])[]): number {
  const times = (at: number) => (at === 0 ? 1 : 2)
  return sum(quadrant.flatMap((row, y) => row.map((value, x) => value * times(y) * times(x))))
}

/** Comparisons a pixel of the van Herk / Gil-Werman scheme on a line of this length. */
function vanHerkComparisons(width: number, length: number): number {
  let comparisons = 0
  const larger = (a: number, b: number) => {
    comparisons++
    return Math.max(a, b)
  }
  const line = range(length).map((at) => (at * 7919) % 256)
  const fromLeft = [...line]
  const fromRight = [...line]
  for (let at = 1; at < length; at++) {
    if (at % width !== 0) fromLeft[at] = larger(fromLeft[at] ?? 0, fromLeft[at - 1] ?? 0)
    const back = length - 1 - at
    if ((back + 1) % width !== 0) fromRight[back] = larger(fromRight[back] ?? 0, fromRight[back + 1] ?? 0)
  }
  for (let start = 0; start + width <= length; start++) {
    const largest = larger(fromRight[start] ?? 0, fromLeft[start + width - 1] ?? 0)
    if (largest !== Math.max(...line.slice(start, start + width))) return Number.NaN
  }
  return comparisons / length
}

/** Which of the four structures a 3 x 3 median wipes out, in the inside of the image. */
function erasedStructures(): readonly string[] {
  const structures: Readonly<Record<string, (x: number) => number>> = {
    line: (x) => (x === 4 ? 255 : 0),
    step: (x) => (x < 4 ? 0 : 255),
    ramp: (x) => 20 * x,
    bar: (x) => (x >= 3 && x <= 5 ? 255 : 0),
  }
  return Object.entries(structures).flatMap(([name, greyAt]) => {
    const image = u8(
      [9, 9],
      range(81).map((at) => greyAt(at % 9)),
    )
    const inside = (data: Uint8Array) => [...data.subarray(36 + 1, 36 + 8)].join()
    return inside(medianFilter(image, 3).data) === inside(image.data) ? [] : [name]
  })
}
