import {
  countHits,
  defineGrader,
  drawHits,
  hitRelations,
  hits,
  hitTraits,
  manyHits,
  type Nd,
  type Random,
  type Text,
} from '#kit'
import { averagePrecision } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof averagePrecision>

const METHODS = ['voc07', 'area', 'coco101'] as const

export const grader = defineGrader({
  reference: averagePrecision,
  examples: METHODS.map((method): Args => [...hits([1, 0.9], [0, 0.8], [1, 0.7]), 3, method]),
  cases: METHODS.flatMap((method): [Text, ...Args][] => [
    named(method, { en: 'one object, found', zh: '1 个目标，已找到' }, hits([1, 0.9]), 1),
    named(
      method,
      { en: 'a false positive first', zh: '假阳性排在最前' },
      hits([0, 0.9], [1, 0.8], [1, 0.7]),
      3,
    ),
    named(method, { en: 'not in order', zh: '未按得分排列' }, hits([0, 0.1], [1, 0.2], [1, 0.9]), 3),
    named(
      method,
      { en: 'precision falls and rises again', zh: '精确率先降后升' },
      hits([1, 0.9], [0, 0.8], [0, 0.7], [1, 0.6], [1, 0.5], [1, 0.4]),
      7,
    ),
    named(
      method,
      { en: 'all found, one false positive between', zh: '全部找到，中间有 1 个假阳性' },
      hits([1, 0.9], [0, 0.8], [1, 0.7], [1, 0.6]),
      3,
    ),
    named(
      method,
      { en: 'a false positive after all are found', zh: '全部找到之后还有 1 个假阳性' },
      hits([1, 0.9], [0, 0.8]),
      1,
    ),
    named(method, { en: 'equal scores', zh: '得分相同' }, hits([0, 0.5], [1, 0.5], [0, 0.5], [1, 0.5]), 3),
    named(method, { en: 'only false positives', zh: '全是假阳性' }, hits([0, 0.9], [0, 0.8]), 3),
    named(method, { en: 'no detection', zh: '没有检测' }, hits(), 3),
    named(method, { en: 'no object', zh: '没有目标' }, hits([0, 0.9], [0, 0.8]), 0),
    named(method, { en: 'neither detection nor object', zh: '检测和目标都没有' }, hits(), 0),
    named(method, { en: '2000 detections', zh: '2000 个检测' }, manyHits(), 1999),
  ]),
  random: (random) => settle(random, ...drawHits(random), random.pick(METHODS)),
  settle,
  valid: (tp, _scores, positives, method) => positives >= countHits(tp) && isClear(tp, positives, method),
  relations: hitRelations<[positives: number, method: Args[3]]>(),
  tolerance: {
    rtol: 0,
    atol: 1e-6,
    why: 'precisions are ratios of counts; adding up to 2000 of them leaves 1e-13 in f64, and averaging in f32 some 1e-7.',
  },
  performance: {
    lean: {
      en: 'Sort once and go from the right with the best precision so far; a comparison of every recall with every level holds 101 times D flags.',
      zh: '只排序一次，从右往左记住目前最好的精确率；把每个召回率与每个点都比较一遍，要存 101 × D 个标志。',
      cards: ['average-precision/envelope'],
    },
  },
  rules,
  traits: [
    ...hitTraits(),
    ...METHODS.map((method) => ({
      text: { en: `method is ${method}`, zh: `method 为 ${method}` },
      holds: (...args: Args) => args[3] === method,
    })),
  ],
})

function named(
  method: Args[3],
  { en, zh }: Text,
  [tp, scores]: ReturnType<typeof hits>,
  positives: number,
): [Text, ...Args] {
  return [{ en: `${method}: ${en}`, zh: `${method}：${zh}` }, tp, scores, positives, method]
}

/** As many objects as there are true positives, or the next more of which no share is a level. */
function settle(_: Random, tp: Nd<'u8'>, scores: Nd<'f32'>, asked: number, method: Args[3]): Args {
  let positives = Math.max(asked, countHits(tp))
  while (!isClear(tp, positives, method)) positives++
  return [tp, scores, positives, method]
}

/** No recall but 0 and 1 is one of the levels: i / 100 and 0.01 i are not always the same number. */
function isClear(tp: Nd<'u8'>, positives: number, method: Args[3]): boolean {
  if (method === 'area') return true
  const steps = method === 'voc07' ? 10 : 100
  const found = Array.from({ length: countHits(tp) }, (_, at) => at + 1)
  return found.every((count) => count === positives || (count * steps) % positives !== 0)
}
