import { nms } from '../../../graders/nms/reference.ts'
import { f32 } from '../../../src/kit/arrays.ts'
import { range, root, sum } from './arithmetic.ts'
import { areaUnderEnvelope, sampledAp } from './average-precision.ts'
import { diceOfNested, diouLoss, rasterGiou, rasterIou } from './boxes.ts'
import { checkNumericCards, checkWrongWays, type Drawn } from './check-numeric.ts'
import { outputSize } from './sliding-window.ts'

checkNumericCards('detection', {
  // The width whose box of ratio r has the area of the square.
  'anchors/shape-numeric': ({ s, r }) => root((width) => width * (r * width) - s * s, 0, 10 * s),
  'anchors/count-numeric': ({ w, h, k }) => cells(w, 16) * cells(h, 16) * k * 3,
  // The offset that moves the anchor's centre, in anchor widths, onto the object's.
  'anchors/encode-numeric': ({ xa, wa, x }) => root((offset) => xa + offset * wa - x, -2, 2),
  'anchors/kmeans-numeric': ({ w, h, a, b }) => 1 - rasterIou([0, 0, w, h], [0, 0, a, b]),

  'average-precision/fn-count': missedObjects,
  'average-precision/envelope-numeric': ({ t, f }) =>
    areaUnderEnvelope([...range(f).map(() => false), ...range(t).map(() => true)], t),
  'average-precision/eleven-numeric': ({ n, k }) => sampledAp(allTrue(k), n, 11),
  'average-precision/coco-101': ({ n, k }) => sampledAp(allTrue(k), n, 101),

  'iou/numeric': ({ a, d }) => rasterIou([0, 0, a, a], [d, d, d + a, d + a]),
  'iou/giou-numeric': ({ w, g }) => rasterGiou([0, 0, w, 10], [w + g, 0, 2 * w + g, 10]),
  'iou/diou-numeric': ({ g }) => diouLoss([0, 0, 10, 10], [10 + g, 0, 20 + g, 10]),
  'iou/dice': ({ u }) => diceOfNested(u),

  // A negative width, the gap's, to which a pixel is added.
  'nms/plus-one-iou': ({ a, b }) => 1 - (b - a),
  'nms/chain-count': keptOfChain,
  // Bodla et al. 2017 divide by sigma itself, neither squared nor doubled.
  'nms/soft-gaussian-numeric': ({ u, g }) => -Math.log(Math.exp(-(u * u) / g)),

  'yolov3-loss/scale-numeric': ({ w, h }) => 2 - (w * h) / 416 ** 2,
  'yolov3-loss/decode-numeric': leftEdge,
  'yolov3-loss/tw-target': ({ w, p }) => root((target) => p * Math.exp(target) - w, -2, 2),
  'yolov3-loss/predictions': ({ s }) => sum([32, 16, 8].map((stride) => 3 * cells(s, stride) ** 2)),
})

checkWrongWays('detection', {
  // Every detection that is no true positive.
  'average-precision/fn-count': ({ d, t }) => [d - t],
  'anchors/encode-numeric': ({ x, xa, wa }) => [(xa - x) / wa],
  'anchors/shape-numeric': ({ s, r }) => [s * Math.sqrt(r), s / r, s],
  // Without the level 0.
  'average-precision/eleven-numeric': ({ n, k }) => [Math.floor((10 * k) / n + 1e-6) / 11, k / n],
  'anchors/count-numeric': ({ w, h, k }) => [((w * h) / 256) * k, ((w * h) / 256) * 3],
  // The ratio of the areas' sum.
  'anchors/kmeans-numeric': ({ w, h, a, b, i }) => [1 - i / (w * h + a * b)],
  // The precision at each true positive, not raised to the envelope.
  'average-precision/envelope-numeric': ({ t, f }) => [
    Array.from({ length: t }, (_, hit) => (hit + 1) / (f + hit + 1)).reduce((total, one) => total + one) / t,
  ],
  'average-precision/coco-101': ({ n, k }) => [Math.floor((100 * k) / n + 1e-6) / 101, k / n],
  'iou/numeric': ({ a, d }) => [(a - d) ** 2 / (2 * a * a), (a - d) ** 2 / (a * a)],
  'iou/giou-numeric': ({ w, g }) => [g / (2 * w + g), 0],
  'iou/diou-numeric': ({ g }) => [
    1 + (10 + g) / Math.hypot(20 + g, 10),
    1 - (10 + g) ** 2 / ((20 + g) ** 2 + 100),
  ],
  'iou/dice': ({ u }) => [u / (2 - u), u],
  // Where suppressed boxes suppress, and where none does.
  'nms/chain-count': ({ n }) => [1, n],
  'nms/soft-gaussian-numeric': ({ u, g }) => [u ** 2 / (2 * g), (u / g) ** 2, (u / g) ** 2 / 2, u / g],
  'nms/plus-one-iou': ({ a, b }) => [a - b, 0],
  'yolov3-loss/decode-numeric': ({ c, p, q, m }) => [
    32 * (c + q),
    32 * (c + q) - p * m,
    32 * c + q - (p * m) / 2,
  ],
  'yolov3-loss/tw-target': ({ p, w }) => [Math.log(p / w), w / p],
  'yolov3-loss/predictions': ({ s }) => [(s / 32) ** 2 + (s / 16) ** 2 + (s / 8) ** 2, 3 * (s / 32) ** 2],
})

/** Grid cells along one axis. */
function cells(pixels: number, stride: number): number {
  return outputSize(pixels, { kernel: stride, stride })
}

function allTrue(count: number): readonly boolean[] {
  return range(count).map(() => true)
}

/** Each true positive crosses one object off; the other detections cross off none. */
function missedObjects({ g, d, t }: Drawn): number {
  const missed = new Set(range(g))
  for (const detection of range(d)) if (detection < t) missed.delete(detection)
  return missed.size
}

function keptOfChain({ n, d }: Drawn): number {
  const boxes = range(n).flatMap((at) => [at * d, 0, at * d + 100, 10])
  const scores = range(n).map((at) => 1 - at / 100)
  return nms(f32([n, 4], boxes), f32([n], scores), 0.5).data.length
}

/** As darknet decodes, in parts of an input of 416 pixels. */
function leftEdge({ c, p, q, m }: Drawn): number {
  const box = { x: (c + q) / 13, w: (m * p) / 416 }
  return 416 * (box.x - box.w / 2)
}
