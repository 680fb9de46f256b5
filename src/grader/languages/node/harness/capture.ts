import { types } from 'node:util'
import { type Encoded, type Encoder, encodeNumber } from '../../../protocol/encode-value.ts'
import type { EncodedOdd } from '../../../protocol/odd-value.ts'

/**
 * Reads what a submission returned without running any of its code: no getter, proxy, `toJSON` or iterator of its own is asked.
 * The functions used are those that stood before the submission was loaded.
 */
export function capture(value: unknown, encoder: Encoder, depth = 0): Encoded {
  if (typeof value === 'number') return encodeNumber(value)
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value.length > MAX_TEXT ? { o: ['long-string'] } : value
  if (typeof value !== 'object' || value === null) return { o: nameOf(value) }
  if (isProxy(value)) return { o: ['type', 'Proxy'] }
  const data = ownValue(value, 'data')
  const dtype = dtypeOf(data)
  if (dtype !== undefined) {
    const shape = shapeOf(ownValue(value, 'shape'))
    const bytes = bytesOfArray(data as object)
    if (shape === undefined) return { o: ['shapeless'] }
    if (product(shape) * BYTES[dtype] !== bytes.length) {
      return { o: ['sizes', join(shape), bytes.length / BYTES[dtype]] }
    }
    return { a: [dtype, shape, encoder.addBytes(copy(bytes))] }
  }
  return depth < MAX_DEPTH ? captureRecord(value, encoder, depth) : { o: ['deep'] }
}

/** No signature nests deeper; a cycle ends here. */
const MAX_DEPTH = 4
/** No signature has so many fields, no answer so long a text, no array so many dimensions. */
const MAX_FIELDS = 64
const MAX_TEXT = 2 ** 16
const MAX_DIMENSIONS = 32

const { isProxy, isTypedArray, isPromise, isDate, isMap, isSet, isArrayBuffer } = types
const { getOwnPropertyDescriptor, getPrototypeOf, keys } = Object
const isArray = Array.isArray
const isInteger = Number.isSafeInteger
const apply = Reflect.apply
const join = (shape: readonly number[]) => apply(Array.prototype.join, shape, [', ']) as string
const typedArray = getPrototypeOf(Uint8Array.prototype) as object
const getTag = getterOf('%tag')
const getBuffer = getterOf('buffer')
const getByteOffset = getterOf('byteOffset')
const getByteLength = getterOf('byteLength')
const Bytes = Uint8Array
const copyOf = Uint8Array.prototype.slice

const DTYPES: { readonly [tag: string]: 'u8' | 'i32' | 'f32' | 'f64' } = Object.assign(Object.create(null), {
  Uint8Array: 'u8',
  Int32Array: 'i32',
  Float32Array: 'f32',
  Float64Array: 'f64',
})
const BYTES = { u8: 1, i32: 4, f32: 4, f64: 8 }

function getterOf(name: string): (array: object) => unknown {
  const key = name === '%tag' ? Symbol.toStringTag : name
  const get = getOwnPropertyDescriptor(typedArray, key)?.get
  return (array) => apply(get as () => unknown, array, [])
}

function dtypeOf(data: unknown): 'u8' | 'i32' | 'f32' | 'f64' | undefined {
  return isTypedArray(data) ? DTYPES[getTag(data) as string] : undefined
}

function bytesOfArray(array: object): Uint8Array {
  return new Bytes(
    getBuffer(array) as ArrayBuffer,
    getByteOffset(array) as number,
    getByteLength(array) as number,
  )
}

function copy(bytes: Uint8Array): Uint8Array {
  return apply(copyOf, bytes, [])
}

/** An own data property's value; a getter counts as absent. */
function ownValue(holder: object, name: string): unknown {
  return getOwnPropertyDescriptor(holder, name)?.value
}

function shapeOf(shape: unknown): number[] | undefined {
  if (!isArray(shape) || isProxy(shape) || shape.length > MAX_DIMENSIONS) return undefined
  const lengths: number[] = []
  for (let at = 0; at < shape.length; at++) {
    const length = ownValue(shape, `${at}`)
    if (!isInteger(length) || (length as number) < 0) return undefined
    lengths[at] = length as number
  }
  return lengths
}

function product(shape: readonly number[]): number {
  let size = 1
  for (let at = 0; at < shape.length; at++) size *= shape[at] as number
  return size
}

function captureRecord(value: object, encoder: Encoder, depth: number): Encoded {
  const prototype = getPrototypeOf(value)
  if (prototype !== null && prototype !== plain) return { o: nameOf(value) }
  const names = keys(value)
  if (names.length > MAX_FIELDS) return { o: ['many-fields', names.length] }
  const fields: { [field: string]: Encoded } = { __proto__: null } as never
  for (const field of names) {
    const property = getOwnPropertyDescriptor(value, field)
    fields[field] =
      property && 'value' in property ? capture(property.value, encoder, depth + 1) : { o: ['getter'] }
  }
  return { r: fields }
}
const plain = Object.prototype

function nameOf(value: unknown): EncodedOdd {
  if (value === null || value === undefined) return ['word', value === null ? 'null' : 'undefined']
  if (typeof value !== 'object') return ['type', typeof value]
  if (isPromise(value)) return ['promise']
  if (isTypedArray(value)) return ['bare', getTag(value) as string]
  if (isArray(value)) return ['bare', 'Array']
  if (isMap(value) || isSet(value)) return ['type', isMap(value) ? 'Map' : 'Set']
  if (isDate(value) || isArrayBuffer(value)) return ['type', isDate(value) ? 'Date' : 'ArrayBuffer']
  return ['instance']
}
