import { types } from 'node:util'
import { ARRAY_TYPES, type DataOf, type Dtype } from '../../../../core/value.ts'
import { listed, nameOf, spelled } from './name-of.ts'
import { Unfit } from './unfit.ts'

/** Numbers that lie in one row. */
export interface NumberRow {
  readonly values: ArrayLike<unknown>
  /** Asked once. */
  readonly length: number
  readonly place: readonly number[]
}

export interface Packed {
  readonly dtype: Dtype
  readonly data: DataOf<Dtype>
}

/** No array has so many dimensions; a cycle ends here. */
const MAX_DIMENSIONS = 32
/** Rows that are one object many times stand for more than memory holds. */
const MAX_VALUES = 2 ** 23

const { isProxy, isTypedArray } = types
const isArray = Array.isArray
const isSafe = Number.isSafeInteger
const isNumber = Number.isFinite
const asNumber = Number
const { max } = Math

export function isRow(value: unknown): value is object {
  return isArray(value) || isTypedArray(value)
}

/** The shape of rows within rows. @param rows gets those that hold numbers */
export function collectRows(source: object, place: readonly number[], rows: NumberRow[]): readonly number[] {
  if (isProxy(source)) throw new Unfit(...nameOf(source))
  const values = source as ArrayLike<unknown>
  const { length } = values
  if (place.length >= MAX_DIMENSIONS) throw new Unfit('deep')
  if (!isSafe(length) || (rows.length + 1) * max(1, length) > MAX_VALUES) throw new Unfit('too-many')
  if (length === 0 || !isRow(values[0])) {
    rows[rows.length] = { values, length, place }
    return [length]
  }
  let shape: readonly number[] | undefined
  for (let at = 0; at < length; at++) {
    const row = values[at]
    const here = [...place, at]
    const ofRow = isRow(row) ? collectRows(row, here, rows) : undefined
    shape ??= ofRow
    if (ofRow === undefined || `${ofRow}` !== `${shape}`) throw new Unfit('ragged', `[${listed(here)}]`)
  }
  return [length, ...(shape ?? [])]
}

/** As the dtype asked for; what that cannot hold stays, for the judge to name. */
export function packNumbers(rows: readonly NumberRow[], count: number, dtype: Dtype): Packed {
  const data = fill(new ARRAY_TYPES[dtype](count), rows, dtype === 'f32')
  if (data !== undefined) return { dtype, data }
  return { dtype: 'f64', data: fill(new ARRAY_TYPES.f64(count), rows, true) as Float64Array }
}

/** Undefined where a number does not stay what it is; but floats may be rounded. */
function fill<D extends DataOf<Dtype>>(data: D, rows: readonly NumberRow[], rounds: boolean): D | undefined {
  let from = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as NumberRow
    if (!fillRow(data, from, row, rounds)) return undefined
    from += row.length
  }
  return data
}

/** By itself, so that V8 makes the most of it: a photo is read in half a millisecond. */
function fillRow(
  data: DataOf<Dtype>,
  from: number,
  { values, length, place }: NumberRow,
  rounds: boolean,
): boolean {
  for (let index = 0; index < length; index++) {
    const item = values[index]
    const number = typeof item === 'number' ? item : numberIn(item, place, index)
    data[from + index] = number
    const held = data[from + index]
    if (held !== number && !(rounds && isNumber(held) === isNumber(number))) return false
  }
  return true
}

function numberIn(item: unknown, place: readonly number[], index: number): number {
  if (typeof item === 'bigint' || typeof item === 'boolean') return asNumber(item)
  throw new Unfit('element', `[${listed([...place, index])}]`, spelled(item))
}
