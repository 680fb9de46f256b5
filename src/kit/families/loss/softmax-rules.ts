import type { RuleTable } from '../../rules.ts'
import { SMALL_CONSTANTS } from './small-constants.ts'

/** What programs choose otherwise between the logits of a batch and the logarithms of its probabilities. */
export interface SoftmaxChoices {
  /** What is taken off before the exponential; a sample's own highest logit is right. */
  readonly shift?: 'nothing' | 'the highest of all' | 'the highest of each class'
  /** What adds up to 1, where it is not the classes of a sample. */
  readonly over?: 'samples' | 'everything'
  readonly times?: 2
  /** Of a probability that has been rounded, instead of the difference to the log-sum-exp. */
  readonly logarithm?: (p: number, floor: number) => number
  readonly floor?: number
  readonly logSum?: 'without the maximum' | 'base two' | 'base ten'
  readonly arithmetic?: Arithmetic
}

interface Arithmetic {
  readonly precision?: 'f32' | 'stored as f32'
  /** Whether a probability is the exponential of its logarithm, where no fraction is made. */
  readonly fraction?: 'none'
  /** Whether the logarithm of the right class is a sum of products with the one-hot label: 0 times infinity is NaN. */
  readonly label?: 'one-hot'
}

interface Probabilities {
  /** A row for each sample. */
  readonly p: readonly (readonly number[])[]
  readonly logP: readonly (readonly number[])[]
}

/** @param logits a row for each sample */
export function softmaxWith(logits: readonly (readonly number[])[], choices: SoftmaxChoices): Probabilities {
  const once = softmaxOf(logits, choices)
  return choices.times ? softmaxOf(once.p, choices) : once
}

function softmaxOf(rows: readonly (readonly number[])[], choices: SoftmaxChoices): Probabilities {
  const { logarithm, floor = 1e-12, logSum, arithmetic: { precision, fraction } = {} } = choices
  const [computed, stored] = [precision === 'f32' ? Math.fround : exact, precision ? Math.fround : exact]
  const groupOf = grouping(choices)
  const shifted = shiftedBy(highestOf(rows, choices), rows)
  const powers = mapCells(shifted, (z) => computed(Math.exp(computed(z))), groupOf)
  const totals: number[] = []
  mapCells(powers, (power, at) => (totals[at] = computed((totals[at] ?? 0) + power)), groupOf)
  const p = mapCells(powers, (power, at) => stored(power / (totals[at] ?? 0)), groupOf)
  if (logarithm) return { p, logP: mapCells(p, (one) => logarithm(one, floor), groupOf) }
  const less = logSum === 'without the maximum' ? rows : shifted
  const log = logSum === 'base two' ? Math.log2 : logSum === 'base ten' ? Math.log10 : Math.log
  const logP = mapCells(less, (z, at) => z - log(totals[at] ?? 0), groupOf)
  return { p: fraction === 'none' ? mapCells(logP, Math.exp, groupOf) : p, logP }
}

/** Which numbers add up to 1 with that of a sample and class. */
type Grouping = (sample: number, k: number) => number

function grouping({ over }: SoftmaxChoices): Grouping {
  if (over === 'everything') return () => 0
  return over === 'samples' ? (_, k) => k : (sample) => sample
}

/** By group, for the numbers of which it is taken off. */
function highestOf(
  rows: readonly (readonly number[])[],
  choices: SoftmaxChoices,
): { readonly tops: readonly number[]; readonly groupOf: Grouping } {
  const groupOf = shiftGrouping(choices)
  const tops: number[] = []
  mapCells(rows, (z, at) => (tops[at] = Math.max(tops[at] ?? -Infinity, z)), groupOf)
  return { tops: choices.shift === 'nothing' ? tops.map(() => 0) : tops, groupOf }
}

function shiftGrouping({ shift, over }: SoftmaxChoices): Grouping {
  if (shift === 'the highest of all') return () => 0
  return shift === 'the highest of each class' ? (_, k) => k : grouping(over ? { over } : {})
}

function shiftedBy(
  { tops, groupOf }: ReturnType<typeof highestOf>,
  rows: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return mapCells(rows, (z, at) => z - (tops[at] ?? 0), groupOf)
}

function mapCells(
  rows: readonly (readonly number[])[],
  change: (value: number, group: number) => number,
  groupOf: Grouping,
): readonly (readonly number[])[] {
  return rows.map((row, sample) => row.map((value, k) => change(value, groupOf(sample, k))))
}

/** Of the right class. */
export function logOf(logP: readonly number[], label: number, { arithmetic }: SoftmaxChoices): number {
  if (arithmetic?.label !== 'one-hot') return logP[label] ?? 0
  return logP.reduce((sum, one, k) => sum + (k === label ? 1 : 0) * one, 0)
}

function exact(value: number): number {
  return value
}

