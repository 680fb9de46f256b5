import { showableLines } from '../../core/clean-text.ts'
import {
  ARRAY_TYPES,
  DTYPES,
  type Dtype,
  isArray,
  type NdArray,
  sizeOf,
  type Value,
} from '../../core/value.ts'

/** No name of a signature holds it, so that it tells what JSON has no word for from a record. */
const TAG = '#'

const ODD_NUMBERS = { NaN: Number.NaN, Infinity: Infinity, '-Infinity': -Infinity, '-0': -0 } as const
type OddName = keyof typeof ODD_NUMBERS

/** What JSON keeps as it is: odd numbers as their names, arrays as their bytes, and nothing as null. */
export function toWire(part: unknown): unknown {
  if (part === undefined) return null
  if (typeof part === 'number') return wiredNumber(part)
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map(toWire)
  if (isArray(part as Value)) return wiredArray(part as NdArray)
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, toWire(inner)]))
}

function wiredNumber(number: number): unknown {
  const isPlain = Number.isFinite(number) && !Object.is(number, -0)
  return isPlain ? number : { [TAG]: Object.is(number, -0) ? '-0' : String(number) }
}

function wiredArray({ dtype, shape, data }: NdArray): unknown {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  return { [TAG]: dtype, shape, data: bytes.toString('base64') }
}

/** Undefined for what is none. */
export function numberFromWire(wire: unknown): number | undefined {
  if (typeof wire === 'number') return wire
  const name = isObject(wire) ? wire[TAG] : undefined
  return typeof name === 'string' && Object.hasOwn(ODD_NUMBERS, name)
    ? ODD_NUMBERS[name as OddName]
    : undefined
}

/** Undefined for what is none, or lies deeper than any value of a signature. */
export function valueFromWire(wire: unknown, depth = 0): Value | undefined {
  if (typeof wire === 'boolean') return wire
  if (typeof wire === 'string') return showableLines(wire)
  if (!isObject(wire)) return numberFromWire(wire)
  if (TAG in wire) return numberFromWire(wire) ?? arrayFromWire(wire)
  if (depth === DEEPEST) return undefined
  const fields = Object.entries(wire).map(([name, inner]) => [name, valueFromWire(inner, depth + 1)] as const)
  const isRecord = fields.every(([name, value]) => FIELD.test(name) && value !== undefined)
  return isRecord ? (Object.fromEntries(fields) as { [field: string]: Value }) : undefined
}

const DEEPEST = 16
const MOST_DIMENSIONS = 32
const FIELD = /^[A-Za-z]\w{0,199}$/

function arrayFromWire({ [TAG]: tag, shape, data }: { [field: string]: unknown }): NdArray | undefined {
  const dtype = DTYPES.find((one) => one === tag)
  if (dtype === undefined || !isShape(shape) || typeof data !== 'string') return undefined
  const bytes = Uint8Array.from(Buffer.from(data, 'base64'))
  const Numbers = ARRAY_TYPES[dtype]
  if (bytes.length !== sizeOf(shape) * Numbers.BYTES_PER_ELEMENT) return undefined
  return { dtype, shape, data: new Numbers(bytes.buffer) } as NdArray & { readonly dtype: Dtype }
}

function isShape(shape: unknown): shape is readonly number[] {
  return (
    Array.isArray(shape) &&
    shape.length <= MOST_DIMENSIONS &&
    shape.every((length) => Number.isSafeInteger(length) && length >= 0)
  )
}

function isObject(wire: unknown): wire is { readonly [field: string]: unknown } {
  return typeof wire === 'object' && wire !== null && !Array.isArray(wire)
}
