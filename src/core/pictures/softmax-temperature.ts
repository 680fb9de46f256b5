import { type Drawing, symbol } from '../drawing.ts'
import { sum } from '../sum.ts'

const LOGITS = [2, 1, 0]
const TEMPERATURES = [0.5, 1, 4]

/** The same logits, divided by three temperatures. */
export function drawSoftmaxTemperature(): Drawing {
  const groups = TEMPERATURES.map((temperature) => {
    const powers = LOGITS.map((logit) => Math.exp(logit / temperature))
    const total = sum(powers)
    return {
      label: symbol(`T = ${temperature}`),
      bars: LOGITS.map((logit, at) => ({
        label: symbol(`z = ${logit}`),
        value: (powers[at] ?? 0) / total,
      })),
    }
  })
  return { kind: 'bars', groups }
}
