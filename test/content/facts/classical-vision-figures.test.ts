import { expect } from 'vitest'
import { mean, pairs, range, sum } from './arithmetic.ts'
import { checkAnswerFigures, checkPromptFigures } from './check-figures.ts'
import { numbersIn } from './layer-cost.ts'

/** The eight neighbours of a pixel, as row and column offsets. */
const NEIGHBOURS = pairs([-1, 0, 1], [-1, 0, 1]).filter(([y, x]) => y !== 0 || x !== 0)

checkAnswerFigures('classical-vision', {
  'bilateral-filter/opencv-window': () => {
    const square = pairs([-2, -1, 0, 1, 2], [-2, -1, 0, 1, 2])
    const disc = square.filter(([y, x]) => Math.hypot(y, x) <= 2)
    return [String(disc.length), String(square.length)]
  },
  'camera-model/homography-points': () => {
    const entries = numbersIn([3, 3])
    return [String(entries), `$4 \\cdot 2 = ${entries - 1}$`]
  },
  'connected-components/raster-neighbours': () => {
    const inCross = NEIGHBOURS.filter(([y, x]) => y === 0 || x === 0)
    return [NEIGHBOURS, inCross].map((pixels) => String(pixels.filter(isVisitedBefore).length))
  },
  'connected-components/recursion': () => {
    const depth = depthOfFloodFill(100)
    return [{ en: depth.toLocaleString('en'), zh: String(depth) }]
  },
  'edges/sobel-separable': () => {
    const sobel = [-1, 0, 1, -2, 0, 2, -1, 0, 1]
    expect(pairs([1, 2, 1], [-1, 0, 1]).map(([smooth, step]) => smooth * step + 0)).toEqual(sobel)
    return ['$(-1, 0, 1)$']
  },
  'edges/sobel-separable#2': () => ['$(1, 2, 1)$'],
  'interpolation/why-half-pixel': () => [`$2i + ${mean([0, 1])}$`],
  'interpolation/align-corners-step': () => {
    const [pixels, doubled] = [9, 18]
    const step = (pixels - 1) / (2 * pixels - 1)
    expect((doubled - 1) * step).toBeCloseTo(pixels - 1)
    return ['$(n - 1) / (2n - 1)$']
  },
  'interpolation/bilinear-steps': () => {
    const whole = Math.floor(-0.25)
    return [String(whole), String(-0.25 - whole)]
  },
  'interpolation/cubic-overshoot': () => {
    // Halfway, so at a distance of 1.5 from the outer pixels.
    const weights = [1.5, 0.5, 0.5, 1.5].map((distance) => keysWeight(distance, -0.75))
    expect(sum(weights)).toBeCloseTo(1)
    return [(weights[0] ?? Number.NaN).toFixed(2)]
  },
  'interpolation/antialias-why': () => [String(numbersIn([8, 8])), '2 × 2'],
  'interpolation/nearest-exact': () => {
    const nearest = range(3)
      .map((i) => Math.floor((i * 5) / 3))
      .join(', ')
    const exact = range(3)
      .map((i) => Math.floor(((i + 0.5) * 5) / 3))
      .join(', ')
    return [
      { en: `\`nearest\` ${nearest}`, zh: `\`nearest\` 为 ${nearest}` },
      { en: `\`nearest-exact\` ${exact}`, zh: `\`nearest-exact\` 为 ${exact}` },
    ]
  },
  'sift/extrema': () => [`${NEIGHBOURS.length} … ${NEIGHBOURS.length + 1} … ${numbersIn([3, 3, 3]) - 1}`],
  'sift/descriptor-128': () => [`$16 \\cdot 8 = ${numbersIn([4, 4, 8])}$`],
  'thresholding/otsu-two-levels': () => {
    const levels = otsuLevels([10, 200])
    return [
      String(levels[0]),
      { en: `from ${levels[0]} to ${levels.at(-1)}`, zh: `从 ${levels[0]} 到 ${levels.at(-1)}` },
    ]
  },
  'thresholding/otsu-unequal': () => [(0.01 * 0.99).toFixed(2), (0.5 * 0.5).toFixed(2)],
})

checkPromptFigures('classical-vision', {
  'sift/descriptor-128': () => [String(numbersIn([4, 4, 8]))],
})

/** In raster order. */
function isVisitedBefore([y, x]: readonly [number, number]): boolean {
  return y < 0 || (y === 0 && x < 0)
}

/** How deep a recursive fill of a square gets that tries right, left, down, up in turn. */
function depthOfFloodFill(side: number): number {
  const visited = new Set([0])
  const path = [0]
  let deepest = 1
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const [y, x] = [Math.floor(at / side), at % side]
    const next = [
      [y, x + 1],
      [y, x - 1],
      [y + 1, x],
      [y - 1, x],
    ]
      .filter((cell) => cell.every((index) => index >= 0 && index < side))
      .map(([row = 0, column = 0]) => row * side + column)
      .find((cell) => !visited.has(cell))
    if (next === undefined) path.pop()
    else {
      visited.add(next)
      path.push(next)
      deepest = Math.max(deepest, path.length)
    }
  }
  return deepest
}

/** Keys 1981, the cubic convolution kernel. */
function keysWeight(distance: number, a: number): number {
  if (distance <= 1) return (a + 2) * distance ** 3 - (a + 3) * distance ** 2 + 1
  return a * (distance ** 3 - 5 * distance ** 2 + 8 * distance - 4)
}

/** All thresholds of largest between-class variance, pixels above the threshold being bright. */
function otsuLevels(pixels: readonly number[]): readonly number[] {
  const variances = range(256).map((threshold) => {
    const dark = pixels.filter((pixel) => pixel <= threshold)
    const bright = pixels.filter((pixel) => pixel > threshold)
    if (dark.length === 0 || bright.length === 0) return 0
    return dark.length * bright.length * (mean(dark) - mean(bright)) ** 2
  })
  return range(256).filter((threshold) => variances[threshold] === Math.max(...variances))
}
