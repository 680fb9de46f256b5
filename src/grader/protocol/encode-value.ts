import { mapFields } from '../../core/map-fields.ts'
import { isArray, type Value } from '../../core/value.ts'
import { PAYLOAD_ALIGNMENT } from './frame.ts'
import type { EncodedOdd } from './odd-value.ts'

/** A value as it stands in a frame's header; the bytes of arrays are in the payload. */
export type Encoded =
  | number
  | boolean
  | string
  /** A number that JSON has no word for: `NaN`, `Infinity`, `-Infinity`, `-0`, or a whole number beyond 2^53. */
  | { readonly n: string }
  /** dtype, shape, offset in the payload. */
  | { readonly a: readonly [string, readonly number[], number] }
  | { readonly r: { readonly [field: string]: Encoded } }
  /**
   * A value, and what held it where that is something else than the signature says; `data`: it was so held in
   * the array's own `data`.
   */
  | { readonly c: readonly [EncodedOdd, Encoded, 'data'?] }
  /** What a submission returned where no signature allows it. */
  | { readonly o: EncodedOdd }

export interface Encoder {
  readonly encode: (value: Value) => Encoded
  /** Copies the bytes and returns their offset. */
  readonly addBytes: (bytes: Uint8Array) => number
  readonly payload: () => Uint8Array
}

export function createEncoder(): Encoder {
  const parts: Uint8Array[] = []
  let length = 0

  function addBytes(bytes: Uint8Array): number {
    const at = length
    parts[parts.length] = bytes
    length += padded(bytes.length)
    return at
  }

  function encode(value: Value): Encoded {
    if (typeof value === 'number') return encodeNumber(value)
    if (typeof value !== 'object') return value
    if (isArray(value)) return { a: [value.dtype, value.shape, addBytes(bytesOf(value.data))] }
    return { r: mapFields(value, encode) }
  }

  return {
    encode,
    addBytes,
    payload() {
      const payload = new Uint8Array(length)
      let at = 0
      for (const part of parts) {
        payload.set(part, at)
        at += padded(part.length)
      }
      return payload
    },
  }
}

/** The harness uses this after a submission has had its way with the globals. */
const { isFinite: isNumber } = Number
const { is } = Object
const { ceil } = Math

function padded(length: number): number {
  return ceil(length / PAYLOAD_ALIGNMENT) * PAYLOAD_ALIGNMENT
}

export function encodeNumber(value: number): Encoded {
  return isNumber(value) && !is(value, -0) ? value : { n: is(value, -0) ? '-0' : `${value}` }
}

export function bytesOf(data: ArrayBufferView): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}
