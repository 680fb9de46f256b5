import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'
import type { Relation, Tolerance, Trait } from '../../define-grader.ts'
import { uniformNoise } from '../../noise.ts'

/** What attention begins its arguments with: f32[T,D], f32[S,D] and f32[S,E]. */
export type AttentionInputs = readonly [q: Nd<'f32'>, k: Nd<'f32'>, v: Nd<'f32'>]

/** Of weights by a softmax of scores. */
export const ATTENTION_TOLERANCE: Tolerance = {
  rtol: 1e-5,
  atol: 1e-2,
  why: 'f32 adds a score of 64 products of 100 up to within 1e-3. Where scores near 800 lie so close together that this shifts the weights, whole f32 programs were off by up to 6e-3 of values up to 10.',
}

/** Normal, or so large that a few keys take all the weight. */
export function drawAttention(
  random: Random,
  queries: number,
  keys: number,
): [q: Nd<'f32'>, k: Nd<'f32'>, v: Nd<'f32'>] {
  const [width, depth, scale] = [random.pick([1, 2, 3, 4, 8]), random.int(1, 4), random.pick([0.5, 1, 1, 2])]
  const score = () => Math.max(-4, Math.min(4, scale * random.normal()))
  return [
    f32([queries, width], score),
    f32([keys, width], score),
    f32([keys, depth], () => 2 * random.real() - 1),
  ]
}

/** For a budget. */
export function attentionNoise(
  random: Random,
  queries: number,
  keys: number,
  width: number,
): [q: Nd<'f32'>, k: Nd<'f32'>, v: Nd<'f32'>] {
  return [
    uniformNoise(random, [queries, width], 2),
    uniformNoise(random, [keys, width], 2),
    uniformNoise(random, [keys, width], 1),
  ]
}

/** @param _of the function, for its types */
export function attentionRelations<Rest extends readonly unknown[]>(
  _of: (...args: [...AttentionInputs, ...Rest]) => Nd<'f32'>,
): readonly Relation<[...AttentionInputs, ...Rest], Nd<'f32'>>[] {
  return [
    {
      name: { en: 'queries doubled and keys halved', zh: '查询乘 2、键除以 2' },
      change: (_, q, k, v, ...rest) => ({ args: [times(2, q), times(1 / 2, k), v, ...rest] }),
    },
    {
      name: { en: 'values times -2', zh: '值乘以 -2' },
      change: (_, q, k, v, ...rest) => ({
        args: [q, k, times(-2, v), ...rest],
        answer: (before) => times(-2, before),
      }),
    },
  ]
}

export function attentionTraits(): readonly Trait<readonly [...AttentionInputs, ...unknown[]]>[] {
  return [
    {
      text: { en: 'there is more than one query', zh: '查询多于 1 个' },
      holds: ({ shape }) => lengthOf(shape) > 1,
    },
    {
      text: { en: 'there is more than one key', zh: '键多于 1 个' },
      holds: (_, { shape }) => lengthOf(shape) > 1,
    },
    { text: { en: 'D is more than 1', zh: 'D 大于 1' }, holds: ({ shape: [, width = 0] }) => width > 1 },
    {
      text: { en: 'a value has another width than a query', zh: '值与查询的宽度不同' },
      holds: ({ shape: [, width] }, _, { shape: [, depth] }) => width !== depth,
    },
  ]
}

/** By a power of two, so that nothing is rounded. */
function times(factor: number, { shape, data }: Nd<'f32'>): Nd<'f32'> {
  return f32(shape, (at) => factor * (data[at] ?? 0))
}

function lengthOf([length = 0]: readonly number[]): number {
  return length
}
