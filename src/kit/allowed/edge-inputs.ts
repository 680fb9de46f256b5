import type { Text } from '../../core/locale.ts'
import type { InputRange, Range } from '../../core/range.ts'
import { typeAt } from '../../core/ranged-names.ts'
import type { Param } from '../../core/signature.ts'
import { leastNumbers } from './lengths.ts'

/** Ranges of which one is narrowed to one value. */
export interface Edge {
  readonly name: Text
  readonly input: readonly InputRange[]
}

/**
 * Each end of each range, zero where it lies between, and each of the values where they are listed; but no
 * length that takes too long.
 */
export function edgesOf(params: readonly Param[], input: readonly InputRange[]): readonly Edge[] {
  const edges = input.flatMap(({ names, range }, at) => {
    const types = names.map((name) => typeAt(params, name))
    const isOfMany = types.some((type) => type?.kind === 'array')
    const others = types.includes(undefined) ? input : input.map((one) => notEmpty(params, one))
    return edgeValues(range).map((value) => ({
      name: edgeName(names, value, isOfMany),
      input: others.with(at, { names, range: only(value) }),
    }))
  })
  return edges.filter((edge) => leastNumbers(params, edge.input) <= LARGEST)
}

/** Of nothing, no number can be at an end. */
function notEmpty(params: readonly Param[], { names, range }: InputRange): InputRange {
  const isLength = names.some((name) => typeAt(params, name) === undefined)
  if (!isLength || range.kind !== 'span' || range.low > 0) return { names, range }
  return { names, range: { ...range, low: Math.min(2 * (range.step ?? 1), range.high) } }
}

/** A length beyond is asked by the inputs of a budget, or by hand. */
const LARGEST = 256

function edgeValues(range: Range): readonly (number | string)[] {
  if (range.kind === 'choice') return range.values
  const { low, high, also } = range
  return [...new Set([low, ...(low < 0 && high > 0 ? [0] : []), high, ...also.map(Number)])]
}

function only(value: number | string): Range {
  return typeof value === 'number'
    ? { kind: 'span', low: value, high: value, step: undefined, also: [] }
    : { kind: 'choice', values: [value] }
}

function edgeName(names: readonly string[], value: number | string, isOfMany: boolean): Text {
  return isOfMany
    ? { en: `${names.join(' and ')} all ${value}`, zh: `${names.join('、')} 全为 ${value}` }
    : { en: `${names.join(' and ')} is ${value}`, zh: `${names.join('、')} 为 ${value}` }
}
