import { expect } from 'vitest'
import { range } from './arithmetic.ts'
import { checkAnswerFigures, checkPromptFigures } from './check-figures.ts'
import { numbersIn } from './layer-cost.ts'
import { outputSize } from './sliding-window.ts'

checkAnswerFigures('attention', {
  'attention/multihead-base#2': () => [String(512 / 8)],
  'attention/dot-variance': () => {
    expect([2, 3, 4].map(varianceOfDotProduct)).toEqual([2, 3, 4])
    return ['$d_k$', String(varianceOfDotProduct(1))]
  },
  'attention/cross-length': () => [String(attend(10, 196).length)],
  'attention/vit-resolution-cost': () => [String(scoreEntries(2 * 224) / scoreEntries(224))],
  'attention/mqa-gqa#3': () => [`1/${cacheNumbers(32) / cacheNumbers(8)}`],
  'attention/errata-parameters': () => [
    `$${numbersIn(...range(4).map(() => [1, 1]))} d^2$`,
    `$${numbersIn([1, 1, 3])} d^2$`,
    `$${numbersIn([1, 1, 5])} d^2$`,
    // A GRU and an LSTM: three and four gates, each with a matrix for the input and one for the state; an Elman layer: one of each.
    ...[3, 4, 1].map((gates) => `$${numbersIn([gates, 1, 1], [gates, 1, 1])} d^2$`),
  ],
  'attention-variants/local-vector#2': () => {
    const positions = (halfWidth: number) => range(100).filter((at) => Math.abs(at - 50) <= halfWidth).length
    return [`${positions(7) - positions(6)}D + ${positions(0)}`]
  },
})

checkPromptFigures('attention', {
  'attention/cross-length': () => [String(outputSize(224, { kernel: 16, stride: 16 }) ** 2)],
})

/** Every assignment of signs to the components of both vectors is equally likely, and has mean 0 and variance 1. */
function varianceOfDotProduct(dimension: number): number {
  const signs = (code: number, at: number) => (((code >> at) & 1) === 0 ? -1 : 1)
  const codes = range(2 ** (2 * dimension))
  const products = codes.map((code) =>
    range(dimension).reduce((dot, at) => dot + signs(code, at) * signs(code, at + dimension), 0),
  )
  return products.reduce((total, dot) => total + dot * dot, 0) / products.length
}

/** One output a query, whatever the number of keys. */
function attend(queries: number, keys: number): readonly number[] {
  const values = range(keys)
  return range(queries).map(() => values.reduce((total, value) => total + value / keys, 0))
}

function scoreEntries(pixels: number): number {
  const tokens = outputSize(pixels, { kernel: 16, stride: 16 }) ** 2
  return numbersIn([tokens, tokens])
}

/** Keys and values of 100 tokens. */
function cacheNumbers(heads: number): number {
  return numbersIn([2, heads, 100, 64])
}
