import { ARRAY_TYPES, type Dtype, type NdArray, placeIn } from '../../core/value.ts'

/** The first number that a dtype cannot hold. */
export interface Lost {
  readonly place: readonly number[]
  readonly value: number
  readonly why: 'fraction' | 'range' | 'nan' | 'infinite'
}

/** The same numbers in another dtype; to floats they are rounded, as what is compared with a tolerance may be. */
export function convertArray(from: NdArray, dtype: Dtype): NdArray | Lost {
  const { shape, data } = from
  const converted = new ARRAY_TYPES[dtype](data.length)
  for (let index = 0; index < data.length; index++) {
    const value = data[index] ?? 0
    converted[index] = value
    if (!holds(dtype, value, converted[index] ?? 0))
      return { place: placeIn(index, shape), value, why: whyNot(value) }
  }
  return { dtype, shape, data: converted } as NdArray
}

function holds(dtype: Dtype, value: number, converted: number): boolean {
  if (value === converted) return true
  const isFloat = dtype === 'f32' || dtype === 'f64'
  return isFloat && Number.isFinite(value) === Number.isFinite(converted)
}

function whyNot(value: number): Lost['why'] {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return 'infinite'
  return Number.isInteger(value) ? 'range' : 'fraction'
}
