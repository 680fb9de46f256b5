import { dimsOf, type Param, type Type } from '../../core/signature.ts'
import { isArray, type NdArray, type Value, type ValueRecord } from '../../core/value.ts'
import { takeAlong, ways } from '../../kit/take-along.ts'
import type { CaseArguments } from '../cases/case.ts'
import { simplerNumbers } from './simpler-numbers.ts'

/** Yields arguments to try and is told whether they still fail; returns the smallest that did. */
export type Shrinking = Generator<CaseArguments, CaseArguments, boolean>

/** Number by number only where there are no more than these: a large array is made simpler as a whole. */
const MOST_NUMBERS = 64

/**
 * Fewer rows, columns and items first, then simpler numbers, one by one and in pairs, until none helps any
 * more. The same every time.
 */
export function* shrinkArguments(params: readonly Param[], args: CaseArguments): Shrinking {
  let best = args
  for (;;) {
    const before = best
    for (const name of freeDims(params)) {
      best = yield* greedily(best, (now) => shorterAlong(params, now, name))
    }
    for (const [at, { type }] of params.entries()) {
      for (const place of placesIn(type, best[at]?.value)) {
        best = yield* greedily(best, (now) => simplerAt(now, at, place))
      }
    }
    if (best !== before) continue
    for (const pair of pairsOfNumbers(params, best)) {
      best = yield* greedily(best, (now) => simplerTogether(now, pair))
    }
    if (best === before) return best
  }
}

/** As long as one of the candidates still fails, it takes the place of what was. */
export function* greedily(
  args: CaseArguments,
  candidatesOf: (now: CaseArguments) => Iterable<CaseArguments>,
): Shrinking {
  let best = args
  for (let isOpen = true; isOpen; ) {
    isOpen = false
    for (const candidate of candidatesOf(best)) {
      if (!(yield candidate)) continue
      best = candidate
      isOpen = true
      break
    }
  }
  return best
}

/** Lengths with a name of their own. One that others are computed from (`5+C`) stays. */
function freeDims(params: readonly Param[]): readonly string[] {
  const dims = [...new Set(params.flatMap(({ type }) => dimsOf(type)))]
  const [names, computed] = [dims.filter((dim) => NAME.test(dim)), dims.filter((dim) => !NAME.test(dim))]
  return names.filter((name) => !computed.some((dim) => new RegExp(`\\b${name}\\b`).test(dim)))
}

const NAME = /^[A-Za-z]\w*$/

function* shorterAlong(params: readonly Param[], args: CaseArguments, dim: string): Generator<CaseArguments> {
  const length = lengthOf(params, args, dim) ?? 0
  for (const kept of ways(length)) {
    yield args.map(({ name, value }, at) => ({ name, value: take(params[at]?.type, value, dim, kept) }))
  }
}

function lengthOf(params: readonly Param[], args: CaseArguments, dim: string): number | undefined {
  for (const [at, { type }] of params.entries()) {
    const value = args[at]?.value
    const found = value === undefined ? undefined : lengthIn(type, value, dim)
    if (found !== undefined) return found
  }
  return undefined
}

function lengthIn(type: Type, value: Value, dim: string): number | undefined {
  if (type.kind === 'array' && typeof value === 'object' && isArray(value))
    return value.shape[type.dims.indexOf(dim)]
  if (type.kind !== 'record') return undefined
  const found = type.fields.map(({ name, type: field }) =>
    lengthIn(field, (value as ValueRecord)[name] as Value, dim),
  )
  return found.find((length) => length !== undefined)
}

/** A value of the signature's type with only some of the places along a dimension, wherever it occurs. */
function take(type: Type | undefined, value: Value, dim: string, kept: readonly number[]): Value {
  if (type?.kind === 'record') {
    const fields = value as ValueRecord
    return Object.fromEntries(
      type.fields.map(({ name, type: field }) => [name, take(field, fields[name] as Value, dim, kept)]),
    )
  }
  if (type?.kind !== 'array') return value
  return type.dims.reduce<NdArray>(
    (array, name, axis) => (name === dim ? takeAlong(array, axis, kept) : array),
    value as NdArray,
  )
}

/** Where something can be made simpler: a field within a field, and in an array all of it or one number. */
interface ValuePlace {
  readonly path: readonly string[]
  readonly index: number | 'all' | undefined
}

function placesIn(type: Type, value: Value | undefined, path: readonly string[] = []): readonly ValuePlace[] {
  if (value === undefined) return []
  if (type.kind === 'record') {
    return type.fields.flatMap(({ name, type: field }) =>
      placesIn(field, (value as ValueRecord)[name], [...path, name]),
    )
  }
  if (type.kind !== 'array') return [{ path, index: undefined }]
  const { length } = (value as NdArray).data
  const each = length > MOST_NUMBERS ? [] : Array.from({ length }, (_, index) => ({ path, index }))
  return [{ path, index: 'all' }, ...each]
}

function* simplerAt(args: CaseArguments, at: number, { path, index }: ValuePlace): Generator<CaseArguments> {
  const arg = args[at]
  if (arg === undefined) return
  for (const value of simplerIn(arg.value, path, index)) {
    yield args.map((one, position) => (position === at ? { ...one, value } : one))
  }
}

interface NumberPlace {
  readonly at: number
  readonly place: ValuePlace
}

type NumberPair = readonly [NumberPlace, NumberPlace]

/** Numbers that may have to go together, such as a window and its padding. */
function pairsOfNumbers(params: readonly Param[], args: CaseArguments): readonly NumberPair[] {
  const all = params.flatMap(({ type }, at) =>
    placesIn(type, args[at]?.value)
      .filter(({ path, index }) => index === undefined && typeof valueAt(args[at]?.value, path) === 'number')
      .map((place) => ({ at, place })),
  )
  return all.flatMap((one, nth) => all.slice(nth + 1).map((other) => [one, other] as const))
}

function valueAt(value: Value | undefined, path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((part, field) => (part as ValueRecord | undefined)?.[field], value)
}

function* simplerTogether(args: CaseArguments, [one, other]: NumberPair): Generator<CaseArguments> {
  for (const half of simplerAt(args, one.at, one.place)) yield* simplerAt(half, other.at, other.place)
}

function* simplerIn(value: Value, path: readonly string[], index: ValuePlace['index']): Generator<Value> {
  const [field, ...rest] = path
  if (field !== undefined) {
    const fields = value as ValueRecord
    for (const part of simplerIn(fields[field] as Value, rest, index)) yield { ...fields, [field]: part }
  } else if (typeof value === 'object' && isArray(value)) yield* simplerArrays(value, index)
  else if (typeof value === 'number') yield* simplerNumbers(value)
  else if (value === true) yield false
  else if (typeof value === 'string' && value !== '') yield* ['', value.slice(0, value.length / 2)]
}

function* simplerArrays(array: NdArray, index: ValuePlace['index']): Generator<NdArray> {
  if (index === 'all') {
    for (const change of [() => 0, Math.trunc]) {
      const data = array.data.map(change)
      if (data.some((number, at) => !Object.is(number, array.data[at]))) yield { ...array, data } as NdArray
    }
  } else if (index !== undefined) {
    for (const number of simplerNumbers(array.data[index] ?? 0)) {
      const data = array.data.slice()
      data[index] = number
      yield { ...array, data } as NdArray
    }
  }
}
