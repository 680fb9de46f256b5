import {
  classReductionRules,
  defineRules,
  f32,
  logOf,
  type ReductionChoices,
  reducedLoss,
  rowsOf,
  type SoftmaxChoices,
  softmaxRules,
  softmaxWith,
} from '#kit'
import type { crossEntropy } from './reference.ts'

const common = classReductionRules()

/** The mistakes people make in cross-entropy; a softmax that overflows and a logarithm of 0 come first. */
export const rules = defineRules(crossEntropyWith, {
  ...softmaxRules(),
  ...common,
  sampleLoss: {
    'roles-swapped': {
      en: 'a cross-entropy with label and prediction swapped, the label inside the logarithm (with 1e-12 against log 0)',
      zh: '标签与预测放反了的交叉熵：对数里是标签（加 1e-12 以避免 log 0）',
      cards: ['cross-entropy/definition'],
      choice: ({ p, label }) =>
        -p.reduce((sum, one, k) => sum + one * Math.log((k === label ? 1 : 0) + 1e-12), 0),
    },
    'entropy-of-prediction': {
      en: 'the entropy of the prediction: the labels are not used in the loss',
      zh: '预测分布自身的熵：损失里没有用到标签',
      cards: ['cross-entropy/entropy', 'cross-entropy/definition'],
      choice: ({ p, logP }) => -p.reduce((sum, one, k) => sum + (one === 0 ? 0 : one * (logP[k] ?? 0)), 0),
    },
    'labels-not-picked': {
      en: 'a loss of the log-probabilities of all classes: the right one is not picked by its label',
      zh: '把所有类别的对数概率都算进了损失：没有按标签取真实类别的那一个',
      cards: ['cross-entropy/definition'],
      choice: ({ logP }) => -logP.reduce((sum, one) => sum + one, 0),
    },
    'minus-probability': {
      en: 'a loss of 1 - p for the right class: the logarithm is missing',
      zh: '以 1 - p 为损失：漏了对数',
      cards: ['cross-entropy/definition', 'cross-entropy/information'],
      choice: ({ p, label }) => 1 - (p[label] ?? 0),
    },
  },
  slope: {
    'gradient-of-the-label-missing': {
      en: 'a gradient of p, from which the one-hot label is not taken off',
      zh: '梯度就是 p，没有减去 one-hot 标签',
      cards: ['cross-entropy/gradient'],
      choice: ({ p, k }) => p[k] ?? 0,
    },
    'gradient-reversed': {
      en: 'a gradient of y - p (y the one-hot label), which points downhill; the derivative is p - y',
      zh: '梯度写成了 y - p（y 是 one-hot 标签），即下降方向；导数是 p - y',
      cards: ['cross-entropy/gradient'],
      choice: ({ p, k, y }) => y - (p[k] ?? 0),
    },
    'gradient-of-the-right-class-alone': {
      en: 'a gradient at the right class alone; the other logits have p as theirs',
      zh: '只有真实类别处有梯度；其余 logit 的梯度是 p',
      cards: ['cross-entropy/gradient'],
      choice: ({ p, k, y }) => y * ((p[k] ?? 0) - 1),
    },
    'labels-of-all-samples': {
      en: 'a gradient from which 1 is taken off in the columns of all labels, as grad[:, labels] -= 1 does; grad[np.arange(N), labels] takes one of each row',
      zh: '在所有标签对应的整列上都减了 1 的梯度（grad[:, labels] -= 1 就会这样）；grad[np.arange(N), labels] 才是每行取一个',
      cards: ['cross-entropy/gradient'],
      choice: ({ p, k, labels }) => (p[k] ?? 0) - (labels.has(k) ? 1 : 0),
    },
    'gradient-of-log-probabilities': {
      en: 'a gradient of log p - y (y the one-hot label), of log-softmax in place of softmax; the derivative is p - y',
      zh: '梯度写成了 log p - y（y 是 one-hot 标签），把 log-softmax 当成了 softmax；导数是 p - y',
      cards: ['cross-entropy/gradient'],
      choice: ({ logP, k, y }) => (logP[k] ?? 0) - y,
    },
    'gradient-for-probabilities': {
      en: 'a gradient of -y / p (y the one-hot label), with respect to the probabilities; it is asked for the logits',
      zh: '梯度写成了 -y / p（y 是 one-hot 标签），那是对概率的导数；要求的是对 logit 的导数',
      cards: ['cross-entropy/gradient'],
      choice: ({ p, k, y }) => (y === 0 ? 0 : -y / (p[k] ?? 0)),
    },
    'gradient-through-the-softmax-again': {
      en: 'a gradient of (p - y) p (1 - p) (y the one-hot label): the derivative of the softmax is already in p - y',
      zh: '梯度写成了 (p - y) p (1 - p)（y 是 one-hot 标签）：p - y 里已经包含 softmax 的导数',
      cards: ['cross-entropy/gradient', 'cross-entropy/why-not-mse'],
      choice: ({ p, k, y }) => ((p[k] ?? 0) - y) * (p[k] ?? 0) * (1 - (p[k] ?? 0)),
    },
  },
  shared: {
    ...common.shared,
    'gradient-over-elements': {
      en: 'a gradient that is divided by N * C; divide by N',
      zh: '梯度除以了 N * C；应当除以 N',
      cards: ['cross-entropy/gradient'],
      choice: (samples, classes) => samples * classes,
    },
  },
})

interface Choices extends SoftmaxChoices, ReductionChoices {
  readonly sampleLoss?: (of: Sample) => number
  /** By what the slopes are divided. */
  readonly shared?: (samples: number, classes: number) => number
  readonly slope?: (at: Slope) => number
}

interface Slope extends Sample {
  readonly k: number
  readonly y: number
  /** Those of the batch. */
  readonly labels: ReadonlySet<number>
}

interface Sample {
  readonly p: readonly number[]
  readonly logP: readonly number[]
  readonly label: number
}

function crossEntropyWith(choices: Choices): typeof crossEntropy {
  const { sampleLoss = ({ logP, label }) => -logOf(logP, label, choices) } = choices
  const { shared = (samples) => samples, slope = ({ p, k, y }) => (p[k] ?? 0) - y } = choices
  return (logits, labels) => {
    const { p, logP } = softmaxWith(rowsOf(logits), choices)
    const [samples, classes] = logits.shape as [number, number]
    const of = Array.from(labels.data, (label, i): Sample => ({ p: p[i] ?? [], logP: logP[i] ?? [], label }))
    const all = new Set(labels.data)
    const slopes = of.flatMap((one) =>
      one.p.map((_, k) => slope({ ...one, k, y: k === one.label ? 1 : 0, labels: all })),
    )
    return {
      loss: reducedLoss(of.map(sampleLoss), classes, choices),
      grad: f32(logits.shape, (at) => (slopes[at] ?? 0) / shared(samples, classes)),
    }
  }
}
