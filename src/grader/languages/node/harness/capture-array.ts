import { types } from 'node:util'
import { ARRAY_TYPES, type Dtype } from '../../../../core/value.ts'
import type { Encoded, Encoder } from '../../../protocol/encode-value.ts'
import { kindOf, listed, nameOf } from './name-of.ts'
import { collectRows, isRow, type NumberRow, packNumbers } from './pack-numbers.ts'
import { copyBytes, tagOf } from './typed-array.ts'
import { Unfit } from './unfit.ts'

/** `{ shape, data }`, or numbers whose shape is plain. Undefined for what is no array. */
export function captureArray(value: object, dtype: Dtype, encoder: Encoder): Encoded | undefined {
  if (isRow(value)) return { c: [nameOf(value), captureNumbers(value, undefined, dtype, encoder)] }
  const { data, shape, length } = value as Holder
  if (typeof data === 'object' && data !== null) {
    const array = captureNumbers(data, lengthsIn(shape), dtype, encoder)
    return isOf(dtype, data) ? array : { c: [kindOf(data), array, 'data'] }
  }
  if (!isSafe(length)) return undefined
  return { c: [nameOf(value), captureNumbers(value, undefined, dtype, encoder)] }
}

interface Holder {
  readonly data?: unknown
  readonly shape?: unknown
  readonly length?: unknown
}

const MAX_DIMENSIONS = 32
const { isProxy, isTypedArray } = types
const isSafe = Number.isSafeInteger

/** @param shape undefined: that of rows within rows */
function captureNumbers(
  source: object,
  shape: readonly number[] | undefined,
  dtype: Dtype,
  encoder: Encoder,
): Encoded {
  if (!isProxy(source) && isOf(dtype, source)) {
    const bytes = copyBytes(source)
    return {
      a: [
        dtype,
        shapeOf(bytes.length / ARRAY_TYPES[dtype].BYTES_PER_ELEMENT, shape),
        encoder.addBytes(bytes),
      ],
    }
  }
  const rows: NumberRow[] = []
  const plain = collectRows(source, [], rows)
  const packed = packNumbers(rows, product(plain), dtype)
  const whole = shape === undefined ? plain : shapeOf(product(plain), shape)
  return { a: [packed.dtype, whole, encoder.addBytes(copyBytes(packed.data))] }
}

function isOf(dtype: Dtype, data: object): boolean {
  return isTypedArray(data) && tagOf(data) === ARRAY_TYPES[dtype].name
}

function shapeOf(count: number, shape: readonly number[] = [count]): readonly number[] {
  if (product(shape) !== count) throw new Unfit('sizes', listed(shape), count)
  return shape
}

function lengthsIn(shape: unknown): readonly number[] {
  if (!isRow(shape) || isProxy(shape)) throw new Unfit('shapeless')
  const { length } = shape as ArrayLike<unknown>
  const lengths: number[] = []
  for (let at = 0; at < length; at++) {
    const one = (shape as ArrayLike<unknown>)[at]
    if (!isSafe(one) || (one as number) < 0 || at >= MAX_DIMENSIONS) throw new Unfit('shapeless')
    lengths[at] = one as number
  }
  return lengths
}

function product(shape: readonly number[]): number {
  let size = 1
  for (let at = 0; at < shape.length; at++) size *= shape[at] as number
  return size
}
