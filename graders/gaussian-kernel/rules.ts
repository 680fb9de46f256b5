import { defineRules, f64, type GaussianChoices, gaussianRules, gaussianWeights } from '#kit'
import type { gaussianKernel } from './reference.ts'

/** The mistakes people make in a Gaussian kernel. */
export const rules = defineRules(kernelWith, {
  ...gaussianRules({ en: '', zh: '' }),
  kernel: {
    'one-axis': {
      en: 'weights of the columns alone, every row the same',
      zh: '只随列变化、每一行都相同的权重',
      cards: ['gaussian-filter/separable-why'],
      choice: meanOfRows,
    },
    binomial: {
      en: "a kernel of binomial numbers (1 4 6 4 1), Pascal's triangle, whatever sigma is",
      zh: '不管 sigma 是多少、总是二项式系数（1 4 6 4 1，即杨辉三角）的核',
      cards: ['gaussian-filter/cv2-fixed-kernel', 'gaussian-filter/table-not-formula'],
      choice: (_, ksize) => binomial(ksize),
    },
  },
})

interface Choices extends GaussianChoices {
  /** What becomes of the weights. */
  readonly kernel?: (weights: readonly number[], ksize: number) => readonly number[]
}

function kernelWith({ kernel = (weights) => weights, ...choices }: Choices): typeof gaussianKernel {
  return (ksize, sigma) => f64([ksize, ksize], kernel(gaussianWeights(ksize, sigma, choices), ksize))
}

function meanOfRows(weights: readonly number[], ksize: number): readonly number[] {
  const columns = Array.from({ length: ksize }, (_, column) =>
    weights.reduce((sum, weight, at) => (at % ksize === column ? sum + weight : sum), 0),
  )
  return weights.map((_, at) => (columns[at % ksize] ?? 0) / ksize)
}

function binomial(ksize: number): readonly number[] {
  const line = Array.from({ length: ksize }, (_, at) => choose(ksize - 1, at) / 2 ** (ksize - 1))
  return line.flatMap((down) => line.map((across) => down * across))
}

function choose(of: number, taken: number): number {
  return taken === 0 ? 1 : (choose(of, taken - 1) * (of - taken + 1)) / taken
}
