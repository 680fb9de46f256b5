import type { Random } from '../../../core/random.ts'
import { f32, type Nd, u8 } from '../../arrays.ts'
import type { Invariance, Trait } from '../../define-grader.ts'
import { otherOrder, reordered } from '../../places.ts'

/** Detections that have been matched: which are true positives, and their scores. */
export type Hits = readonly [tp: Nd<'u8'>, scores: Nd<'f32'>]

/** Rows are tp, score. */
export function hits(...rows: readonly (readonly [tp: number, score: number])[]): Hits {
  return [u8([rows.length], (at) => rows[at]?.[0] ?? 0), f32([rows.length], (at) => rows[at]?.[1] ?? 0)]
}

/** More than a byte can count, in no order of score, and with many equal scores. */
export function manyHits(): Hits {
  return hits(...Array.from({ length: 2000 }, (_, at) => [at % 3 ? 1 : 0, (at * 773) % 100] as const))
}

export function countHits({ data }: Nd<'u8'>): number {
  return data.reduce((sum, hit) => sum + hit, 0)
}

/** The better the score the more hits, as a detector has it; some objects are missed. */
export function drawHits(random: Random): readonly [...Hits, positives: number] {
  const score = random.pick([random.real, random.normal, () => random.int(-4, 4) / 4])
  const rows = Array.from({ length: random.pick([1, 2, 3, 5, 8, 13, 40]) }, () => {
    const value = score()
    return [random.real() < 0.5 + value / 3 ? 1 : 0, value] as const
  })
  const [tp, scores] = hits(...rows)
  return [tp, scores, countHits(tp) + random.pick([0, 0, 1, 2, 3, 10])]
}

/** Of whatever is told from the ranking alone. */
export function hitRelations<Rest extends readonly unknown[]>(): readonly Invariance<
  readonly [...Hits, ...Rest]
>[] {
  return [
    {
      name: { en: 'scores halved', zh: '得分减半' },
      change: (_, tp, scores, ...rest) => ({
        args: [tp, f32(scores.shape, (at) => (scores.data[at] ?? 0) / 2), ...rest],
      }),
    },
    {
      name: { en: 'detections in another order', zh: '检测的次序打乱' },
      change: (random, tp, scores, ...rest) => {
        // Between equal scores the order decides.
        if (new Set(scores.data).size < scores.data.length) return { args: [tp, scores, ...rest] }
        const order = otherOrder(random, scores.data.length)
        return { args: [reordered(tp, 0, order), reordered(scores, 0, order), ...rest] }
      },
    },
  ]
}

export function hitTraits(): readonly Trait<readonly [...Hits, positives: number, ...unknown[]]>[] {
  return [
    {
      text: { en: 'two scores are equal', zh: '有得分相同的检测' },
      holds: (_, { data }) => new Set(data).size < data.length,
    },
    {
      text: { en: 'a score is negative', zh: '有得分为负' },
      holds: (_, { data }) => data.some((x) => x < 0),
    },
    { text: { en: 'there is no detection', zh: '没有检测' }, holds: ({ data }) => data.length === 0 },
    { text: { en: 'there is no object', zh: '没有目标' }, holds: (...args) => args[2] === 0 },
    {
      text: { en: 'some objects are missed', zh: '有目标漏检' },
      holds: (tp, _, positives) => positives > countHits(tp),
    },
    {
      text: { en: 'the scores do not come in falling order', zh: '得分未按从高到低给出' },
      holds: (_, { data }) => data.some((score, at) => score > (data[at - 1] ?? score)),
    },
  ]
}
