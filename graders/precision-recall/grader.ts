import { countHits, defineGrader, drawHits, hitRelations, hits, hitTraits, manyHits } from '#kit'
import { precisionRecall } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: precisionRecall,
  examples: [[...hits([1, 0.6], [1, 0.9], [0, 0.8], [0, 0.6]), 3]],
  cases: [
    [{ en: 'one detection, a hit', zh: '1 个检测，命中' }, ...hits([1, 0.9]), 1],
    [{ en: 'one detection, no hit', zh: '1 个检测，未命中' }, ...hits([0, 0.9]), 2],
    [{ en: 'a false positive first', zh: '假阳性排在最前' }, ...hits([1, 0.5], [0, 0.75], [1, 0.25]), 2],
    [{ en: 'all scores equal', zh: '得分全部相同' }, ...hits([0, 0.5], [1, 0.5], [0, 0.5], [1, 0.5]), 4],
    [{ en: 'negative scores', zh: '得分为负' }, ...hits([0, -3], [1, -1], [1, -2]), 5],
    [{ en: 'no detection', zh: '没有检测' }, ...hits(), 4],
    [{ en: 'no object', zh: '没有目标' }, ...hits([0, 0.9], [0, 0.8]), 0],
    [
      { en: 'no object, 4 detections', zh: '没有目标，4 个检测' },
      ...hits([0, 0.9], [0, 0.8], [0, 0.4], [0, 0.4]),
      0,
    ],
    [{ en: 'many objects missed', zh: '漏检了很多目标' }, ...hits([1, 0.5], [0, 0.25], [1, 0.75]), 1000],
    [{ en: '2000 detections', zh: '2000 个检测' }, ...manyHits(), 1999],
  ],
  random: drawHits,
  settle: (_, tp, scores, positives) => [tp, scores, Math.max(positives, countHits(tp))],
  valid: (tp, _scores, positives) => positives >= countHits(tp),
  relations: hitRelations<[positives: number]>(),
  tolerance: {
    rtol: 0,
    atol: 1e-6,
    why: 'a result is a ratio of two whole numbers and at most 1: one division rounds it by 1e-16 in f64, by 6e-8 in f32.',
  },
  performance: {
    lean: {
      en: 'One counter of true positives goes down the ranking; nobody needs a matrix that says which detection comes before which.',
      zh: '沿排名往下只需一个真阳性计数器；不需要“谁排在谁前面”的矩阵。',
      cards: ['average-precision/zigzag'],
    },
  },
  rules,
  traits: hitTraits(),
})
