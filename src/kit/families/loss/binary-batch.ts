import type { Text } from '../../../core/locale.ts'
import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'
import type { NamedArgs, Relation, Trait } from '../../define-grader.ts'
import { otherOrder, reordered } from '../../places.ts'

/** What a loss of yes or no begins its arguments with: a logit for each example, and how far the answer is yes. */
export type BinaryBatch = readonly [logits: Nd<'f32'>, targets: Nd<'f32'>]

/** @param settings what follows the batch */
export function binaryBatchCases<const Settings extends readonly unknown[]>(
  ...settings: Settings
): readonly NamedArgs<readonly [...BinaryBatch, ...Settings]>[] {
  return BATCHES.map(([name, logits, targets]) => [
    name,
    f32([logits.length], logits),
    f32([targets.length], targets),
    ...settings,
  ])
}

const BATCHES: readonly (readonly [name: Text, logits: readonly number[], targets: readonly number[]])[] = [
  [{ en: 'an undecided positive', zh: '模棱两可的正样本' }, [0], [1]],
  [{ en: 'an undecided negative', zh: '模棱两可的负样本' }, [0], [0]],
  [{ en: 'an easy and a hard positive', zh: '一易一难两个正样本' }, [2, -2], [1, 1]],
  [{ en: 'an easy and a hard negative', zh: '一易一难两个负样本' }, [-2, 2], [0, 0]],
  [
    { en: 'one positive among three negatives', zh: '1 个正样本，3 个负样本' },
    [1, -1, 0.5, -3],
    [1, 0, 0, 0],
  ],
  [{ en: 'a positive at -20', zh: 'logit 为 -20 的正样本' }, [-20], [1]],
  [{ en: 'a negative at 20', zh: 'logit 为 20 的负样本' }, [20], [0]],
  [{ en: 'a negative at 40', zh: 'logit 为 40 的负样本' }, [40], [0]],
  [{ en: 'a positive at -120', zh: 'logit 为 -120 的正样本' }, [-120], [1]],
  [{ en: 'a positive at 900', zh: 'logit 为 900 的正样本' }, [900], [1]],
  [{ en: 'a negative at -900', zh: 'logit 为 -900 的负样本' }, [-900], [0]],
  [{ en: 'right beyond all doubt', zh: '完全确信且正确' }, [1000, -1000], [1, 0]],
  [{ en: 'wrong beyond all doubt', zh: '完全确信却错误' }, [-1000, 1000], [1, 0]],
]

/** @param target of an example */
export function drawBinaryBatch(random: Random, target: () => number): BinaryBatch {
  const [size, scale] = [random.int(1, 8), random.pick([1, 1, 4, 20, 300])]
  const logit = () => Math.max(-MOST, Math.min(MOST, scale * random.normal()))
  return [f32([size], logit), f32([size], target)]
}

/** As the ranges have it: beyond what an exponential in double precision can hold. */
const MOST = 1000

/**
 * @param _of the loss, for its types
 * @param mirrored what follows the batch, where yes and no have changed places
 */
export function binaryBatchRelations<
  Rest extends readonly unknown[],
  Result extends { readonly loss: number; readonly grad: Nd<'f32'> },
>(
  _of: (...args: [...BinaryBatch, ...Rest]) => Result,
  mirrored: (rest: Rest) => Rest,
): readonly Relation<[...BinaryBatch, ...Rest], Result>[] {
  return [
    {
      name: { en: 'examples in another order', zh: '样本次序打乱' },
      change(random, logits, targets, ...rest) {
        const order = otherOrder(random, logits.data.length)
        return {
          args: [reordered(logits, 0, order), reordered(targets, 0, order), ...rest],
          answer: (before) => ({ ...before, grad: reordered(before.grad, 0, order) }),
        }
      },
    },
    {
      name: { en: 'yes and no exchanged', zh: '正负样本互换' },
      change: (_, logits, targets, ...rest) => ({
        args: [
          f32(logits.shape, (at) => -(logits.data[at] ?? 0)),
          f32(targets.shape, (at) => 1 - (targets.data[at] ?? 0)),
          ...mirrored(rest),
        ],
        answer: (before) => ({ ...before, grad: f32(logits.shape, (at) => -(before.grad.data[at] ?? 0)) }),
      }),
    },
  ]
}

export function binaryBatchTraits(): readonly Trait<readonly [...BinaryBatch, ...unknown[]]>[] {
  return [
    {
      text: { en: 'there is more than one example', zh: '样本多于 1 个' },
      holds: ({ data }) => data.length > 1,
    },
    {
      text: {
        en: 'a logit is beyond ±17: the sigmoid of its magnitude is 1 in f32',
        zh: '有 logit 超出 ±17：其绝对值的 sigmoid 在 f32 中等于 1',
      },
      holds: ({ data }) => data.some((logit) => Math.abs(logit) > 17),
    },
    { text: { en: 'a target is 0', zh: '有目标为 0' }, holds: (_, { data }) => data.includes(0) },
    { text: { en: 'a target is 1', zh: '有目标为 1' }, holds: (_, { data }) => data.includes(1) },
  ]
}
