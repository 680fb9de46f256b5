import { boxAt, defineRules, f32, i32, type OverlapChoices, overlap, overlapRules, rankedPlaces } from '#kit'
import type { softNms } from './reference.ts'

/** The mistakes people make in Soft-NMS. */
export const rules = defineRules(softWith, {
  ...overlapRules({ en: 'a Soft-NMS', zh: ' Soft-NMS' }),
  factor: {
    'sigma-squared': factor('exp(-u² / sigma²)', 'sigma 多了平方', (u, sigma) =>
      Math.exp(-(u ** 2) / sigma ** 2),
    ),
    'two-sigma': factor('exp(-u² / (2 sigma))', 'sigma 多了系数 2', (u, sigma) =>
      Math.exp(-(u ** 2) / (2 * sigma)),
    ),
    'gaussian-density': factor('exp(-u² / (2 sigma²))', '写成了正态分布的指数', (u, sigma) =>
      Math.exp(-(u ** 2) / (2 * sigma ** 2)),
    ),
    'sigma-multiplied': factor('exp(-u² sigma)', '乘了 sigma 而不是除以它', (u, sigma) =>
      Math.exp(-(u ** 2) * sigma),
    ),
    'overlap-not-squared': factor('exp(-u / sigma)', 'IoU 没有平方', (u, sigma) => Math.exp(-u / sigma)),
    'linear-penalty': factor('1 - u for every overlap', '每个重叠都用了线性惩罚', (u) => 1 - u),
    'linear-above-0.3': factor('1 - u above an IoU of 0.3', 'IoU 超过 0.3 时用了线性惩罚', (u) =>
      u > 0.3 ? 1 - u : 1,
    ),
    'sigma-ignored': {
      en: 'a Soft-NMS with a sigma of 0.5 whatever is asked for',
      zh: '不管传入什么、sigma 总是 0.5 的 Soft-NMS',
      cards: ['nms/soft-gaussian'],
      choice: (u) => Math.exp(-(u ** 2) / 0.5),
    },
  },
  order: {
    'sorted-once': {
      en: 'a Soft-NMS that sorts once at the start and keeps that order; each round takes the highest score as it is by then',
      zh: '只在开头排一次序、此后次序不变的 Soft-NMS；每一轮都应取当时得分最高的框',
      cards: ['nms/soft-reselect'],
      choice: 'sorted once',
    },
  },
  lowered: {
    'lowered-from-the-start': {
      en: 'a Soft-NMS in which each round lowers the score that a box began with, so that only the last round counts',
      zh: '每一轮都从最初的得分开始降低、因而只有最后一轮起作用的 Soft-NMS',
      cards: ['nms/soft-why', 'nms/soft-reselect'],
      choice: 'from the start',
    },
  },
  comparison: {
    'threshold-dropped': {
      en: 'a Soft-NMS that also drops a score equal to the threshold; only one below it is dropped',
      zh: '把得分恰好等于阈值的框也丢弃的 Soft-NMS；只有低于阈值才丢弃',
      cards: ['nms/soft-threshold'],
      choice: 'at most',
    },
  },
  dropped: {
    'nothing-dropped': {
      en: 'a Soft-NMS that drops no box, whatever becomes of its score',
      zh: '无论得分降到多少都不丢弃框的 Soft-NMS',
      cards: ['nms/soft-threshold'],
      choice: () => false,
    },
    'only-lowered-ones-dropped': {
      en: "a Soft-NMS that drops a box only where its score has been lowered, as the authors' code does: a low score without any overlap stays",
      zh: '只丢弃得分被降低过的框的 Soft-NMS（作者代码的做法）：得分本来就低、又与谁都不重叠的框留了下来',
      cards: ['nms/soft-threshold'],
      choice: ({ start, score }) => score < start,
    },
    'only-dropped-at-the-start': {
      en: 'a Soft-NMS that compares with the threshold before the first round alone',
      zh: '只在第一轮之前与阈值比较的 Soft-NMS',
      cards: ['nms/soft-threshold'],
      choice: (_, round) => round === 0,
    },
  },
  returned: {
    'first-scores-returned': {
      en: 'a Soft-NMS that returns the scores of the input; those that are left are asked for',
      zh: '返回输入得分的 Soft-NMS；要求的是降低之后的得分',
      cards: ['nms/soft-why'],
      choice: ({ start }) => start,
    },
  },
  listed: {
    'listed-by-index': {
      en: 'a Soft-NMS that lists the boxes by index; list them as they are chosen',
      zh: '把框按下标排列的 Soft-NMS；应按被选中的次序排列',
      cards: ['nms/steps', 'nms/sorted-index'],
      choice: (one, other) => one.index - other.index,
    },
  },
  ties: {
    'ties-reversed': {
      en: 'a Soft-NMS that takes the highest index of equal scores; the lowest is asked for',
      zh: '得分相同时取下标最大者的 Soft-NMS；应取最小的',
      cards: ['nms/sort-first'],
      choice: 'by falling index',
      nuisance: true,
    },
  },
})

