import {
  defineRules,
  type Matrix,
  ofRows,
  type RoundingChoices,
  rounded,
  roundingRules,
  rowsOf,
  transposed,
  type WeightChoices,
  weightRules,
  weightsWith,
} from '#kit'
import type { hardAttention } from './reference.ts'

export const rules = defineRules(gumbelWith, {
  ...weightRules('Gumbel-softmax', { axis: ['attention/softmax-axis'], shift: ['attention/stable-softmax'] }),
  noisy: {
    'noise-ignored': {
      en: 'a softmax or argmax of the logits alone: the noise is not used, so that the largest weight always wins and nothing is sampled',
      zh: '只对 logits 做 softmax 或 argmax：没有用到噪声，于是总是权重最大者胜出，并没有采样',
      cards: ['attention-variants/hard-sample', 'attention-variants/gumbel-max'],
      choice: ({ logits }) => logits,
    },
    'noise-subtracted': {
      en: 'a Gumbel-softmax that subtracts the noise; it is added to the logits',
      zh: '减去了噪声的 Gumbel-softmax；噪声应加到 logits 上',
      cards: ['attention-variants/gumbel-max', 'attention-variants/gumbel-softmax'],
      choice: ({ logits, gumbel }) => combined(logits, gumbel, (logit, noise) => logit - noise),
    },
    'noise-after-temperature': {
      en: 'a Gumbel-softmax that divides the logits alone by tau and adds the noise afterwards; tau divides their sum',
      zh: '只把 logits 除以 tau、之后才加噪声的 Gumbel-softmax；应当先相加，再整体除以 tau',
      cards: ['attention-variants/gumbel-softmax'],
      choice: ({ logits, gumbel, tau }) => combined(logits, gumbel, (logit, noise) => logit + noise * tau),
    },
    'noise-on-probabilities': {
      en: 'a Gumbel-softmax that adds the noise to softmax(logits); it belongs to logits, or to the logarithms of probabilities',
      zh: '把噪声加到 softmax(logits) 上的 Gumbel-softmax；噪声应加到 logits（或概率的对数）上',
      cards: ['attention-variants/gumbel-max', 'attention-variants/gumbel-softmax'],
      choice: ({ logits, gumbel }) => combined(weightsWith(logits, {}), gumbel, (p, noise) => p + noise),
    },
    'logarithm-of-logits': {
      en: 'a Gumbel-softmax that takes the logarithm of the logits, as if they were probabilities: it is NaN where they are negative',
      zh: '对 logits 又取了对数（把它们当成概率）的 Gumbel-softmax：logits 为负时得 NaN',
      cards: ['attention-variants/gumbel-max', 'attention-variants/gumbel-softmax'],
      choice: ({ logits, gumbel }) => combined(logits, gumbel, (logit, noise) => Math.log(logit) + noise),
    },
    'noise-transformed-again': {
      en: 'a Gumbel-softmax that takes -log(-log(gumbel)), as if the noise were still uniform; it is finished already',
      zh: '把 gumbel 当成均匀噪声、又算了一遍 -log(-log(gumbel)) 的 Gumbel-softmax；给出的噪声已经是成品',
      cards: ['attention-variants/gumbel-noise'],
      choice: ({ logits, gumbel }) =>
        combined(logits, gumbel, (logit, noise) => logit - Math.log(-Math.log(noise))),
    },
  },
  temperature: {
    'temperature-ignored': {
      en: 'a Gumbel-softmax with a temperature of 1 whatever tau is',
      zh: '不管 tau 是多少、温度总是 1 的 Gumbel-softmax',
      cards: ['attention-variants/gumbel-softmax', 'attention-variants/gumbel-limits'],
      choice: (sum) => sum,
    },
    'temperature-multiplied': {
      en: 'a Gumbel-softmax that multiplies by tau instead of dividing by it: a small tau flattens where it should sharpen',
      zh: '乘以 tau（而不是除以 tau）的 Gumbel-softmax：tau 小时本应更尖锐，却变得更平',
      cards: ['attention-variants/gumbel-limits', 'attention-variants/gumbel-softmax'],
      choice: (sum, tau) => sum * tau,
    },
  },
  hard: {
    'always-soft': {
      en: 'the soft sample even where hard is true',
      zh: '在 hard 为 true 时也返回的软样本',
      cards: ['attention-variants/straight-through'],
      choice: false,
    },
    'always-hard': {
      en: 'a one-hot sample even where hard is false',
      zh: '在 hard 为 false 时也返回的 one-hot 样本',
      cards: ['attention-variants/gumbel-softmax', 'attention-variants/straight-through'],
      choice: true,
    },
  },
  largest: {
    'hard-without-noise': {
      en: 'a hard sample at the largest logit: the noise is used in the soft sample alone, so that nothing is drawn',
      zh: 'hard 为 true 时取 logits 最大的位置：噪声只用在了软样本上，硬样本并没有抽样',
      cards: ['attention-variants/gumbel-max', 'attention-variants/hard-sample'],
      choice: ({ logits }) => logits,
    },
    // Where the soft sample is another one.
    'hard-of-the-sums': { choice: added },
  },
  across: {
    'hard-over-columns': {
      en: 'a hard sample with a 1 at the largest entry of each column (axis 0); each row has one',
      zh: '硬样本的 1 取在每一列（axis 0）的最大处；应当每行一个',
      cards: ['attention/softmax-axis', 'attention-variants/straight-through'],
      choice: 'columns',
    },
  },
  hardened: {
    'hard-keeps-the-weight': {
      en: 'a hard sample that keeps the soft weight at its maximum; a one-hot row has a 1 there',
      zh: '硬样本在最大处保留了软权重；one-hot 在该处应为 1',
      cards: ['attention-variants/straight-through', 'attention-variants/straight-through-code'],
      choice: (row) => oneHotAt(row, row.indexOf(Math.max(...row)), Math.max(...row)),
    },
    'hard-by-rounding': {
      en: 'a hard sample that rounds each weight to 0 or 1: a row whose largest weight is below 0.5 chooses nothing',
      zh: '把每个权重四舍五入成 0 或 1 的硬样本：最大权重不到 0.5 的行一个都没选',
      cards: ['attention-variants/hard-sample', 'attention-variants/straight-through'],
      choice: (row) => row.map((weight) => Number(weight > 0.5)),
    },
    'hard-takes-all-ties': {
      en: 'a hard sample with a 1 at every entry that equals the maximum; of equal entries only the first is chosen',
      zh: '所有等于最大值的位置都为 1 的硬样本；并列时只应选第一个',
      cards: ['pooling/ties'],
      choice: (row) => row.map((weight) => Number(weight === Math.max(...row))),
    },
    'hard-takes-last-tie': {
      en: 'a hard sample that takes the last of equal maxima; the first is chosen',
      zh: '并列时取最后一个最大值的硬样本；应取第一个',
      cards: ['pooling/ties'],
      choice: (row) => oneHotAt(row, row.lastIndexOf(Math.max(...row)), 1),
    },
  },
  ...roundingRules([4], ['attention-variants/gumbel-softmax']),
})

