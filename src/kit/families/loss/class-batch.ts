import type { Text } from '../../../core/locale.ts'
import type { Random } from '../../../core/random.ts'
import { f32, i32, type Nd } from '../../arrays.ts'
import type { NamedArgs, Relation, Trait } from '../../define-grader.ts'
import { otherOrder, reordered } from '../../places.ts'

/** What a loss over classes begins its arguments with: a row of logits for each sample, and the class that is right. */
export type ClassBatch = readonly [logits: Nd<'f32'>, labels: Nd<'i32'>]

/** @param settings what follows the batch */
export function classBatchCases<const Settings extends readonly unknown[]>(
  ...settings: Settings
): readonly NamedArgs<readonly [...ClassBatch, ...Settings]>[] {
  return BATCHES.map(([name, rows, labels]) => [
    name,
    f32([rows.length, rows[0]?.length ?? 0], rows.flat()),
    i32([labels.length], labels),
    ...settings,
  ])
}

const BATCHES: readonly (readonly [
  name: Text,
  rows: readonly (readonly number[])[],
  labels: readonly number[],
])[] = [
  [{ en: 'two equal logits', zh: '两个 logit 相等' }, [[0, 0]], [0]],
  [
    { en: 'two samples', zh: '两个样本' },
    [
      [0, 0],
      [2, 0],
    ],
    [0, 1],
  ],
  [{ en: 'three classes, the last is right', zh: '3 类，最后一类为真' }, [[1, 2, 3]], [2]],
  [
    { en: 'as many samples as classes', zh: '样本数等于类别数' },
    [
      [1, -1, 0.5],
      [3, 0, 0],
      [-2, 1, 4],
    ],
    [1, 0, 2],
  ],
  [{ en: 'a single class', zh: '只有 1 类' }, [[3]], [0]],
  [{ en: 'all logits 100', zh: 'logit 全为 100' }, [[100, 100, 100]], [1]],
  [{ en: 'all logits 1000', zh: 'logit 全为 1000' }, [[1000, 1000]], [0]],
  [{ en: 'all logits -1000', zh: 'logit 全为 -1000' }, [[-1000, -1000]], [1]],
  [{ en: 'the right class is 30 below', zh: '真实类别低 30' }, [[0, 30]], [0]],
  [{ en: 'the right class is 120 below', zh: '真实类别低 120' }, [[0, 120, 7]], [0]],
  [{ en: 'the right class is 2000 below', zh: '真实类别低 2000' }, [[1000, -1000]], [1]],
  [
    { en: 'one sample far above the other', zh: '一个样本远高于另一个' },
    [
      [1000, 999],
      [-1000, -998],
    ],
    [0, 0],
  ],
  [
    { en: 'three samples far apart', zh: '3 个样本相差很远' },
    [
      [900, 0, 1],
      [-900, -899, -901],
      [-5, 880, -900],
    ],
    [0, 2, 0],
  ],
  [{ en: '32 classes', zh: '32 类' }, [Array.from({ length: 32 }, (_, k) => k / 8)], [31]],
]

/**
 * Logits of any scale, rows far above or below one another. They are multiples of 1/1024, so that a whole number can be
 * added to them exactly.
 */
export function drawClassBatch(random: Random): ClassBatch {
  const [samples, classes] = [random.int(1, 6), random.int(1, 6)]
  const [scale, apart] = [random.pick([1, 1, 5, 30, 400]), random.pick([0, 0, 50, 600])]
  const rows = Array.from({ length: samples }, () => Math.round(apart * random.normal()))
  const logits = (at: number) => onGrid((rows[Math.floor(at / classes)] ?? 0) + scale * random.normal())
  return [f32([samples, classes], logits), i32([samples], () => random.int(0, classes - 1))]
}

function onGrid(logit: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.round(logit * 1024) / 1024))
}

/** As the ranges have it: beyond what an exponential in double precision can hold. */
const MOST = 1000

/** The labels of whatever was drawn, below the number of classes. */
export function labelsBelow({ shape: [, classes = 1] }: Nd<'f32'>, labels: Nd<'i32'>): Nd<'i32'> {
  return i32(labels.shape, (at) => (labels.data[at] ?? 0) % classes)
}

export function areLabelsBelow({ shape: [, classes = 1] }: Nd<'f32'>, labels: Nd<'i32'>): boolean {
  return labels.data.every((label) => label < classes)
}

/**
 * @param _of the loss, for its types
 * @param changed what becomes of a result when its gradient, if it has one, changes so
 */
export function classBatchRelations<Rest extends readonly unknown[], Result>(
  _of: (...args: [...ClassBatch, ...Rest]) => Result,
  changed: (before: Result, change: (grad: Nd<'f32'>) => Nd<'f32'>) => Result,
): readonly Relation<[...ClassBatch, ...Rest], Result>[] {
  return [
    {
      name: { en: 'samples in another order', zh: '样本次序打乱' },
      change(random, logits, labels, ...rest) {
        const order = otherOrder(random, labels.data.length)
        return {
          args: [reordered(logits, 0, order), reordered(labels, 0, order), ...rest],
          answer: (before) => changed(before, (grad) => reordered(grad, 0, order)),
        }
      },
    },
    {
      name: { en: 'classes in another order', zh: '类别次序打乱' },
      change(random, logits, labels, ...rest) {
        const order = otherOrder(random, logits.shape[1] ?? 0)
        const renamed = i32(labels.shape, (at) => order.indexOf(labels.data[at] ?? 0))
        return {
          args: [reordered(logits, 1, order), renamed, ...rest],
          answer: (before) => changed(before, (grad) => reordered(grad, 1, order)),
        }
      },
    },
    {
      name: { en: 'all logits moved to one side', zh: 'logit 整体平移' },
      change(random, logits, labels, ...rest) {
        const most = Math.floor(MOST - logits.data.reduce((top, logit) => Math.max(top, Math.abs(logit)), 0))
        const by = random.pick([-1, 1]) * most
        return { args: [f32(logits.shape, (at) => (logits.data[at] ?? 0) + by), labels, ...rest] }
      },
    },
  ]
}

export function classBatchTraits(): readonly Trait<readonly [...ClassBatch, ...unknown[]]>[] {
  return [
    {
      text: { en: 'there is more than one sample', zh: '样本多于 1 个' },
      holds: (_, { data }) => data.length > 1,
    },
    {
      text: {
        en: 'a logit is above 88, whose exponential overflows in f32',
        zh: '有 logit 大于 88（其指数在 f32 中上溢）',
      },
      holds: ({ data }) => data.some((logit) => logit > 88),
    },
    {
      text: { en: 'the logits of a sample are more than 100 apart', zh: '某个样本的 logit 相差超过 100' },
      holds: (logits) => rowsOf(logits).some((row) => Math.max(...row) - Math.min(...row) > 100),
    },
    {
      text: { en: 'the right class does not have the highest logit', zh: '真实类别的 logit 不是最大' },
      holds: (logits, labels) =>
        rowsOf(logits).some((row, at) => (row[labels.data[at] ?? 0] ?? 0) < Math.max(...row)),
    },
  ]
}

export function rowsOf({
  shape: [rows = 0, columns = 0],
  data,
}: Nd<'f32' | 'f64'>): readonly (readonly number[])[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns)),
  )
}
