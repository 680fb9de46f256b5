import { types } from 'node:util'
import type { EncodedOdd } from '../../../protocol/odd-value.ts'
import { tagOf } from './typed-array.ts'

const { isProxy, isTypedArray, isPromise, isDate, isMap, isSet, isArrayBuffer, isGeneratorObject } = types
const { getPrototypeOf } = Object
const isArray = Array.isArray
const stringify = JSON.stringify
const apply = Reflect.apply
const { join } = Array.prototype
const plain = Object.prototype
const MOST_LETTERS = 40

/** What a value is that is not of the type asked for. */
export function nameOf(value: unknown): EncodedOdd {
  if (value === null || value === undefined) return ['word', value === null ? 'null' : 'undefined']
  if (typeof value !== 'object') return ['type', typeof value]
  if (isProxy(value)) return ['type', 'Proxy']
  if (isPromise(value)) return ['promise', 'Promise']
  if (isTypedArray(value) || isArray(value)) return ['bare', isArray(value) ? 'Array' : tagOf(value)]
  if (isMap(value) || isSet(value)) return ['type', isMap(value) ? 'Map' : 'Set']
  if (isDate(value) || isArrayBuffer(value)) return ['type', isDate(value) ? 'Date' : 'ArrayBuffer']
  return isGeneratorObject(value) ? ['lazy', 'Generator'] : classOf(value)
}

function classOf(value: object): EncodedOdd {
  const prototype = getPrototypeOf(value) as { readonly constructor?: { readonly name?: unknown } } | null
  if (prototype === null || prototype === plain) return ['record']
  const name = prototype.constructor?.name
  return typeof name === 'string' && name !== '' ? ['type', name] : ['instance']
}

/** Of `data`: as a type is written. */
export function kindOf(data: object): EncodedOdd {
  if (!isArray(data) && !isTypedArray(data)) return nameOf(data)
  let [item, brackets]: [unknown, string] = [data, '']
  for (; isArray(item) && brackets.length < MOST_LETTERS; item = item[0]) brackets += '[]'
  const name = isTypedArray(item) ? tagOf(item) : item === undefined ? 'number' : typeof item
  return ['type', name + brackets]
}

export function listed(numbers: readonly number[]): string {
  return apply(join, numbers, [', '])
}

/** As its writer knows it. */
export function spelled(value: unknown): string {
  if (typeof value === 'string')
    return stringify(value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)}…` : value)
  const [form, name] = nameOf(value)
  return `${name ?? form}`
}
