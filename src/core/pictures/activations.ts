import { type Drawing, name, symbol } from '../drawing.ts'
import { chart, curve, sigmoid } from './curve.ts'
import type { ActivationName } from './picture-call.ts'

/** An activation and its derivative. */
export function drawActivation(activation: ActivationName): Drawing {
  const { text, reach, low, high, value, slope } = ACTIVATION[activation]
  return chart({ label: symbol('x'), from: -reach, to: reach }, { label: symbol(''), from: low, to: high }, [
    curve(symbol(text), -reach, reach, value, 0.6),
    curve(name('derivative'), -reach, reach, slope, 0.7),
  ])
}

const ACTIVATION = {
  sigmoid: {
    text: 'σ(x)',
    reach: 6,
    low: 0,
    high: 1,
    value: sigmoid,
    slope: (x: number) => sigmoid(x) * (1 - sigmoid(x)),
  },
  tanh: {
    text: 'tanh(x)',
    reach: 4,
    low: -1,
    high: 1,
    value: Math.tanh,
    slope: (x: number) => 1 - Math.tanh(x) ** 2,
  },
  relu: {
    text: 'ReLU(x)',
    reach: 2,
    low: 0,
    high: 2,
    value: (x: number) => Math.max(0, x),
    slope: (x: number) => (x > 0 ? 1 : 0),
  },
}
