import {
  boxAt,
  boxesIn,
  defineRules,
  type MatchingChoices,
  matchingRules,
  type OverlapRule,
  overlap,
  type RankingChoices,
  rankedPlaces,
  rankingRules,
  takeBestFree,
  u8,
} from '#kit'
import type { matchDetections } from './reference.ts'

const WHAT = { en: 'a matching', zh: '匹配' }

/** The mistakes people make in matching detections to objects. */
export const rules = defineRules(
  matchWith,
  {
    ...matchingRules(WHAT),
    ...rankingRules(WHAT, ['average-precision/greedy-order', 'average-precision/steps']),
    equals: {
      'equal-overlaps-first': {
        en: 'a matching in which the first of several objects with the same largest IoU is taken, as np.argmax has it; here it is the last',
        zh: '几个目标的 IoU 同为最大时取第一个（np.argmax 的做法）的匹配；这里应取最后一个',
        cards: ['average-precision/free-ground-truth'],
        choice: (found, best) => found > best,
        nuisance: true,
      },
    },
    threshold: {
      'threshold-ignored': {
        en: 'a matching with a threshold of 0.5 whatever is asked for',
        zh: '不管传入什么、阈值总是 0.5 的匹配',
        cards: ['average-precision/iou-equal'],
        choice: () => 0.5,
      },
    },
    limit: {
      'hundred-at-most': {
        en: 'a matching of the 100 best detections alone; here there is no limit',
        zh: '只对得分最高的 100 个检测做的匹配；这里没有上限',
        cards: ['average-precision/max-detections'],
        choice: 100,
      },
    },
    clamp: {
      'overlap-not-clamped': {
        en: 'a matching whose overlap is not clamped at 0: boxes apart in both x and y get a positive product of two negative lengths',
        zh: '重叠宽高没有截断到 0 的匹配：两个方向都不相交的框，两个负数相乘反而得到正面积',
        cards: ['iou/clamp'],
        choice: 'never',
      },
    },
    divisor: {
      'union-counts-twice': {
        en: 'a matching that divides by the sum of both areas; the union is that sum minus the intersection',
        zh: '除以两框面积之和的匹配；并集应为面积之和减去交集',
        cards: ['iou/definition'],
        choice: (detection, object) => detection + object,
      },
      'intersection-added': {
        en: 'a matching that adds the intersection to the sum of both areas; the union is that sum minus the intersection',
        zh: '在两框面积之和上又加了交集的匹配；并集应为面积之和减去交集',
        cards: ['iou/definition'],
        choice: (detection, object, intersection) => detection + object + intersection,
      },
      'divides-by-object': {
        en: 'a matching that divides the intersection by the area of the object, not by the union',
        zh: '把交集除以目标面积（而不是并集）的匹配',
        cards: ['iou/definition'],
        choice: (_, object) => object,
      },
      'divides-by-detection': {
        en: 'a matching that divides the intersection by the area of the detection, not by the union: that is for crowds alone',
        zh: '把交集除以检测框面积（而不是并集）的匹配：只有 crowd 才这样算',
        cards: ['iou/definition', 'average-precision/crowd-iou'],
        choice: (detection) => detection,
      },
    },
    returned: {
      'in-ranking-order': {
        en: 'flags in the order of the scores; flag i belongs to row i of boxes',
        zh: '按得分次序排列的标志；第 i 个标志应对应 boxes 的第 i 行',
        cards: ['average-precision/greedy-order'],
        choice: 'ranked',
      },
    },
  },
  {
    'voc-matching': {
      en: 'the matching of py-faster-rcnn for Pascal VOC',
      zh: 'py-faster-rcnn 中 Pascal VOC 的匹配规则',
      of: ['best-overlap-taken', 'threshold-strict', 'plus-one'],
    },
  },
)

interface Choices extends MatchingChoices, RankingChoices {
  readonly equals?: (overlap: number, best: number) => boolean
  readonly threshold?: () => number
  readonly limit?: number
  readonly clamp?: 'never'
  readonly divisor?: NonNullable<OverlapRule['divisor']>
  readonly returned?: 'ranked'
}

function matchWith(choices: Choices): typeof matchDetections {
  const {
    match = takeBestFree,
    extra,
    clamp = 'lengths',
    divisor,
    limit = Number.POSITIVE_INFINITY,
  } = choices
  const rule: OverlapRule = { ...extra, clamp, ...(divisor && { divisor }) }
  return (boxes, scores, truths, asked) => {
    const threshold = choices.threshold?.() ?? asked
    const isEnough = (found: number) => (choices.comparison ? found > threshold : found >= threshold)
    const places = rankedPlaces(scores.data, choices)
    const objects = boxesIn(truths)
    const overlaps = places
      .slice(0, limit)
      .map((place) => objects.map((object) => overlap(boxAt(boxes, place), object, rule)))
    const isMatched = match(overlaps, isEnough, choices.equals)
    const rankOf = (at: number) => (choices.returned ? at : places.indexOf(at))
    return u8([places.length], (at) => (isMatched[rankOf(at)] ? 1 : 0))
  }
}
