import { defineRules, f64, type RankingChoices, rankedPlaces, rankingRules } from '#kit'
import type { precisionRecall } from './reference.ts'

const WHAT = { en: 'precision and recall', zh: '精确率和召回率' }

/** The mistakes people make in a precision-recall curve; the notes' own (false negatives among the detections) among them. */
export const rules = defineRules(precisionRecallWith, {
  ...rankingRules(WHAT, ['average-precision/steps']),
  recall: {
    'recall-over-detections': {
      en: 'recall divided by the number of detections, as if every detection that is no true positive were a false negative; a false negative is an object that nobody found',
      zh: '除以检测个数的召回率，即把所有不是真阳性的检测都当成了假阴性；假阴性是没有被找到的目标',
      cards: ['average-precision/false-negative', 'average-precision/denominators'],
      choice: ({ found, detections }) => found / detections,
    },
    'recall-over-found': {
      en: 'recall divided by the number of true positives, as scikit-learn has it, so that it always ends at 1; divide by all objects, also those that nobody found',
      zh: '除以真阳性个数的召回率（scikit-learn 的做法），因而总是以 1 结束；应除以全部目标数，包括没有被找到的',
      cards: ['average-precision/denominators', 'average-precision/false-negative'],
      choice: ({ found, hits }) => found / hits,
    },
  },
  precision: {
    'precision-over-all': {
      en: 'precision divided by the number of all detections at every rank; divide by those down to this rank',
      zh: '在每个名次都除以检测总数的精确率；应除以到该名次为止的检测数',
      cards: ['average-precision/zigzag', 'average-precision/denominators'],
      choice: ({ found, detections }) => found / detections,
    },
    'precision-over-objects': {
      en: 'precision divided by the number of objects; that is recall',
      zh: '除以目标数的精确率；那其实是召回率',
      cards: ['average-precision/denominators'],
      choice: ({ found, positives }) => found / positives,
    },
    'precision-from-rank-zero': {
      en: 'precision divided by a rank that counts from 0: the first detection is rank 1',
      zh: '除以从 0 数起的名次的精确率：第一个检测的名次是 1',
      cards: ['average-precision/zigzag'],
      choice: ({ found, rank }) => found / (rank - 1),
    },
  },
  steps: {
    'equal-scores-together': {
      en: 'one point for all detections of a score, behind the last of them; here each has its own',
      zh: '让得分相同的检测共用一个点（取其中最后一个之后的值）的精确率和召回率；这里每个检测各有自己的点',
      cards: ['average-precision/steps', 'average-precision/zigzag'],
      choice: 'by score',
    },
  },
  nothing: {
    'no-objects-nan': {
      en: 'a recall of NaN where it is 0 / 0; without objects it is 0 here',
      zh: '在 0 / 0 处为 NaN 的召回率；这里没有目标时召回率为 0',
      cards: ['average-precision/denominators'],
      choice: Number.NaN,
      nuisance: true,
    },
    'no-objects-one': {
      en: 'a recall of 1 where there are no objects; it is 0 here',
      zh: '没有目标时为 1 的召回率；这里应为 0',
      cards: ['average-precision/denominators'],
      choice: 1,
      nuisance: true,
    },
  },
  envelope: {
    'envelope-applied': {
      en: 'precision raised to the best at its recall or a higher one; the envelope belongs to AP, the curve itself zigzags',
      zh: '被提升为该召回率及更高召回率处最大值的精确率；包络是计算 AP 时才取的，曲线本身呈锯齿状',
      cards: ['average-precision/envelope', 'average-precision/zigzag'],
      choice: (precision) => precision.map((_, rank) => Math.max(...precision.slice(rank))),
    },
  },
  names: {
    'precision-and-recall-swapped': {
      en: 'precision and recall in each other’s place',
      zh: '互换了位置的精确率和召回率',
      cards: ['average-precision/denominators'],
      choice: 'swapped',
    },
  },
  returned: {
    'in-input-order': {
      en: 'precision and recall in the order of the input: they belong in the order of the ranking',
      zh: '按输入次序排列的精确率和召回率；应按排名次序排列',
      cards: ['average-precision/steps'],
      choice: 'by index',
    },
  },
})

interface Choices extends RankingChoices {
  readonly precision?: (at: Point) => number
  readonly recall?: (at: Point) => number
  readonly steps?: 'by score'
  /** What a recall of 0 / 0 is. */
  readonly nothing?: number
  readonly envelope?: (precision: readonly number[]) => readonly number[]
  readonly names?: 'swapped'
  readonly returned?: 'by index'
}

interface Point {
  /** From 1. */
  readonly rank: number
  /** True positives down to this rank. */
  readonly found: number
  readonly hits: number
  readonly detections: number
  readonly positives: number
}

function precisionRecallWith(choices: Choices): typeof precisionRecall {
  const { precision = ({ found, rank }) => found / rank, envelope = (values) => values } = choices
  const { recall = ({ found, positives }) => found / positives, nothing = 0 } = choices
  return (tp, scores, positives) => {
    const places = rankedPlaces(scores.data, choices)
    const founds: number[] = []
    for (const place of places) founds.push((founds.at(-1) ?? 0) + (tp.data[place] === 1 ? 1 : 0))
    const lastOf = (rank: number) =>
      choices.steps
        ? places.findLastIndex((place) => scores.data[place] === scores.data[places[rank] ?? 0])
        : rank
    const points = places.map((_, rank): Point => {
      const last = lastOf(rank)
      return {
        rank: last + 1,
        found: founds[last] ?? 0,
        hits: founds.at(-1) ?? 0,
        detections: places.length,
        positives,
      }
    })
    const returned = (values: readonly number[]) =>
      f64([values.length], choices.returned ? values.map((_, at) => values[places.indexOf(at)] ?? 0) : values)
    const shares = returned(envelope(points.map(precision)))
    const recalls = returned(points.map(recall).map((value) => (Number.isNaN(value) ? nothing : value)))
    return choices.names ? { precision: recalls, recall: shares } : { precision: shares, recall: recalls }
  }
}
