import { ARRAY_TYPES, type Dtype } from '../../../../core/value.ts'
import type { Encoded } from '../../../protocol/encode-value.ts'
import { arrayFromBytes } from '../../../protocol/read-value.ts'

/** An argument as a submission sees it: arrays are `{ shape, data }` on memory of their own. */
export function decodeArgument(encoded: Encoded, payload: Uint8Array): unknown {
  if (typeof encoded !== 'object') return encoded
  if ('n' in encoded) return Number(encoded.n)
  if ('a' in encoded) {
    const [dtype, shape, at] = encoded.a
    const length = shape.reduce(
      (product, part) => product * part,
      ARRAY_TYPES[dtype as Dtype].BYTES_PER_ELEMENT,
    )
    return {
      shape: [...shape],
      data: arrayFromBytes(dtype as Dtype, shape, payload.subarray(at, at + length)).data,
    }
  }
  if ('r' in encoded) {
    const fields = Object.entries(encoded.r).map(([field, part]) => [field, decodeArgument(part, payload)])
    return Object.fromEntries(fields)
  }
  return undefined
}
