import { type Drawing, name, symbol } from '../drawing.ts'
import { chart, curve, sigmoid } from './curve.ts'

/** Where the letters stand, the curves lie well apart. */
const GAMMAS = [
  { gamma: 0, letterAt: 0.35 },
  { gamma: 1, letterAt: 0.25 },
  { gamma: 2, letterAt: 0.18 },
  { gamma: 5, letterAt: 0.1 },
]

/** Focal loss of the true class's probability (Lin et al. 2017, figure 1); gamma 0 is cross-entropy. */
export function drawFocalLoss(): Drawing {
  return chart(
    { label: name('trueClass', 'p'), from: 0, to: 1 },
    { label: name('loss'), from: 0, to: 4 },
    GAMMAS.map(({ gamma, letterAt }) =>
      curve(symbol(`γ = ${gamma}`), 0.004, 1, (p) => -((1 - p) ** gamma) * Math.log(p), letterAt),
    ),
  )
}

/** The pull on a sigmoid's logit whose target is 1. */
export function drawLossGradients(): Drawing {
  return chart(
    { label: name('logit', 'x'), from: -6, to: 6 },
    { label: name('gradientSize'), from: 0, to: 1 },
    [
      curve(name('crossEntropy', '|p − 1|'), -6, 6, (x) => 1 - sigmoid(x), 0.4),
      curve(name('squaredError', '|p − 1| σ′(x)'), -6, 6, (x) => (1 - sigmoid(x)) ** 2 * sigmoid(x), 0.45),
    ],
  )
}

/** Smooth L1 with beta 1 between the two that it joins. */
export function drawRegressionLosses(): Drawing {
  return chart({ label: name('error', 'd'), from: -3, to: 3 }, { label: name('loss'), from: 0, to: 3 }, [
    curve(name('absoluteError', '|d|'), -3, 3, Math.abs, 0.2),
    curve(name('squaredError', 'd²/2'), -3, 3, (d) => d ** 2 / 2, 0.12),
    curve(name('smoothL1', 'β = 1'), -3, 3, (d) => (Math.abs(d) < 1 ? d ** 2 / 2 : Math.abs(d) - 0.5), 0.78),
  ])
}

/** Of a coin, in bits. */
export function drawEntropy(): Drawing {
  const bits = (p: number) => (p === 0 ? 0 : -p * Math.log2(p))
  return chart({ label: name('heads', 'p'), from: 0, to: 1 }, { label: name('entropy'), from: 0, to: 1 }, [
    curve(name('entropy', 'H(p)'), 0, 1, (p) => bits(p) + bits(1 - p)),
  ])
}
