import type { Nd } from '#kit'

export interface MlpGradients {
  readonly loss: number
  readonly w1: Nd<'f32'>
  readonly b1: Nd<'f32'>
  readonly w2: Nd<'f32'>
  readonly b2: Nd<'f32'>
}

type Matrix = readonly (readonly number[])[]

/** The chain rule from the logits down, with matrices of f64: (p - y) / N, then weights by inputs, and what is below by weights. */
export function mlpBackward(
  x: Nd<'f32'>,
  y: Nd<'i32'>,
  w1: Nd<'f32'>,
  b1: Nd<'f32'>,
  w2: Nd<'f32'>,
  b2: Nd<'f32'>,
): MlpGradients {
  const samples = y.data.length
  const input = rows(x)
  const hidden = product(input, rows(w1)).map((row) => row.map((sum, j) => sum + (b1.data[j] as number)))
  const h = hidden.map((row) => row.map((sum) => Math.max(sum, 0)))
  const logits = product(h, rows(w2)).map((row) => row.map((sum, k) => sum + (b2.data[k] as number)))
  const logP = logits.map(logSoftmax)
  const loss = logP.reduce((sum, row, i) => sum - (row[y.data[i] as number] as number) / samples, 0)
  const dLogits = logP.map((row, i) =>
    row.map((one, k) => (Math.exp(one) - (k === y.data[i] ? 1 : 0)) / samples),
  )
  const dHidden = product(dLogits, transposed(rows(w2))).map((row, i) =>
    row.map((slope, j) => (((hidden[i] as readonly number[])[j] as number) > 0 ? slope : 0)),
  )
  return {
    loss,
    w1: array(w1.shape, product(transposed(input), dHidden)),
    b1: array(b1.shape, [columnSums(dHidden)]),
    w2: array(w2.shape, product(transposed(h), dLogits)),
    b2: array(b2.shape, [columnSums(dLogits)]),
  }
}

function logSoftmax(z: readonly number[]): readonly number[] {
  const highest = Math.max(...z)
  const shifted = z.map((logit) => logit - highest)
  const logTotal = Math.log(shifted.reduce((sum, one) => sum + Math.exp(one), 0))
  return shifted.map((one) => one - logTotal)
}

function product(a: Matrix, b: Matrix): Matrix {
  const columns = transposed(b)
  return a.map((row) =>
    columns.map((column) => row.reduce((sum, one, at) => sum + one * (column[at] as number), 0)),
  )
}

function transposed(matrix: Matrix): Matrix {
  return (matrix[0] as readonly number[]).map((_, at) => matrix.map((row) => row[at] as number))
}

function columnSums(matrix: Matrix): readonly number[] {
  return transposed(matrix).map((column) => column.reduce((sum, one) => sum + one, 0))
}

function rows({ shape: [height, width], data }: Nd<'f32'>): Matrix {
  return Array.from({ length: height as number }, (_, at) =>
    Array.from(data.subarray(at * (width as number), (at + 1) * (width as number))),
  )
}

function array(shape: readonly number[], matrix: Matrix): Nd<'f32'> {
  return { shape, data: Float32Array.from(matrix.flat()) }
}
