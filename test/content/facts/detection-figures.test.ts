import { expect } from 'vitest'
import { nms } from '../../../graders/nms/reference.ts'
import { f32 } from '../../../src/kit/arrays.ts'
import { pairs, range, root } from './arithmetic.ts'
import { areaUnderEnvelope, rawArea, sampledAp } from './average-precision.ts'
import { type Box, rasterGiou, rasterIou } from './boxes.ts'
import { checkAnswerFigures, checkPromptFigures } from './check-figures.ts'

checkAnswerFigures('detection', {
  // Three sizes within an octave, three aspect ratios.
  'anchors/retina': () => [String(pairs(range(3), range(3)).length)],
  'anchors/kmeans-k#3': () => [String(pairs(range(3), range(3)).length)],
  'average-precision/raw-area': () => [rawArea([false, true, true], 2).toFixed(3)],
  'average-precision/eleven-vs-101': () => [
    sampledAp([true], 2, 11).toFixed(3),
    `${Math.round(11 * sampledAp([true], 2, 11))}/11`,
    sampledAp([true], 2, 101).toFixed(3),
    `${Math.round(101 * sampledAp([true], 2, 101))}/101`,
    String(areaUnderEnvelope([true], 2)),
  ],
  'average-precision/eleven-point': () => [String(range(100).filter((level) => level / 10 <= 1).length)],
  'average-precision/coco-average': () => [String(range(100).filter((at) => 0.5 + at * 0.05 < 0.951).length)],
  'average-precision/coco-average#3': () => [(0.5 + 9 * 0.05).toFixed(2)],
  'iou/half-shift': () => {
    const shift = root((part) => (1 - part) / (1 + part) - 0.5, 0, 1)
    const thirds = { en: 'One third', zh: '三分之一' }
    return [
      thirds,
      `1/${(1 / shift).toFixed(0)}`,
      `1/${(1 / rasterIou([0, 0, 10, 1], [5, 0, 15, 1])).toFixed(0)}`,
    ]
  },
  'iou/giou-range': () => [rasterGiou([0, 0, 1, 1], [5000, 0, 5001, 1]).toFixed(0)],
  'nms/suppressed-do-not-suppress': () => {
    const kept = [...nms(f32([3, 4], CHAIN.flat()), f32([3], [0.9, 0.8, 0.7]), 0.5).data]
    const [first, second] = kept.map((box) => 'ABC'[box])
    return [{ en: `${first} and ${second}`, zh: `${first} 和 ${second}` }]
  },
  'nms/strict-threshold': () => {
    const boxes = [0, 0, 10, 10, 0, 0, 10, 5]
    const kept = nms(f32([2, 4], boxes), f32([2], [0.9, 0.8]), 0.5).data.length
    expect(kept).toBe(2)
    return [{ en: 'It is kept', zh: '保留' }]
  },
  'nms/complexity': () => {
    const comparisons = pairs(range(8), range(8)).filter(([kept, lower]) => kept < lower).length
    expect(comparisons).toBe((8 * (8 - 1)) / 2)
    return ['$N (N - 1) / 2$']
  },
  'yolov3-loss/channels': () => [String(range(3).reduce((total) => total + 4 + 1 + 80, 0))],
  'yolov3-loss/why-2-wh': () => [
    { en: `up to ${2 - 0 * 0}, against ${2 - 1 * 1}`, zh: `最大 ${2 - 0 * 0}，占满全图的框为 ${2 - 1 * 1}` },
  ],
})

checkPromptFigures('detection', {
  'average-precision/raw-area': () => [areaUnderEnvelope([false, true, true], 2).toFixed(3)],
  'nms/suppressed-do-not-suppress': () => {
    const [a, b, c] = CHAIN
    return [
      `IoU(A, B) = ${rasterIou(a, b)}`,
      `IoU(B, C) = ${rasterIou(b, c)}`,
      `IoU(A, C) = ${rasterIou(a, c)}`,
    ]
  },
})

/** Three boxes with the overlaps that the card states: such boxes exist. */
const CHAIN = [
  [0, 0, 3, 1],
  [0, 0, 5, 1],
  [2, 0, 5, 1],
] as const satisfies readonly Box[]
