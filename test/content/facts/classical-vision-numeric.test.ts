import { normal, pairs, range, root, sum, variance } from './arithmetic.ts'
import { checkNumericCards, checkWrongWays, type Drawn } from './check-numeric.ts'
import { outputSize } from './sliding-window.ts'

checkNumericCards('classical-vision', {
  'bilateral-filter/weight-value': ({ s, r, d, v }) =>
    (normal(d, s) / normal(0, s)) * (normal(v, r) / normal(0, r)),
  'camera-model/project': ({ x, z, f, c }) => (f * x + 0 * 1 + c * z) / (0 * x + 0 * 1 + 1 * z),
  'camera-model/focal-from-fov': ({ w, t }) =>
    root((focal) => Math.atan(w / 2 / focal) - Math.atan(t), 1, 1e5),
  'connected-components/max-count': isolatedPixels,
  'edges/sobel-ramp': sobelOfRamp,
  'edges/canny-l1': ({ a, b }) => sum([a, b].map(Math.abs)),
  // The pixel in polar coordinates, seen from the normal.
  'hough/rho-value': ({ x, y, c, s }) =>
    Math.round(Math.hypot(x, y) * Math.cos(Math.atan2(y, x) - Math.atan2(s, c))),
  'hough/accumulator-size': ({ k }) => {
    const diagonal = Math.hypot(4 * k, 3 * k)
    return range(20_000).filter((at) => Math.abs(at - 10_000) <= diagonal).length * 180
  },
  // The middle of the output pixel, as a share of the row, is the same place in the input.
  'interpolation/source-coordinate': ({ n, m, i }) => (n * (i / m + (i + 1) / m)) / 2 - 0.5,
  'interpolation/bilinear-value': ({ a, b, c, d, x, y }) => {
    const weights = [(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y]
    return sum([a, b, c, d].map((value, at) => value * (weights[at] ?? Number.NaN)))
  },
  'sift/octave-sigma': ({ s, i }) => range(i).reduce((sigma) => sigma * 2 ** (1 / s), 1.6),
  // Without spread inside the classes all variance is between them.
  'thresholding/otsu-between': ({ p, a, b }) => variance(range(100).map((at) => (at < p ? a : b))),
  'thresholding/equalise-level': equalisedMiddle,
})

checkWrongWays('classical-vision', {
  // The axes, or the two shares of an axis, swapped.
  'interpolation/bilinear-value': ({ a, b, c, d, x, y }) => {
    const blend = (right: number, down: number) =>
      (1 - down) * ((1 - right) * a + right * b) + down * ((1 - right) * c + right * d)
    return [blend(y, x), blend(1 - x, y), blend(x, 1 - y)]
  },
  'connected-components/max-count': ({ h, w }) => [Math.floor(h / 2) * Math.floor(w / 2), (h * w) / 4],
  // Without the halves, and the distance alone.
  'bilateral-filter/weight-value': ({ s, r, d, v }) => [
    Math.exp(-(d ** 2) / s ** 2 - v ** 2 / r ** 2),
    Math.exp(-(d ** 2) / (2 * s ** 2)),
  ],
  'camera-model/project': ({ x, z, f, c }) => [(f * x) / z, c - (f * x) / z],
  'camera-model/focal-from-fov': ({ w, t }) => [w / t, (w / 2) * t],
  'edges/sobel-ramp': ({ s }) => [4 * s, 2 * s, s],
  'edges/canny-l1': ({ a, b }) => [Math.hypot(a, b), Math.abs(a + b)],
  // Sine and cosine swapped.
  'hough/rho-value': ({ x, y, c, s }) => [Math.round(x * s + y * c)],
  'hough/accumulator-size': ({ k }) => [5 * k * 180, 10 * k * 180],
  // From corner to corner, and with the corners aligned.
  'interpolation/source-coordinate': ({ n, m, i }) => [(i * n) / m, (i * (n - 1)) / (m - 1)],
  // In equal steps, and doubled each time.
  'sift/octave-sigma': ({ s, i }) => [1.6 * (1 + i / s), 1.6 * 2 ** i],
  'thresholding/otsu-between': ({ p, a, b }) => [
    (p / 100) * (1 - p / 100) * Math.abs(a - b),
    (p / 100) * (a - b) ** 2,
  ],
  'thresholding/equalise-level': ({ c }) => [Math.round((255 * c) / 100)],
})

/** Set pixels in every other row and column touch nowhere; a tiling by 2 x 2 blocks shows that no more fit. */
function isolatedPixels({ h, w }: Drawn): number {
  const isolated = pairs(range(h), range(w)).filter(([y, x]) => y % 2 === 0 && x % 2 === 0).length
  const block = { kernel: 2, stride: 2 }
  const blocks = outputSize(h + 1, block) * outputSize(w + 1, block)
  return isolated === blocks ? isolated : Number.NaN
}

function sobelOfRamp({ s }: Drawn): number {
  const kernel = [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1],
  ]
  return sum(kernel.flatMap((row) => row.map((weight, x) => weight * (x * s))))
}

/** OpenCV's look-up table for m pixels of the darkest grey and the rest up to c of a second one, in float32 as there. */
function equalisedMiddle({ m, c }: Drawn): number {
  const scale = Math.fround(255 / (100 - m))
  return roundHalfToEven(Math.fround((c - m) * scale))
}

/** As cvRound does. */
function roundHalfToEven(value: number): number {
  const below = Math.floor(value)
  const isTie = value - below === 0.5
  return isTie ? below + (below % 2) : Math.round(value)
}
