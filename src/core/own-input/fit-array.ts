import type { Text } from '../locale.ts'
import type { ArrayType } from '../signature.ts'
import { ARRAY_TYPES, type NdArray, placeIn, sizeOf } from '../value.ts'
import { fitNumber, notWhatItMustBe } from './fit-number.ts'
import { type FoundArray, findArray } from './given-array.ts'
import { type GivenValue, inputProblem } from './given-value.ts'

/** Numbers that make one argument too many for any program here. */
const MOST_NUMBERS = 2 ** 24

/** @param lengths what each name of a dimension has been found to be @throws Problem */
export function fitArray(
  type: ArrayType,
  given: GivenValue,
  at: string,
  lengths: Map<string, number>,
): NdArray {
  const found = findArray(given, at)
  if (found === undefined) {
    throw notWhatItMustBe(at, given, {
      en: 'an array, as nested lists or a file',
      zh: '数组（嵌套列表或文件）',
    })
  }
  const shape = fitShape(type, found, at, lengths)
  const size = sizeOf(shape)
  if (size > MOST_NUMBERS) throw tooMany(at, size)
  const data = new ARRAY_TYPES[type.dtype](size)
  for (let index = 0; index < size; index++) {
    data[index] = fitNumber(type.dtype, found.data[index], () => placeOf(at, shape, index))
  }
  return { dtype: type.dtype, shape, data } as NdArray
}

function tooMany(at: string, size: number) {
  return inputProblem(
    { en: `${at} has ${size} numbers.`, zh: `${at} 有 ${size} 个数。` },
    { en: `Give it at most ${MOST_NUMBERS}.`, zh: `请不要超过 ${MOST_NUMBERS} 个。` },
  )
}

function fitShape(
  { dims }: ArrayType,
  { shape, isOpen }: FoundArray,
  at: string,
  lengths: Map<string, number>,
): readonly number[] {
  const missing = isOpen ? dims.slice(shape.length).map((dim) => knownLength(dim, lengths) ?? 0) : []
  const whole = [...shape, ...missing]
  const wanted = dims.map((dim) => knownLength(dim, lengths))
  const fits =
    whole.length === dims.length && wanted.every((length, axis) => (length ?? whole[axis]) === whole[axis])
  if (!fits) throw otherShape(at, shape, dims, lengths)
  for (const [axis, dim] of dims.entries()) {
    if (/^[A-Za-z]\w*$/.test(dim)) lengths.set(dim, whole[axis] ?? 0)
  }
  return whole
}

/** Undefined for arithmetic, and for a name that nothing has given a length yet. */
function knownLength(dim: string, lengths: ReadonlyMap<string, number>): number | undefined {
  return /^\d+$/.test(dim) ? Number(dim) : lengths.get(dim)
}

function otherShape(
  at: string,
  shape: readonly number[],
  dims: readonly string[],
  lengths: ReadonlyMap<string, number>,
) {
  const known = dims.filter((dim) => lengths.has(dim)).map((dim) => `${dim} = ${lengths.get(dim)}`)
  const where: Text =
    known.length === 0
      ? { en: '', zh: '' }
      : { en: ` with ${known.join(', ')}`, zh: `，其中 ${known.join('，')}` }
  return inputProblem({
    en: `${at} has the shape [${shape.join(', ')}], and must have [${dims.join(', ')}]${where.en}.`,
    zh: `${at} 的形状是 [${shape.join(', ')}]，应为 [${dims.join(', ')}]${where.zh}。`,
  })
}

/** `image[1][2]` of the sixth number of two rows of three. */
function placeOf(at: string, shape: readonly number[], index: number): string {
  const places = placeIn(index, shape).map((place) => `[${place}]`)
  return at + places.join('')
}
