import { type Drawing, name } from '../drawing.ts'
import { chart, curve } from './curve.ts'
import type { ScheduleName } from './picture-call.ts'

/** The learning rate over a training, both as a share of their largest. */
export function drawSchedule(schedule: ScheduleName): Drawing {
  return chart({ label: name('progress', '%'), from: 0, to: 100 }, { label: name('rate'), from: 0, to: 1 }, [
    curve(name('rate'), 0, 100, RATE[schedule]),
  ])
}

const WARMUP = 10
/** With `T_mult = 2`: cycles of 1, 2 and 4 sevenths. */
const FIRST_CYCLE = 100 / 7

const RATE: { readonly [S in ScheduleName]: (percent: number) => number } = {
  cosine: (percent) => anneal(percent / 100),
  warmup: (percent) => (percent < WARMUP ? percent / WARMUP : anneal((percent - WARMUP) / (100 - WARMUP))),
  step: (percent) => 0.1 ** Math.floor(percent / 30),
  restarts: (percent) => {
    const cycle = Math.min(2, Math.floor(Math.log2(percent / FIRST_CYCLE + 1)))
    const start = (2 ** cycle - 1) * FIRST_CYCLE
    return anneal((percent - start) / (2 ** cycle * FIRST_CYCLE))
  },
  // PyTorch's OneCycleLR with its defaults: pct_start 0.3, div_factor 25, final_div_factor 1e4.
  'one-cycle': (percent) =>
    percent < 30 ? 1 - (1 - 1 / 25) * anneal(percent / 30) : anneal((percent - 30) / 70),
}

/** From 1 to 0 along half a cosine. */
function anneal(share: number): number {
  return (1 + Math.cos(Math.PI * share)) / 2
}
