import type { InputRange, NumberSpan } from '../../core/range.ts'
import { arraysIn, dimensionsOf } from '../../core/ranged-names.ts'
import type { ArrayType, Param } from '../../core/signature.ts'
import { sizeOf } from '../../core/value.ts'

/** By the name of a dimension. */
export type Lengths = ReadonlyMap<string, number>

export function shapeOf({ dims }: ArrayType, lengths: Lengths): readonly number[] {
  return dims.map((dim) => lengthOf(dim, lengths))
}

/** How many numbers the arrays hold. */
export function countNumbers(params: readonly Param[], lengths: Lengths): number {
  return arraysIn(params).reduce((sum, array) => sum + sizeOf(shapeOf(array, lengths)), 0)
}

/** With every length at its lowest. */
export function leastNumbers(params: readonly Param[], input: readonly InputRange[]): number {
  const lengths = new Map(dimensionsOf(params).map((name) => [name, spanOf(input, name).low]))
  return countNumbers(params, lengths)
}

/** @throws TypeError where no range says how long it may be */
export function spanOf(input: readonly InputRange[], dimension: string): NumberSpan {
  const range = input.find(({ names }) => names.includes(dimension))?.range
  if (range?.kind !== 'span') throw new TypeError(`no range is declared for the length ${dimension}`)
  return range
}

/** Sums of products, from left to right: `5+C`, `A*H*W`, `H-K+1`. */
function lengthOf(dim: string, lengths: Lengths): number {
  const terms = dim.replaceAll(' ', '').match(/[+-]?[^+-]+/g) ?? []
  return terms.reduce((sum, term) => {
    const [sign, product] = term.startsWith('-') ? [-1, term.slice(1)] : [1, term.replace('+', '')]
    return sum + sign * productOf(product, lengths)
  }, 0)
}

function productOf(text: string, lengths: Lengths): number {
  const [first = '', ...others] = text.split(/(?=[*/])/)
  const factor = (word: string) => lengths.get(word) ?? Number(word)
  return others.reduce((product, part) => {
    const value = factor(part.slice(1))
    return part.startsWith('*') ? product * value : Math.floor(product / value)
  }, factor(first))
}
