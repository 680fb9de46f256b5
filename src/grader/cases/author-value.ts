import type { Type } from '../../core/signature.ts'
import { unreachable } from '../../core/unreachable.ts'
import { ARRAY_TYPES, type NdArray, sizeOf, type Value } from '../../core/value.ts'

/**
 * Reads what a grader or a reference wrote as the signature's type: arrays get their dtype. Throws a plain Error, for it is the
 * author's mistake: the learner is told "judge-error" and loses nothing.
 */
export function authorValue(type: Type, raw: unknown, at: string): Value {
  switch (type.kind) {
    case 'int':
      return demand(Number.isInteger(raw), raw as number, at, 'a whole number')
    case 'f64':
      return demand(typeof raw === 'number', raw as number, at, 'a number')
    case 'bool':
      return demand(typeof raw === 'boolean', raw as boolean, at, 'a boolean')
    case 'str':
      return demand(typeof raw === 'string', raw as string, at, 'a string')
    case 'array':
      return authorArray(type, raw, at)
    case 'record':
      return Object.fromEntries(
        type.fields.map(({ name, type: fieldType }) => [
          name,
          authorValue(fieldType, fieldOf(raw, name), `${at}.${name}`),
        ]),
      )
    default:
      return unreachable(type)
  }
}

function demand<T>(holds: boolean, value: T, at: string, what: string): T {
  if (!holds) throw new TypeError(`${at} is not ${what}`)
  return value
}

function authorArray(type: Extract<Type, { readonly kind: 'array' }>, raw: unknown, at: string): NdArray {
  const data = fieldOf(raw, 'data')
  const shape = fieldOf(raw, 'shape') as readonly number[]
  demand(data instanceof ARRAY_TYPES[type.dtype], data, at, `an array of ${type.dtype}`)
  demand(
    Array.isArray(shape) && shape.length === type.dims.length,
    shape,
    at,
    `of ${type.dims.length} dimensions`,
  )
  const { length } = data as Uint8Array
  demand(length === sizeOf(shape), length, at, `as long as its shape [${shape.join(', ')}]`)
  return { dtype: type.dtype, shape: [...shape], data } as NdArray
}

function fieldOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null
    ? (holder as { readonly [name: string]: unknown })[name]
    : undefined
}
