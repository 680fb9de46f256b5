import {
  defineRules,
  f32,
  logOf,
  reductionRules,
  rowsOf,
  type SoftmaxChoices,
  softmaxRules,
  softmaxWith,
} from '#kit'
import type { mlpBackward } from './reference.ts'

// The loss is one number of five: its log-sum-exp is left to cross-entropy, lest the search end before it has found anything.
const { logSum: _, ...softmax } = softmaxRules()

/** The mistakes people make in a backward pass by hand: the ReLU's mask, sums over the batch, and N counted twice or not at all. */
export const rules = defineRules(mlpBackwardWith, {
  ...softmax,
  activation: {
    'relu-missing': {
      en: 'a network without ReLU, in both passes',
      zh: '前向和反向都漏了 ReLU 的网络',
      cards: ['backpropagation/order', 'vanishing-gradients/relu'],
      choice: 'none',
    },
  },
  mask: {
    'relu-not-passed-back': {
      en: 'a backward pass that goes through the ReLU as if it were not there; where it was off the gradient is 0',
      zh: '反向时直接穿过了 ReLU；单元未激活处的梯度应为 0',
      cards: ['backpropagation/order', 'backpropagation/vjp'],
      choice: () => 1,
    },
    'relu-slope-at-zero': {
      en: 'a backward pass with a ReLU slope of 1 at exactly 0; PyTorch takes 0 there',
      zh: '反向时在恰好为 0 处把 ReLU 的斜率取成 1；PyTorch 取 0',
      cards: ['backpropagation/kink'],
      choice: ({ hidden }) => (hidden >= 0 ? 1 : 0),
    },
    'relu-of-the-gradient': {
      en: 'a backward pass that applies ReLU to the gradient; it is the hidden value that decides what passes',
      zh: '反向时对梯度本身做了 ReLU；能否通过应由前向的隐藏值决定',
      cards: ['backpropagation/order', 'backpropagation/vjp'],
      choice: ({ slope }) => (slope > 0 ? 1 : 0),
    },
    'sigmoid-slope': {
      en: 'a backward pass with the slope h (1 - h) of a sigmoid in place of that of ReLU',
      zh: '反向时用的是 sigmoid 的斜率 h (1 - h)，而不是 ReLU 的',
      cards: ['vanishing-gradients/sigmoid-derivative', 'vanishing-gradients/relu'],
      choice: ({ h }) => h * (1 - h),
    },
  },
  // Where a slope is NaN, times 0 is NaN too.
  masked: { 'mask-selects': { choice: 'selects' } },
  label: {
    'label-missing': {
      en: 'a gradient of the logits of p / N: the one-hot label is not taken off',
      zh: 'logits 的梯度是 p / N：没有减去 one-hot 标签',
      cards: ['cross-entropy/gradient'],
      choice: (p) => p,
    },
    'gradient-reversed': {
      en: 'gradients with the sign changed, from label - p; the derivative is p - label, the label one-hot',
      zh: '梯度整体反号（从“标签 - p”出发）；导数是 p 减去 one-hot 标签',
      cards: ['cross-entropy/gradient'],
      choice: (p, y) => y - p,
    },
  },
  shared: {
    'gradients-not-averaged': {
      en: 'gradients that are not divided by N, though the loss is a mean',
      zh: '梯度没有除以 N，而损失取的是平均',
      cards: ['cross-entropy/gradient'],
      choice: () => 1,
    },
    'gradients-averaged-twice': {
      en: 'gradients that are divided by N twice, at the logits and again in each layer',
      zh: '梯度除以了两次 N：在 logits 处一次，每一层又一次',
      cards: ['cross-entropy/gradient', 'backpropagation/matrix-weight'],
      choice: (samples) => samples ** 2,
    },
  },
  reduced: reductionRules({ one: ['cross-entropy/definition'], all: ['cross-entropy/gradient'] }).reduced,
  bias: {
    'bias-gradients-averaged': {
      en: 'bias gradients that are averaged over the batch once more; they are sums of what arrives',
      zh: '偏置的梯度又对批次取了一次平均；应当对传来的梯度求和',
      cards: ['backpropagation/bias'],
      choice: (samples) => 1 / samples,
    },
  },
  below: {
    'w2-gradient-of-the-sums': {
      en: 'a gradient for w2 from the hidden sums before ReLU; its input was h',
      zh: 'w2 的梯度用了 ReLU 之前的加权和；该层的输入是 h',
      cards: ['backpropagation/matrix-weight', 'backpropagation/order'],
      choice: ({ hidden }) => hidden,
    },
  },
  b1: {
    'b1-left-out': {
      en: 'a forward pass without b1',
      zh: '前向时漏了 b1',
      cards: ['backpropagation/bias'],
      choice: 0,
    },
  },
  b2: {
    'b2-left-out': {
      en: 'a forward pass without b2',
      zh: '前向时漏了 b2',
      cards: ['backpropagation/bias'],
      choice: 0,
    },
  },
})

