import { types } from 'node:util'
import type { ArrayType } from '../../../../core/signature.ts'
import { ARRAY_TYPES, type Dtype } from '../../../../core/value.ts'
import type { Encoded, Encoder } from '../../../protocol/encode-value.ts'
import { kindOf, listed, nameOf } from './name-of.ts'
import { collectRows, isRow, type NumberRow, packNumbers } from './pack-numbers.ts'
import { copyBytes, tagOf } from './typed-array.ts'
import { Unfit } from './unfit.ts'

/** `{ shape, data }`, or numbers whose shape is plain. Undefined for what is no array. */
export function captureArray(value: object, type: ArrayType, encoder: Encoder): Encoded | undefined {
  const { data, shape, length } = isRow(value) ? { length: 0 } : (value as Holder)
  if (typeof data === 'object' && data !== null) {
    if (!isProxy(data) && !isRow(data) && typeof (data as Holder).length !== 'number')
      return { c: [nameOf(data), { o: nameOf(data) }, 'data'] }
    const array = captureNumbers(data, lengthsIn(shape), type, encoder)
    return isOf(type.dtype, data) ? array : { c: [kindOf(data), array, 'data'] }
  }
  return isSafe(length) ? { c: [nameOf(value), captureNumbers(value, undefined, type, encoder)] } : undefined
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
  { dtype, dims }: ArrayType,
  encoder: Encoder,
): Encoded {
  const rows: NumberRow[] = []
  const same = isOf(dtype, source) ? copyBytes(source) : undefined
  const plain = same ? [same.length / ARRAY_TYPES[dtype].BYTES_PER_ELEMENT] : collectRows(source, [], rows)
  const count = product(plain)
  // Of what is no rows within rows nobody knows how long they would be.
  if (shape === undefined && count > 0 && plain.length !== dims.length) throw new Unfit(...nameOf(source))
  if (shape !== undefined && product(shape) !== count) throw new Unfit('sizes', listed(shape), count)
  if (same) return { a: [dtype, shape ?? plain, encoder.addBytes(same)] }
  const packed = packNumbers(rows, count, dtype)
  return { a: [packed.dtype, shape ?? plain, encoder.addBytes(copyBytes(packed.data))] }
}

function isOf(dtype: Dtype, data: object): boolean {
  return isTypedArray(data) && tagOf(data) === ARRAY_TYPES[dtype].name
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
