import type { Nd } from '#kit'

/** As F.gumbel_softmax with its noise given: softmax((logits + gumbel) / tau) of each row, or the one-hot row of its first maximum. */
export function hardAttention(logits: Nd<'f32'>, gumbel: Nd<'f32'>, tau: number, hard: boolean): Nd<'f32'> {
  const [, width = 0] = logits.shape
  const out = new Float32Array(logits.data.length)
  for (let start = 0; start < out.length; start += width) {
    const noisy = Array.from(
      { length: width },
      (_, s) => (logits.data[start + s] as number) + (gumbel.data[start + s] as number),
    )
    const highest = Math.max(...noisy)
    if (hard) out[start + noisy.indexOf(highest)] = 1
    else out.set(softmax(noisy.map((sum) => (sum - highest) / tau)), start)
  }
  return { shape: logits.shape, data: out }
}

/** Of numbers that are at most 0. */
function softmax(scores: readonly number[]): readonly number[] {
  const exps = scores.map(Math.exp)
  const total = exps.reduce((sum, exp) => sum + exp, 0)
  return exps.map((exp) => exp / total)
}