interface Choices extends SoftmaxChoices {
  readonly activation?: 'none'
  /** By what a gradient is multiplied on its way back through a hidden unit. */
  readonly mask?: (unit: Unit & { readonly slope: number }) => number
  readonly masked?: 'selects'
  readonly label?: (p: number, y: number) => number
  /** By what the gradients are divided, and the loss. */
  readonly shared?: (samples: number) => number
  readonly reduced?: (samples: number) => number
  /** By what the gradients of biases are multiplied. */
  readonly bias?: (samples: number) => number
  /** What the gradient of w2 multiplies. */
  readonly below?: (unit: Unit) => number
  readonly b1?: 0
  readonly b2?: 0
}

interface Unit {
  readonly hidden: number
  readonly h: number
}

function mlpBackwardWith(choices: Choices): typeof mlpBackward {
  const { activation = 'relu', label = (p, y) => p - y, bias = () => 1, below = ({ h }) => h } = choices
  const { mask = ({ hidden }) => (hidden > 0 || activation === 'none' ? 1 : 0) } = choices
  const { shared = (samples) => samples, reduced = (samples) => samples } = choices
  return (x, y, w1, b1, w2, b2) => {
    const [samples, units, classes] = [y.data.length, b1.data.length, b2.data.length]
    const layer = rowsOf(x).map((input) =>
      Array.from(b1.data, (offset, j): Unit => {
        const hidden = dot(input, (i) => w1.data[i * units + j]) + (choices.b1 ?? offset)
        return { hidden, h: activation === 'none' ? hidden : Math.max(hidden, 0) }
      }),
    )
    const logits = layer.map((row) =>
      Array.from(b2.data, (offset, k) => {
        const h = row.map((unit) => unit.h)
        return dot(h, (j) => w2.data[j * classes + k]) + (choices.b2 ?? offset)
      }),
    )
    const { p, logP } = softmaxWith(logits, choices)
    const upper = p.map((row, n) =>
      row.map((one, k) => label(one, k === y.data[n] ? 1 : 0) / shared(samples)),
    )
    const lower = layer.map((row, n) =>
      row.map((unit, j) => {
        const slope = dot(upper[n] ?? [], (k) => w2.data[j * classes + k])
        const factor = mask({ ...unit, slope })
        return choices.masked && factor === 0 ? 0 : slope * factor
      }),
    )
    const inputs = rowsOf(x)
    const losses = Array.from(y.data, (right, n) => -logOf(logP[n] ?? [], right, choices))
    return {
      loss: losses.reduce((sum, one) => sum + one, 0) / reduced(samples),
      w1: f32(w1.shape, (at) =>
        over(lower, (row, n) => (inputs[n]?.[Math.floor(at / units)] ?? 0) * (row[at % units] ?? 0)),
      ),
      b1: f32(b1.shape, (j) => bias(samples) * over(lower, (row) => row[j] ?? 0)),
      w2: f32(w2.shape, (at) =>
        over(upper, (row, n) => {
          const unit = layer[n]?.[Math.floor(at / classes)] ?? { hidden: 0, h: 0 }
          return below(unit) * (row[at % classes] ?? 0)
        }),
      ),
      b2: f32(b2.shape, (k) => bias(samples) * over(upper, (row) => row[k] ?? 0)),
    }
  }
}

function dot(values: readonly number[], weight: (at: number) => number | undefined): number {
  return values.reduce((sum, value, at) => sum + value * (weight(at) ?? 0), 0)
}

function over(
  rows: readonly (readonly number[])[],
  of: (row: readonly number[], n: number) => number,
): number {
  return rows.reduce((sum, row, n) => sum + of(row, n), 0)
}
