interface ReductionCards {
  /** Teach the loss of one sample, and what becomes of those of all. */
  readonly one: readonly string[]
  readonly all: readonly string[]
}

/** How the losses and the gradients of a batch are brought together; a loss adds choices of its own. */
export function reductionRules({ one, all }: ReductionCards) {
  return {
    sign: {
      'loss-negative': {
        en: 'a loss without its minus sign: the logarithm of a probability is negative',
        zh: '漏了负号的损失：概率的对数是负数',
        cards: one,
        choice: -1,
      },
    },
    unit: {
      'loss-in-bits': {
        en: 'a loss with the logarithm to base 2; it is the natural one',
        zh: '用以 2 为底的对数算的损失；应当用自然对数',
        cards: one,
        choice: 1 / Math.LN2,
      },
      'loss-in-base-ten': {
        en: 'a loss with the logarithm to base 10; it is the natural one',
        zh: '用以 10 为底的对数算的损失；应当用自然对数',
        cards: one,
        choice: 1 / Math.LN10,
      },
    },
    reduced: {
      'loss-summed': {
        en: 'a loss that is the sum over the batch; it is the mean',
        zh: '对整个批次求和的损失；应当取平均',
        cards: all,
        choice: () => 1,
      },
    },
    shared: {
      'gradient-not-averaged': {
        en: 'a gradient that is not divided by N, though the loss is a mean',
        zh: '梯度没有除以 N，而损失取的是平均',
        cards: all,
        choice: () => 1,
      },
    },
  }
}

/** The same for a loss over classes. */
export function classReductionRules() {
  const { sign, unit, reduced, shared } = reductionRules({
    one: ['cross-entropy/definition', 'cross-entropy/information'],
    all: ['cross-entropy/gradient'],
  })
  return {
    sign,
    unit,
    shared,
    reduced: {
      ...reduced,
      'loss-over-elements': {
        en: 'a loss that is divided by N * C, the mean of a whole array; divide by N',
        zh: '除以了 N * C（对整个数组取平均）的损失；应当除以 N',
        cards: ['cross-entropy/definition', 'cross-entropy/mle'],
        choice: (samples: number, classes: number) => samples * classes,
      },
    },
  }
}

/** Of losses over classes. */
export interface ReductionChoices {
  /** By which the loss is multiplied. */
  readonly sign?: number
  readonly unit?: number
  /** By what the sum of the losses is divided. */
  readonly reduced?: (samples: number, classes: number) => number
}

export function reducedLoss(losses: readonly number[], classes: number, choices: ReductionChoices): number {
  const { sign = 1, unit = 1, reduced = (samples) => samples } = choices
  return (sign * unit * losses.reduce((sum, loss) => sum + loss, 0)) / reduced(losses.length, classes)
}
