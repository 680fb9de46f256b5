import type { Type } from '../../core/signature.ts'
import { unreachable } from '../../core/unreachable.ts'
import { type DataOf, DTYPES, type Dtype, type NdArray, sizeOf, type Value } from '../../core/value.ts'
import { type OddValue, oddValue, readOdd } from './odd-value.ts'

/** What a hostile process sent, read as the signature's type; or why it cannot be. */
export type ReadValue =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'invalid'; readonly at: string; readonly expected: Type; readonly got: Type | OddValue }

/**
 * Reads only what the signature asks for: every other part of `encoded` is ignored, so that nothing that the learner's
 * process invents reaches the judge. `at` names the place in complaints, such as `result.params`.
 */
export function readValue(type: Type, encoded: unknown, payload: Uint8Array, at: string): ReadValue {
  const value = readPart(type, encoded, payload)
  if (value !== undefined) return { kind: 'value', value }
  if (type.kind === 'record' && isTagged(encoded, 'r')) return readRecord(type, encoded.r, payload, at)
  return { kind: 'invalid', at, expected: type, got: describe(encoded) }
}

type Scalar = Exclude<Type, { readonly kind: 'record' }>

function readPart(type: Type, encoded: unknown, payload: Uint8Array): Value | undefined {
  switch (type.kind) {
    case 'int': {
      const value = readNumber(encoded)
      return Number.isInteger(value) ? value : undefined
    }
    case 'f64':
      return readNumber(encoded)
    case 'bool':
      return typeof encoded === 'boolean' ? encoded : undefined
    case 'str':
      return typeof encoded === 'string' ? encoded : undefined
    case 'array':
      return readArray(type, encoded, payload)
    case 'record':
      return undefined
    default:
      return unreachable(type)
  }
}

function readNumber(encoded: unknown): number | undefined {
  if (typeof encoded === 'number') return encoded
  return isTagged(encoded, 'n') ? Number(encoded.n) : undefined
}

function readArray(
  type: Extract<Scalar, { readonly kind: 'array' }>,
  encoded: unknown,
  payload: Uint8Array,
): Value | undefined {
  if (!isTagged(encoded, 'a') || !Array.isArray(encoded.a)) return undefined
  const [dtype, shape, at] = encoded.a as readonly unknown[]
  if (dtype !== type.dtype || !isShape(shape) || !isLength(at)) return undefined
  const end = at + sizeOf(shape) * BYTES[type.dtype]
  if (end > payload.length) return undefined
  return arrayFromBytes(type.dtype, shape, payload.subarray(at, end))
}

/** Copies the bytes: a payload may be unaligned, and other arrays lie beside them. */
export function arrayFromBytes(dtype: Dtype, shape: readonly number[], bytes: Uint8Array): NdArray {
  const { buffer } = new Uint8Array(bytes)
  return { dtype, shape, data: viewAs(dtype, buffer) } as NdArray
}

function viewAs(dtype: Dtype, buffer: ArrayBuffer): DataOf<Dtype> {
  switch (dtype) {
    case 'u8':
      return new Uint8Array(buffer)
    case 'i32':
      return new Int32Array(buffer)
    case 'f32':
      return new Float32Array(buffer)
    case 'f64':
      return new Float64Array(buffer)
    default:
      return unreachable(dtype)
  }
}

const BYTES: { readonly [D in Dtype]: number } = { u8: 1, i32: 4, f32: 4, f64: 8 }

function readRecord(
  type: Extract<Type, { readonly kind: 'record' }>,
  fields: unknown,
  payload: Uint8Array,
  at: string,
): ReadValue {
  const value: { [field: string]: Value } = {}
  for (const field of type.fields) {
    const encoded = ownField(fields, field.name)
    if (encoded === undefined)
      return { kind: 'invalid', at, expected: type, got: oddValue('lacks', field.name) }
    const read = readValue(field.type, encoded, payload, `${at}.${field.name}`)
    if (read.kind === 'invalid') return read
    value[field.name] = read.value
  }
  return { kind: 'value', value }
}

function ownField(fields: unknown, name: string): unknown {
  return typeof fields === 'object' && fields !== null && Object.hasOwn(fields, name)
    ? (fields as { readonly [name: string]: unknown })[name]
    : undefined
}

function isTagged<Tag extends string>(
  encoded: unknown,
  tag: Tag,
): encoded is { readonly [T in Tag]: unknown } {
  return typeof encoded === 'object' && encoded !== null && Object.hasOwn(encoded, tag)
}

function isShape(shape: unknown): shape is readonly number[] {
  return Array.isArray(shape) && shape.length <= 32 && shape.every(isLength)
}

function isLength(length: unknown): length is number {
  return Number.isSafeInteger(length) && (length as number) >= 0
}

function isDtype(name: unknown): name is Dtype {
  return DTYPES.some((dtype) => dtype === name)
}

/** A type where the language has better words for it than we do. */
function describe(encoded: unknown): Type | OddValue {
  if (typeof encoded === 'number') return oddValue('number', encoded)
  if (typeof encoded === 'boolean') return oddValue('boolean', encoded)
  if (typeof encoded === 'string') return oddValue('string')
  if (isTagged(encoded, 'n')) return oddValue('number', encoded.n)
  if (isTagged(encoded, 'o')) return readOdd(encoded.o)
  if (isTagged(encoded, 'r')) return oddValue('record')
  const dtype =
    isTagged(encoded, 'a') && Array.isArray(encoded.a) ? (encoded.a as readonly unknown[])[0] : undefined
  if (isDtype(dtype)) return { kind: 'array', dtype, dims: [] }
  return oddValue('unreadable')
}