interface Choices extends WeightChoices, RoundingChoices {
  readonly noisy?: (at: Drawn) => Matrix
  readonly temperature?: (sum: number, tau: number) => number
  readonly hard?: boolean
  /** Of which the hard sample takes the largest, where it is not the soft sample. */
  readonly largest?: (at: Drawn) => Matrix
  readonly across?: 'columns'
  /** Of a row of the soft sample. */
  readonly hardened?: (row: readonly number[]) => readonly number[]
}

interface Drawn {
  readonly logits: Matrix
  readonly gumbel: Matrix
  readonly tau: number
}

function gumbelWith(choices: Choices): typeof hardAttention {
  const { noisy = added, temperature = (sum, tau) => sum / tau } = choices
  return (logits, gumbel, tau, hard) => {
    const drawn = { logits: rowsOf(logits), gumbel: rowsOf(gumbel), tau }
    const sums = noisy(drawn)
    const soft = weightsWith(
      sums.map((row) => row.map((sum) => temperature(sum, tau))),
      choices,
    )
    const rows = (choices.hard ?? hard) ? hardSample(choices.largest?.(drawn) ?? soft, choices) : soft
    return ofRows(
      rows.map((row) => row.map((weight) => rounded(weight, choices))),
      logits.shape[1] ?? 0,
    )
  }
}

function hardSample(soft: Matrix, { across, hardened = first }: Choices): Matrix {
  return across === undefined ? soft.map(hardened) : transposed(transposed(soft).map(hardened))
}

function added({ logits, gumbel }: Drawn): Matrix {
  return combined(logits, gumbel, (logit, noise) => logit + noise)
}

function combined(one: Matrix, other: Matrix, of: (one: number, other: number) => number): Matrix {
  return one.map((row, t) => row.map((value, s) => of(value, other[t]?.[s] ?? 0)))
}

function first(row: readonly number[]): readonly number[] {
  return oneHotAt(row, row.indexOf(Math.max(...row)), 1)
}

function oneHotAt(row: readonly number[], place: number, value: number): readonly number[] {
  return row.map((_, at) => (at === place ? value : 0))
}