export function softmaxRules(): Required<RuleTable<SoftmaxChoices>> {
  return {
    shift: {
      'maximum-not-subtracted': {
        en: 'a softmax without the maximum taken off first: the exponential of 1000 is infinite, those of -1000 are all 0',
        zh: '没有先减去最大值的 softmax：exp(1000) 上溢为无穷大，exp(-1000) 全部下溢为 0',
        cards: ['cross-entropy/logsumexp'],
        choice: 'nothing',
      },
      'maximum-of-the-batch': {
        en: 'a softmax that takes off the maximum of the whole batch: a sample far below it underflows, and 0 is divided by 0',
        zh: '减去整个批次最大值的 softmax：远低于它的样本全部下溢，变成 0 除以 0',
        cards: ['cross-entropy/logsumexp'],
        choice: 'the highest of all',
      },
      'maximum-of-each-class': {
        en: 'a softmax that takes off the maximum of each class over the batch (axis 0): only what is the same for a whole row cancels',
        zh: '减去了每个类别在整个批次上的最大值（axis 0）：只有对整行都相同的数才能约掉',
        cards: ['cross-entropy/logsumexp'],
        choice: 'the highest of each class',
      },
    },
    over: {
      'softmax-over-samples': {
        en: 'a softmax over the samples of each class (axis 0); each row, the classes of one sample, adds up to 1',
        zh: '沿样本方向（axis 0）做的 softmax；应当让每一行（一个样本的各类别）之和为 1',
        cards: ['cross-entropy/definition', 'cross-entropy/gradient'],
        choice: 'samples',
      },
      'softmax-over-everything': {
        en: 'a softmax over the whole batch at once; each row, the classes of one sample, adds up to 1',
        zh: '对整个批次一起做的 softmax；应当让每一行（一个样本的各类别）之和为 1',
        cards: ['cross-entropy/definition', 'cross-entropy/gradient'],
        choice: 'everything',
      },
    },
    times: {
      'double-softmax': {
        en: 'a softmax that is applied twice, as where the network already ends in one',
        zh: '做了两次 softmax（就像网络末层已经有一个 softmax）',
        cards: ['cross-entropy/double-softmax'],
        choice: 2,
      },
    },
    logarithm: {
      'log-of-softmax': {
        en: 'a logarithm of the finished softmax: a small probability is 0 before the logarithm is taken, and the loss infinite',
        zh: '先算完 softmax 再取对数：很小的概率先下溢成 0，损失变成无穷大',
        cards: ['cross-entropy/log-of-softmax', 'cross-entropy/logsumexp'],
        choice: (p) => Math.log(p),
      },
      'constant-inside-log': {
        en: 'a loss with a small constant added inside the logarithm: it hides the underflow and caps the loss',
        zh: '在对数里加了一个小常数的损失：掩盖了下溢，使损失封顶',
        cards: ['cross-entropy/log-of-softmax', 'cross-entropy/logsumexp'],
        choice: (p, floor) => Math.log(p + floor),
      },
      'probability-clipped': {
        en: 'a loss of probabilities that are clipped away from 0 and 1: it hides the underflow and caps the loss',
        zh: '先把概率截断到离开 0 和 1 再取对数的损失：掩盖了下溢，使损失封顶',
        cards: ['cross-entropy/log-of-softmax', 'cross-entropy/logsumexp'],
        choice: (p, floor) => Math.log(Math.min(Math.max(p, floor), 1 - floor)),
      },
    },
    floor: SMALL_CONSTANTS,
    logSum: {
      'maximum-not-added-back': {
        en: 'a log-sum-exp to which the maximum that was taken off is not added back: each row is off by its maximum',
        zh: '减去的最大值没有加回 log-sum-exp：每一行都差了该行的最大值',
        cards: ['cross-entropy/logsumexp'],
        choice: 'without the maximum',
      },
      'log-sum-in-bits': {
        en: 'a log-sum-exp with the logarithm to base 2: only the natural one undoes exp',
        zh: 'log-sum-exp 用了以 2 为底的对数：只有自然对数才与 exp 互逆',
        cards: ['cross-entropy/logsumexp', 'cross-entropy/information'],
        choice: 'base two',
      },
      'log-sum-in-base-ten': {
        en: 'a log-sum-exp with the logarithm to base 10: only the natural one undoes exp',
        zh: 'log-sum-exp 用了以 10 为底的对数：只有自然对数才与 exp 互逆',
        cards: ['cross-entropy/logsumexp', 'cross-entropy/information'],
        choice: 'base ten',
      },
    },
    arithmetic: {
      f32: { choice: { precision: 'f32' } },
      'stored-as-f32': { choice: { precision: 'stored as f32' } },
      'no-fraction': { choice: { fraction: 'none' } },
      'no-fraction-in-f32': { choice: { precision: 'f32', fraction: 'none' } },
      'one-hot': { choice: { label: 'one-hot' } },
      'one-hot-in-f32': { choice: { precision: 'f32', label: 'one-hot' } },
    },
  }
}
