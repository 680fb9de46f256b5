import type { Text } from './locale.ts'
import { Problem } from './problem.ts'
import type { Param, Signature, Type } from './signature.ts'
import { unreachable } from './unreachable.ts'
import { type Dtype, type NdArray, sizeOf, type Value } from './value.ts'
import type { NamedValue } from './verdict.ts'

/** Arguments as people write them: one JSON object with a field for each parameter, arrays as nested lists. @throws Problem */
export function parseInput(text: string, { params }: Signature): readonly NamedValue[] {
  const fields = fieldsOf(parseJson(text), 'input', params)
  const lengths = new Map<string, number>()
  return params.map(({ name, type }, at) => ({ name, value: argumentOf(type, fields[at], name, lengths) }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw refusal({ en: `The input is no JSON: ${why}.`, zh: `输入不是 JSON：${why}。` })
  }
}

/** In the order of the parameters; no other may be there. */
function fieldsOf(json: unknown, at: string, params: readonly Param[]): readonly unknown[] {
  const names = params.map(({ name }) => name)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw refusal({
      en: `${at} is no object with ${names.join(', ')}.`,
      zh: `${at} 不是含 ${names.join('、')} 的对象。`,
    })
  }
  const odd = Object.keys(json).find((name) => !names.includes(name))
  if (odd !== undefined)
    throw refusal({ en: `${at} has no parameter ${odd}.`, zh: `${at} 没有参数 ${odd}。` })
  return names.map((name) => {
    if (!Object.hasOwn(json, name)) throw refusal({ en: `${at} lacks ${name}.`, zh: `${at} 缺少 ${name}。` })
    return (json as { readonly [name: string]: unknown })[name]
  })
}

/** @param lengths what each name of a dimension has been found to be */
function argumentOf(type: Type, json: unknown, at: string, lengths: Map<string, number>): Value {
  switch (type.kind) {
    case 'int':
      if (Number.isSafeInteger(json)) return json as number
      throw refusal(isNo(at, { en: 'whole number', zh: '整数' }))
    case 'f64':
      if (typeof json === 'number') return json
      throw refusal(isNo(at, { en: 'number', zh: '数' }))
    case 'bool':
      if (typeof json === 'boolean') return json
      throw refusal(isNo(at, { en: 'true or false', zh: ' true 或 false' }))
    case 'str':
      if (typeof json === 'string') return json
      throw refusal(isNo(at, { en: 'string', zh: '字符串' }))
    case 'array':
      return arrayOf(type, json, at, lengths)
    case 'record': {
      const values = fieldsOf(json, at, type.fields)
      return Object.fromEntries(
        type.fields.map((field, index) => [
          field.name,
          argumentOf(field.type, values[index], `${at}.${field.name}`, lengths),
        ]),
      )
    }
    default:
      return unreachable(type)
  }
}

type ArrayType = Extract<Type, { readonly kind: 'array' }>

function arrayOf(
  { dtype, dims }: ArrayType,
  json: unknown,
  at: string,
  lengths: Map<string, number>,
): NdArray {
  const shape: number[] = []
  const numbers: number[] = []
  read(json, at, 0)
  // A list that is empty does not show how long its items are.
  for (let axis = shape.length; axis < dims.length; axis++) shape.push(known(dims[axis], lengths) ?? 0)
  for (const [axis, dim] of dims.entries())
    agree(dim, shape[axis] ?? 0, `${at}${'[0]'.repeat(axis)}`, lengths)
  if (sizeOf(shape) !== numbers.length) throw refusal(isRagged(at))
  return { dtype, shape, data: ARRAYS[dtype].from(numbers) } as NdArray

  function read(part: unknown, place: string, axis: number): void {
    if (axis === dims.length) {
      numbers.push(numberOf(dtype, part, place))
      return
    }
    if (!Array.isArray(part)) throw refusal(isNo(place, { en: 'list', zh: '列表' }))
    shape[axis] ??= part.length
    if (shape[axis] !== part.length) throw refusal(isRagged(place))
    for (const [index, item] of part.entries()) read(item, `${place}[${index}]`, axis + 1)
  }
}

const ARRAYS = { u8: Uint8Array, i32: Int32Array, f32: Float32Array, f64: Float64Array } as const
const WHOLE: { readonly [D in Dtype]?: readonly [low: number, high: number] } = {
  u8: [0, 255],
  i32: [-(2 ** 31), 2 ** 31 - 1],
}

function numberOf(dtype: Dtype, json: unknown, at: string): number {
  const range = WHOLE[dtype]
  if (range === undefined) {
    if (typeof json === 'number') return json
    throw refusal(isNo(at, { en: 'number', zh: '数' }))
  }
  const [low, high] = range
  if (Number.isInteger(json) && (json as number) >= low && (json as number) <= high) return json as number
  throw refusal(isNo(at, { en: `whole number from ${low} to ${high}`, zh: ` ${low} 到 ${high} 的整数` }))
}

/** Undefined for arithmetic, and for a name that nothing has given a length yet. */
function known(dim: string | undefined, lengths: ReadonlyMap<string, number>): number | undefined {
  if (dim === undefined) return undefined
  return /^\d+$/.test(dim) ? Number(dim) : lengths.get(dim)
}

function agree(dim: string, length: number, at: string, lengths: Map<string, number>): void {
  const expected = known(dim, lengths)
  if (expected === undefined && /^[A-Za-z]\w*$/.test(dim)) lengths.set(dim, length)
  if (expected === undefined || expected === length) return
  throw refusal({
    en: `${at} has ${length} items, and must have ${dim === String(expected) ? '' : `${dim} = `}${expected}.`,
    zh: `${at} 有 ${length} 项，应有 ${dim === String(expected) ? '' : `${dim} = `}${expected} 项。`,
  })
}

function isNo(at: string, what: Text): Text {
  return { en: `${at} is no ${what.en}.`, zh: `${at} 不是${what.zh}。` }
}

function isRagged(at: string): Text {
  return { en: `${at} is longer or shorter than its neighbours.`, zh: `${at} 与相邻各行长度不同。` }
}

function refusal(message: Text): Problem {
  return new Problem(message, {
    remedy: {
      en: 'Write one JSON object with a field for each parameter, arrays as nested lists.',
      zh: '请写成一个 JSON 对象，每个参数一个字段，数组用嵌套列表表示。',
    },
  })
}
