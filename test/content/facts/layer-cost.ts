import { sum } from './arithmetic.ts'

/** How many numbers tensors of these shapes hold together. */
export function numbersIn(...shapes: readonly (readonly number[])[]): number {
  return sum(shapes.map((shape) => shape.reduce((product, length) => product * length, 1)))
}

/** Multiply-adds of a matrix product, rows x inner times inner x columns. */
export function productCost(rows: number, inner: number, columns: number): number {
  return numbersIn([rows, columns]) * inner
}

/** The weights of a convolution, as PyTorch shapes them: output, input / groups, height, width. */
export function convolutionShape(
  inputs: number,
  outputs: number,
  kernel: number,
  groups = 1,
): readonly number[] {
  return [outputs, inputs / groups, kernel, kernel]
}

/** Each weight is used once at each output position. */
export function convolutionCost(weights: readonly number[], height: number, width = height): number {
  return numbersIn(weights) * height * width
}
