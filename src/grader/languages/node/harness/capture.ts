import { types } from 'node:util'
import type { RecordType, Type } from '../../../../core/signature.ts'
import { type Encoded, type Encoder, encodeNumber } from '../../../protocol/encode-value.ts'
import { captureArray } from './capture-array.ts'
import { nameOf } from './name-of.ts'
import { Unfit } from './unfit.ts'

/**
 * Reads what a submission returned as far as the signature's type can hold it: numbers count, not what holds
 * them. A getter of its own may run, and throw: in its own process, behind its walls and within its limits.
 * Whether a value is lost is the judge's to say.
 * The functions used are those that stood before the submission was loaded.
 */
export function capture(value: unknown, type: Type, encoder: Encoder): Encoded {
  try {
    return captureAs(value, type, encoder)
  } catch (error) {
    if (error instanceof UnfitType) return { o: error.odd }
    throw error
  }
}

const UnfitType = Unfit
/** No answer has so long a text. */
const MAX_TEXT = 2 ** 16

const { isProxy, isTypedArray, isPromise, isMap } = types
const isArray = Array.isArray
const isSafe = Number.isSafeInteger
const asNumber = Number
const apply = Reflect.apply
const getOf = Map.prototype.get

function captureAs(value: unknown, type: Type, encoder: Encoder): Encoded {
  if (typeof value === 'number') return encodeNumber(value)
  if (typeof value === 'boolean') return value
  if (typeof value === 'string') return value.length > MAX_TEXT ? { o: ['long-string'] } : value
  if (typeof value === 'bigint' && isSafe(asNumber(value)))
    return { c: [['type', 'bigint'], asNumber(value)] }
  const isReadable = typeof value === 'object' && value !== null && !isProxy(value)
  const read = isReadable ? captureObject(value, type, encoder) : undefined
  return read ?? { o: nameOf(value) }
}

function captureObject(value: object, type: Type, encoder: Encoder): Encoded | undefined {
  if (type.kind === 'array') return captureArray(value, type, encoder)
  const hasFields = !isArray(value) && !isTypedArray(value) && !isPromise(value)
  return type.kind === 'record' && hasFields ? captureRecord(value, type, encoder) : undefined
}

function captureRecord(value: object, { fields }: RecordType, encoder: Encoder): Encoded {
  const isOfMap = isMap(value)
  const found: { [field: string]: Encoded } = { __proto__: null } as never
  for (const { name, type } of fields) {
    const part = isOfMap ? apply(getOf, value, [name]) : (value as { readonly [name: string]: unknown })[name]
    if (part !== undefined) found[name] = capture(part, type, encoder)
  }
  return isOfMap ? { c: [['type', 'Map'], { r: found }] } : { r: found }
}
