import type { Text } from '../../core/locale.ts'
import type { ArrayType, Type } from '../../core/signature.ts'
import { unreachable } from '../../core/unreachable.ts'
import { ARRAY_TYPES, type NdArray, sizeOf, type Value } from '../../core/value.ts'
import { AuthorFault } from './author-fault.ts'

/**
 * Reads what a grader or a reference wrote as the signature's type: arrays get their dtype.
 * @param lengths what each name of a dimension was found to be before: equal names are equal lengths
 * @throws AuthorFault where it does not fit: the learner is told "judge-error" and loses nothing
 */
export function authorValue(
  type: Type,
  raw: unknown,
  at: string,
  lengths: Map<string, number> = new Map(),
): Value {
  switch (type.kind) {
    case 'int':
      return demand(Number.isInteger(raw), raw as number, at, { en: 'a whole number', zh: '整数' })
    case 'f64':
      return demand(typeof raw === 'number', raw as number, at, { en: 'a number', zh: '数' })
    case 'bool':
      return demand(typeof raw === 'boolean', raw as boolean, at, { en: 'a boolean', zh: '布尔值' })
    case 'str':
      return demand(typeof raw === 'string', raw as string, at, { en: 'a string', zh: '字符串' })
    case 'array':
      return authorArray(type, raw, at, lengths)
    case 'record':
      return Object.fromEntries(
        type.fields.map(({ name, type: fieldType }) => [
          name,
          authorValue(fieldType, fieldOf(raw, name), `${at}.${name}`, lengths),
        ]),
      )
    default:
      return unreachable(type)
  }
}

function demand<T>(holds: boolean, value: T, at: string, { en, zh }: Text): T {
  if (!holds) throw new AuthorFault({ en: `${at} is not ${en}`, zh: `${at} 不是${zh}` })
  return value
}

function authorArray(
  { dtype, dims }: ArrayType,
  raw: unknown,
  at: string,
  lengths: Map<string, number>,
): NdArray {
  const data = fieldOf(raw, 'data')
  const shape = fieldOf(raw, 'shape') as readonly number[]
  const array = { en: `an array of ${dtype}`, zh: ` ${dtype} 数组` }
  demand(data instanceof ARRAY_TYPES[dtype] && Array.isArray(shape), data, at, array)
  checkShape(shape, dims, at, lengths)
  const { length } = data as Uint8Array
  if (length !== sizeOf(shape)) throw otherCount(at, length, shape)
  return { dtype, shape: [...shape], data } as NdArray
}

function checkShape(
  shape: readonly number[],
  dims: readonly string[],
  at: string,
  lengths: Map<string, number>,
): void {
  if (shape.length !== dims.length) throw otherShape(at, shape, dims)
  for (const [axis, dim] of dims.entries()) {
    const [length = 0, known] = [shape[axis], /^\d+$/.test(dim) ? Number(dim) : lengths.get(dim)]
    if (known !== undefined && known !== length) throw otherShape(at, shape, dims, ` (${dim} = ${known})`)
    if (/^[A-Za-z]\w*$/.test(dim)) lengths.set(dim, length)
  }
}

function otherShape(at: string, shape: readonly number[], dims: readonly string[], where = ''): AuthorFault {
  const [found, wanted] = [`[${shape.join(', ')}]`, `[${dims.join(', ')}]${where}`]
  return new AuthorFault({
    en: `${at} has the shape ${found}, not ${wanted}`,
    zh: `${at} 的形状是 ${found}，应为 ${wanted}`,
  })
}

function otherCount(at: string, numbers: number, shape: readonly number[]): AuthorFault {
  return new AuthorFault({
    en: `${at} has ${numbers} numbers, and its shape [${shape.join(', ')}] takes ${sizeOf(shape)}`,
    zh: `${at} 有 ${numbers} 个数，而形状 [${shape.join(', ')}] 需要 ${sizeOf(shape)} 个`,
  })
}

function fieldOf(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null
    ? (holder as { readonly [name: string]: unknown })[name]
    : undefined
}
