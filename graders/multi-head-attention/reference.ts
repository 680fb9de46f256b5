import type { Nd } from '#kit'

type Matrix = Nd<'f32'>

/** As nn.MultiheadAttention without biases: each head attends in its own D / heads columns of the projections. */
export function multiHeadAttention(
  x: Matrix,
  wq: Matrix,
  wk: Matrix,
  wv: Matrix,
  wo: Matrix,
  heads: number,
  causal: boolean,
): Matrix {
  const [length, width] = x.shape as [number, number]
  const [q, k, v] = [wq, wk, wv].map((weight) => projected(x.data, weight)) as [Numbers, Numbers, Numbers]
  const mixed = new Float64Array(length * width)
  const headWidth = width / heads
  const weights = new Float64Array(length)
  for (let column = 0; column < width; column += headWidth) {
    for (let t = 0; t < length; t++) {
      const query = t * width + column
      const seen = causal ? t + 1 : length
      for (let s = 0; s < seen; s++)
        weights[s] = dot(q, query, k, s * width + column, headWidth) / Math.sqrt(headWidth)
      softmax(weights, seen)
      for (let s = 0; s < seen; s++) {
        const [weight, value] = [weights[s] as number, s * width + column]
        for (let d = 0; d < headWidth; d++)
          mixed[query + d] = (mixed[query + d] as number) + weight * (v[value + d] as number)
      }
    }
  }
  return { shape: x.shape, data: Float32Array.from(projected(mixed, wo)) }
}

type Numbers = Float32Array | Float64Array

/** y = x Wᵀ */
function projected(x: Numbers, { shape: [width = 0], data }: Matrix): Float64Array {
  const y = new Float64Array(x.length)
  for (let at = 0; at < y.length; at++) y[at] = dot(x, at - (at % width), data, (at % width) * width, width)
  return y
}

function dot(a: Numbers, aStart: number, b: Numbers, bStart: number, width: number): number {
  let sum = 0
  for (let d = 0; d < width; d++) sum += (a[aStart + d] as number) * (b[bStart + d] as number)
  return sum
}

/** In place, of the first `count`. */
function softmax(scores: Float64Array, count: number): void {
  const highest = Math.max(...scores.subarray(0, count))
  let total = 0
  for (let s = 0; s < count; s++) {
    const exp = Math.exp((scores[s] as number) - highest)
    scores[s] = exp
    total += exp
  }
  for (let s = 0; s < count; s++) scores[s] = (scores[s] as number) / total
}
