import {
  areaInSteps,
  areaUnderLines,
  average,
  type CurvePoint,
  defineRules,
  envelope,
  precisionBetween,
  precisionCurve,
  type RankingChoices,
  rankedPlaces,
  rankingRules,
  yoloAverage,
} from '#kit'
import type { averagePrecision } from './reference.ts'

type Method = Parameters<typeof averagePrecision>[3]

/** The mistakes people make in average precision. */
export const rules = defineRules(averagePrecisionWith, {
  ...rankingRules({ en: 'AP', zh: ' AP' }, ['average-precision/steps']),
  method: {
    'always-voc07': {
      en: 'AP at the 11 recalls of VOC 2007 whatever method says',
      zh: '不管 method 是什么、总是按 VOC 2007 的 11 个召回率计算的 AP',
      cards: ['average-precision/eleven-vs-101', 'average-precision/eleven-point'],
      choice: 'voc07',
    },
    'always-area': {
      en: 'AP as the area under the envelope whatever method says',
      zh: '不管 method 是什么、总是按包络线下面积计算的 AP',
      cards: ['average-precision/why-area', 'average-precision/eleven-vs-101'],
      choice: 'area',
    },
    'always-coco101': {
      en: 'AP at the 101 recalls of COCO whatever method says',
      zh: '不管 method 是什么、总是按 COCO 的 101 个召回率计算的 AP',
      cards: ['average-precision/coco-101', 'average-precision/eleven-vs-101'],
      choice: 'coco101',
    },
  },
  positives: {
    'recall-over-found': {
      en: 'AP with a recall that is divided by the number of true positives, so that objects that nobody found cost nothing',
      zh: '召回率除以真阳性个数的 AP：漏检的目标因此不受罚',
      cards: ['average-precision/denominators', 'average-precision/false-negative'],
      choice: ({ hits }) => hits,
    },
    'recall-over-detections': {
      en: 'AP with a recall that is divided by the number of detections, as if a detection that is no true positive were a false negative',
      zh: '召回率除以检测个数的 AP：把不是真阳性的检测当成了假阴性',
      cards: ['average-precision/false-negative', 'average-precision/denominators'],
      choice: ({ detections }) => detections,
    },
  },
  nothing: {
    'no-objects-nan': {
      en: 'an AP of NaN where a recall is 0 / 0; without objects it is 0 here',
      zh: '在召回率为 0 / 0 处得 NaN 的 AP；这里没有目标时为 0',
      cards: ['average-precision/absent-class'],
      choice: Number.NaN,
      nuisance: true,
    },
    'no-objects-minus-one': {
      en: 'an AP of -1 where there are no objects, as pycocotools marks such a class; it is 0 here',
      zh: '没有目标时为 -1 的 AP（pycocotools 以此标记这样的类别）；这里应为 0',
      cards: ['average-precision/absent-class'],
      choice: -1,
      nuisance: true,
    },
  },
  envelope: {
    'no-envelope': {
      en: 'AP on the raw precisions: each must first be raised to the best at its recall or a higher one',
      zh: '直接使用原始精确率的 AP：应先把每个精确率提升为该召回率及更高召回率处的最大值（包络）',
      cards: ['average-precision/envelope', 'average-precision/raw-area'],
      choice: 'none',
    },
    'envelope-from-the-left': {
      en: 'AP with an envelope that is taken from the left: each precision became the best at its recall or a lower one',
      zh: '从左往右取包络的 AP：每个精确率成了该召回率及更低召回率处的最大值',
      cards: ['average-precision/envelope'],
      choice: 'from the left',
    },
  },
  area: {
    'area-from-first-point': {
      en: 'AP whose area begins at the first point of the curve, as np.trapezoid over the points has it: the rise from recall 0 to it is missing',
      zh: '面积从曲线第一个点算起的 AP（直接对各点用 np.trapezoid 就会这样）：漏掉了从召回率 0 到该点的一段',
      cards: ['average-precision/raw-area', 'average-precision/why-area'],
      choice: (points) => areaUnderLines(points),
    },
    'area-from-precision-zero': {
      en: 'AP whose area rises in a straight line from precision 0 at recall 0 to the first point; the envelope is as high there as at the point',
      zh: '面积从召回率 0、精确率 0 沿直线升到第一个点的 AP；包络在那一段与该点同高',
      cards: ['average-precision/envelope', 'average-precision/why-area'],
      choice: (points) => areaUnderLines([{ recall: 0, precision: 0 }, ...points]),
    },
    'trapezoid-rule': {
      en: 'AP whose area is taken under the raw precisions, without their envelope, by the trapezoid rule, as sklearn.metrics.auc has it',
      zh: '对原始精确率（没有包络）用梯形法（sklearn.metrics.auc 的做法）求面积的 AP',
      cards: ['average-precision/raw-area', 'average-precision/envelope'],
      choice: (_, raw) => areaUnderLines(raw),
    },
    'trapezoid-from-one': {
      en: 'AP whose area is taken under the raw precisions, without their envelope, by the trapezoid rule from precision 1 at recall 0',
      zh: '从召回率 0、精确率 1 起对原始精确率（没有包络）用梯形法求面积的 AP',
      cards: ['average-precision/raw-area', 'average-precision/envelope'],
      choice: (_, raw) => areaUnderLines([{ recall: 0, precision: 1 }, ...raw]),
    },
    'trapezoid-from-zero': {
      en: 'AP whose area is taken under the raw precisions, without their envelope, by the trapezoid rule from precision 0 at recall 0',
      zh: '从召回率 0、精确率 0 起对原始精确率（没有包络）用梯形法求面积的 AP',
      cards: ['average-precision/raw-area', 'average-precision/envelope'],
      choice: (_, raw) => areaUnderLines([{ recall: 0, precision: 0 }, ...raw]),
    },
  },
  levels: {
    'last-level-missing': {
      en: 'AP without the recall 1 among the 11 or 101: np.arange(0, 1, step) stops before its end',
      zh: '在 11 个或 101 个召回率中漏了 1 的 AP：np.arange(0, 1, step) 不含终点',
      cards: ['average-precision/eleven-point', 'average-precision/coco-101'],
      choice: (steps) => Array.from({ length: steps }, (_, level) => level),
    },
    'first-level-missing': {
      en: 'AP without the recall 0 among the 11 or 101',
      zh: '在 11 个或 101 个召回率中漏了 0 的 AP',
      cards: ['average-precision/eleven-vs-101', 'average-precision/eleven-point'],
      choice: (steps) => Array.from({ length: steps }, (_, level) => level + 1),
    },
  },
  read: {
    'recall-strict': {
      en: 'AP with the precision at a recall above each of the 11 or 101; a recall equal to it counts',
      zh: '只取召回率严格大于那 11 个或 101 个点时的精确率的 AP；等于也算达到',
      cards: ['average-precision/envelope', 'average-precision/coco-101'],
      choice: (points, level) => points.find(({ recall }) => recall > level)?.precision,
    },
    'levels-interpolated': {
      en: 'AP with straight lines between the points of the curve, as np.interp reads it; take the precision at the first recall that is at least the level',
      zh: '在曲线各点之间线性插值（np.interp 的做法）的 AP；应取召回率首次不小于该点处的精确率',
      cards: ['average-precision/envelope', 'average-precision/coco-101'],
      choice: (points, level) => (points.length > 0 ? precisionBetween(points, level) : undefined),
    },
    'unreached-as-last': {
      en: 'AP that goes on with the last precision beyond the highest recall; it is 0 there',
      zh: '超出最高召回率之后仍沿用最后一个精确率的 AP；那里应为 0',
      cards: ['average-precision/eleven-point', 'average-precision/coco-101'],
      choice: (points, level) => (points.find(({ recall }) => recall >= level) ?? points.at(-1))?.precision,
    },
  },
  mean: {
    'unreached-left-out': {
      en: 'AP as the mean of the recalls that are reached alone; the others count as 0',
      zh: '只对能达到的召回率取平均的 AP；达不到的应按 0 计入',
      cards: ['average-precision/eleven-point', 'average-precision/coco-101'],
      choice: (read) => {
        const reached = read.filter((precision) => precision !== undefined)
        return reached.length > 0 ? average(reached) : 0
      },
    },
    'divided-by-steps': {
      en: 'AP divided by 10 or 100, the number of steps; there are 11 or 101 recalls',
      zh: '除以步数 10 或 100 的 AP；召回率点有 11 个或 101 个',
      cards: ['average-precision/eleven-point', 'average-precision/coco-101'],
      choice: (read, steps) => read.reduce((sum: number, precision) => sum + (precision ?? 0), 0) / steps,
    },
  },
  coco: {
    'yolov5-average': {
      en: "AP by YOLOv5's rule where method is coco101: straight lines between the points, from precision 1 at recall 0 down to 0 at recall 1",
      zh: 'method 为 coco101 时采用 YOLOv5 算法的 AP：各点之间线性插值，从召回率 0 处的精确率 1 直到召回率 1 处的 0',
      cards: ['average-precision/coco-101', 'average-precision/envelope'],
      choice: yoloAverage,
    },
  },
})

