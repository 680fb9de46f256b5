/** The values that cross between a grader and a submission: the argument and return types of `exercise.yaml`. */
export const DTYPES = ['u8', 'i32', 'f32', 'f64'] as const
export type Dtype = (typeof DTYPES)[number]

/** Row-major. `data.length` is the product of `shape`. */
export type NdArray = {
  readonly [D in Dtype]: { readonly dtype: D; readonly shape: readonly number[]; readonly data: DataOf<D> }
}[Dtype]

export type DataOf<D extends Dtype> = {
  u8: Uint8Array
  i32: Int32Array
  f32: Float32Array
  f64: Float64Array
}[D]

export const ARRAY_TYPES = { u8: Uint8Array, i32: Int32Array, f32: Float32Array, f64: Float64Array } as const

export type Value = number | boolean | string | NdArray | ValueRecord
export interface ValueRecord {
  readonly [field: string]: Value
}

export function isArray(value: Value): value is NdArray {
  return typeof value === 'object' && ArrayBuffer.isView(value['data'])
}

/** Of a number by its index in `data`. */
export function placeIn(index: number, shape: readonly number[]): readonly number[] {
  const place: number[] = []
  let rest = index
  for (const length of [...shape].reverse()) {
    place.unshift(rest % length)
    rest = Math.floor(rest / length)
  }
  return place
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1)
}
