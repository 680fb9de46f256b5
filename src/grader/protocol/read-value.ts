import type { ArrayType, RecordType, Type } from '../../core/signature.ts'
import { unreachable } from '../../core/unreachable.ts'
import { ARRAY_TYPES, DTYPES, type Dtype, type NdArray, sizeOf, type Value } from '../../core/value.ts'
import { convertArray, type Lost } from './convert-array.ts'
import { type OddValue, oddValue, readOdd } from './odd-value.ts'

/** What a hostile process sent, read as the signature's type; or why it cannot be. */
export type ReadValue =
  | { readonly kind: 'value'; readonly value: Value; readonly conversions: readonly Conversion[] }
  | { readonly kind: 'invalid'; readonly at: string; readonly expected: Type; readonly got: Got }

/** `lost`: a number that the type cannot hold. */
export type Got = Type | OddValue | ({ readonly kind: 'lost' } & Lost)

/** A part that holds the right kind of value in something else than the signature says. */
export interface Conversion {
  readonly at: string
  readonly from: Type | OddValue
  readonly to: Type
}

/**
 * Reads only what the signature asks for: every other part of `encoded` is ignored, so that nothing that the learner's
 * process invents reaches the judge. `at` names the place in complaints, such as `result.params`.
 */
export function readValue(type: Type, encoded: unknown, payload: Uint8Array, at: string): ReadValue {
  const { inner, from, isData } = unwrapped(encoded)
  const read = readPart(type, inner, payload, at)
  const place = isData ? `${at}.data` : at
  if (read.kind === 'invalid')
    return read.at === at && read.got.kind === 'odd' ? { ...read, at: place } : read
  if (from === undefined) return read
  const held: Conversion = { at: place, from, to: type }
  return { ...read, conversions: type.kind === 'record' ? [held, ...read.conversions] : [held] }
}

interface Unwrapped {
  readonly inner: unknown
  readonly from: OddValue | undefined
  readonly isData: boolean
}

function unwrapped(encoded: unknown): Unwrapped {
  if (!isTagged(encoded, 'c') || !Array.isArray(encoded.c))
    return { inner: encoded, from: undefined, isData: false }
  const [from, inner, member] = encoded.c as readonly unknown[]
  return { inner, from: readOdd(from), isData: member === 'data' }
}

function readPart(type: Type, encoded: unknown, payload: Uint8Array, at: string): ReadValue {
  switch (type.kind) {
    case 'int': {
      const value = readNumber(encoded)
      return scalar(type, Number.isInteger(value) ? value : undefined, encoded, at)
    }
    case 'f64':
      return scalar(type, readNumber(encoded), encoded, at)
    case 'bool':
      return scalar(type, readTruth(encoded), encoded, at)
    case 'str':
      return scalar(type, typeof encoded === 'string' ? encoded : undefined, encoded, at)
    case 'array':
      return readArray(type, encoded, payload, at)
    case 'record':
      return isTagged(encoded, 'r') ? readRecord(type, encoded.r, payload, at) : invalid(type, encoded, at)
    default:
      return unreachable(type)
  }
}

function invalid(expected: Type, encoded: unknown, at: string): ReadValue {
  return { kind: 'invalid', at, expected, got: describe(encoded) }
}

function scalar(type: Type, value: Value | undefined, encoded: unknown, at: string): ReadValue {
  if (value === undefined) return invalid(type, encoded, at)
  const isOfKind = (typeof encoded === 'boolean') === (type.kind === 'bool')
  return { kind: 'value', value, conversions: isOfKind ? [] : [{ at, from: describe(encoded), to: type }] }
}

/** Truth and the numbers 0 and 1 stand for each other. */
function readNumber(encoded: unknown): number | undefined {
  if (typeof encoded === 'number' || typeof encoded === 'boolean') return Number(encoded)
  return isTagged(encoded, 'n') && typeof encoded.n === 'string' ? Number(encoded.n) : undefined
}

function readTruth(encoded: unknown): boolean | undefined {
  return typeof encoded === 'boolean' || encoded === 0 || encoded === 1 ? Boolean(encoded) : undefined
}

function readArray(type: ArrayType, encoded: unknown, payload: Uint8Array, at: string): ReadValue {
  const found = arrayIn(encoded, payload)
  if (found === undefined) return invalid(type, encoded, at)
  if (found.dtype === type.dtype) return { kind: 'value', value: found, conversions: [] }
  const value = convertArray(found, type.dtype)
  return 'why' in value
    ? { kind: 'invalid', at, expected: type, got: { kind: 'lost', ...value } }
    : { kind: 'value', value, conversions: [{ at, from: describe(encoded), to: type }] }
}

function arrayIn(encoded: unknown, payload: Uint8Array): NdArray | undefined {
  if (!isTagged(encoded, 'a') || !Array.isArray(encoded.a)) return undefined
  const [dtype, shape, at] = encoded.a as readonly unknown[]
  if (!isDtype(dtype) || !isShape(shape) || !isLength(at)) return undefined
  const end = at + sizeOf(shape) * ARRAY_TYPES[dtype].BYTES_PER_ELEMENT
  return end > payload.length ? undefined : arrayFromBytes(dtype, shape, payload.subarray(at, end))
}

/** Copies the bytes: a payload may be unaligned, and other arrays lie beside them. */
export function arrayFromBytes(dtype: Dtype, shape: readonly number[], bytes: Uint8Array): NdArray {
  const { buffer } = new Uint8Array(bytes)
  return { dtype, shape, data: new ARRAY_TYPES[dtype](buffer) } as NdArray
}

function readRecord(type: RecordType, fields: unknown, payload: Uint8Array, at: string): ReadValue {
  const value: { [field: string]: Value } = {}
  const conversions: Conversion[] = []
  for (const field of type.fields) {
    const encoded = ownField(fields, field.name)
    if (encoded === undefined)
      return { kind: 'invalid', at, expected: type, got: oddValue('lacks', field.name) }
    const read = readValue(field.type, encoded, payload, `${at}.${field.name}`)
    if (read.kind === 'invalid') return read
    value[field.name] = read.value
    conversions.push(...read.conversions)
  }
  return { kind: 'value', value, conversions }
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