interface Choices extends RankingChoices {
  readonly method?: Method
  /** What recall is divided by. */
  readonly positives?: (counts: Record<'hits' | 'detections' | 'positives', number>) => number
  /** The AP where recall is 0 / 0. */
  readonly nothing?: number
  readonly envelope?: 'none' | 'from the left'
  readonly area?: (points: readonly CurvePoint[], raw: readonly CurvePoint[]) => number
  /** Of so many steps from 0 to 1, those at which the curve is read. */
  readonly levels?: (steps: number) => readonly number[]
  readonly read?: (points: readonly CurvePoint[], level: number) => number | undefined
  readonly mean?: (read: readonly (number | undefined)[], steps: number) => number
  readonly coco?: (points: readonly CurvePoint[]) => number
}

function averagePrecisionWith(choices: Choices): typeof averagePrecision {
  const { nothing = 0, area = areaInSteps } = choices
  return (tp, scores, positives, asked) => {
    const method = choices.method ?? asked
    const hits = rankedPlaces(scores.data, choices).map((place) => tp.data[place] === 1)
    const counts = { hits: hits.filter(Boolean).length, detections: hits.length, positives }
    const divisor = choices.positives?.(counts) ?? positives
    if (divisor === 0) return nothing
    const raw = precisionCurve(hits, divisor)
    const points = raised(raw, choices.envelope)
    if (method === 'area') return area(points, raw)
    return method === 'coco101' && choices.coco
      ? choices.coco(points)
      : atLevels(points, method === 'voc07' ? 10 : 100, choices)
  }
}

function raised(points: readonly CurvePoint[], kind: Choices['envelope']): readonly CurvePoint[] {
  switch (kind) {
    case 'none':
      return points
    case 'from the left':
      return envelope(points.toReversed()).toReversed()
    default:
      return envelope(points)
  }
}

function atLevels(points: readonly CurvePoint[], steps: number, choices: Choices): number {
  const { levels = (count) => Array.from({ length: count + 1 }, (_, level) => level) } = choices
  const { read = (all, level) => all.find(({ recall }) => recall >= level)?.precision } = choices
  const { mean = (values) => average(values.map((precision) => precision ?? 0)) } = choices
  return mean(
    levels(steps).map((level) => read(points, level / steps)),
    steps,
  )
}