interface Candidate {
  readonly index: number
  readonly score: number
  /** The score of the input. */
  readonly start: number
}

interface Choices extends OverlapChoices {
  /** Of an IoU and sigma: what a score is multiplied by. */
  readonly factor?: (overlap: number, sigma: number) => number
  readonly order?: 'sorted once'
  readonly lowered?: 'from the start'
  readonly comparison?: 'at most'
  /** Whether a box may be dropped before this round. */
  readonly dropped?: (candidate: Candidate, round: number) => boolean
  readonly returned?: (candidate: Candidate) => number
  readonly listed?: (one: Candidate, other: Candidate) => number
  readonly ties?: 'by falling index'
}

function softWith(choices: Choices): typeof softNms {
  const { extra, clamp = 'lengths', divisor, corners = (box) => box } = choices
  const { factor: by = (u, sigma) => Math.exp(-(u ** 2) / sigma), dropped = () => true } = choices
  const { returned = ({ score }) => score, listed = () => 0 } = choices
  const rule = { ...extra, clamp, ...(divisor && { divisor }) }
  return (boxes, scores, sigma, threshold) => {
    const overlapOf = (one: Candidate, other: Candidate) =>
      overlap(corners(boxAt(boxes, one.index)), corners(boxAt(boxes, other.index)), rule) || 0
    const isLow = ({ score }: Candidate) => (choices.comparison ? score <= threshold : score < threshold)
    const inOrder = (given: readonly Candidate[]) =>
      rankedPlaces(
        given.map(({ score }) => score),
        choices.ties ? { ties: choices.ties } : {},
      ).flatMap((place) => given[place] ?? [])
    let left = Array.from(scores.data, (score, index): Candidate => ({ index, score, start: score }))
    if (choices.order) left = inOrder(left)
    const chosen: Candidate[] = []
    for (let round = 0; ; round++) {
      left = left.filter((one) => !(isLow(one) && dropped(one, round)))
      const best = choices.order ? left[0] : inOrder(left)[0]
      if (best === undefined) break
      chosen.push(best)
      left = left
        .filter(({ index }) => index !== best.index)
        .map((one) => ({
          ...one,
          score: (choices.lowered ? one.start : one.score) * by(overlapOf(best, one), sigma),
        }))
    }
    const result = chosen.toSorted(listed)
    return {
      index: i32([result.length], (at) => result[at]?.index ?? 0),
      score: f32([result.length], result.map(returned)),
    }
  }
}

function factor(en: string, zh: string, choice: (overlap: number, sigma: number) => number) {
  return {
    en: `a Soft-NMS that multiplies by ${en}; with the IoU u it is exp(-u² / sigma)`,
    zh: `衰减系数有误的 Soft-NMS（${zh}）；IoU 为 u 时应乘以 exp(-u² / sigma)`,
    cards: ['nms/soft-gaussian', 'nms/soft-gaussian-numeric'],
    choice,
  }
}
