import { beginsWith } from '../begins-with.ts'
import { sizeOf } from '../value.ts'
import { type GivenArray, inputProblem } from './given-value.ts'

/** What `numpy.save` writes. */
export function isNpy(bytes: Uint8Array): boolean {
  return beginsWith(bytes, '\x93NUMPY')
}

/** @throws Problem when it is broken, or holds anything but numbers */
export function parseNpy(bytes: Uint8Array, from: string): GivenArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { order, code, isFortran, shape, begin } = readHeader(view, from)
  const kind = KINDS[code]
  if (kind === undefined) throw noNumbers(from, code)
  const size = sizeOf(shape)
  if (begin + size * kind.bytes > bytes.length) throw broken(from)
  const numbers = new Float64Array(size)
  for (let at = 0; at < size; at++) numbers[at] = kind.read(view, begin + at * kind.bytes, order !== '>')
  return { dtype: kind.name, shape, data: isFortran ? inRows(numbers, shape) : numbers }
}

interface Kind {
  readonly name: string
  readonly bytes: number
  readonly read: (view: DataView, at: number, isLittle: boolean) => number
}

const KINDS: { readonly [code: string]: Kind } = {
  b1: { name: 'bool', bytes: 1, read: (view, at) => view.getUint8(at) },
  u1: { name: 'uint8', bytes: 1, read: (view, at) => view.getUint8(at) },
  u2: { name: 'uint16', bytes: 2, read: (view, at, little) => view.getUint16(at, little) },
  u4: { name: 'uint32', bytes: 4, read: (view, at, little) => view.getUint32(at, little) },
  u8: { name: 'uint64', bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  i1: { name: 'int8', bytes: 1, read: (view, at) => view.getInt8(at) },
  i2: { name: 'int16', bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  i4: { name: 'int32', bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  i8: { name: 'int64', bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  f2: { name: 'float16', bytes: 2, read: (view, at, little) => view.getFloat16(at, little) },
  f4: { name: 'float32', bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { name: 'float64', bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
}

/** A version, the length of the header in two or four bytes, and a dictionary as Python writes it. */
function readHeader(view: DataView, from: string) {
  if (view.byteLength < 12) throw broken(from)
  const [length, textAt] =
    view.getUint8(6) === 1 ? [view.getUint16(8, true), 10] : [view.getUint32(8, true), 12]
  const begin = textAt + length
  if (begin > view.byteLength) throw broken(from)
  const text = new TextDecoder('latin1').decode(new Uint8Array(view.buffer, view.byteOffset + textAt, length))
  const descr = /'descr':\s*(?:'([<>|=])?(\w+)'|(\[.*\]))/.exec(text)
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(text)?.[1]
  if (descr === null || shape === undefined) throw broken(from)
  return {
    order: descr[1],
    code: descr[2] ?? descr[3] ?? '',
    isFortran: /'fortran_order':\s*True/.test(text),
    shape: shape.split(',').flatMap((length) => (length.trim() === '' ? [] : [Number(length)])),
    begin,
  }
}

/** Of numbers that lie column by column. */
function inRows(numbers: Float64Array, shape: readonly number[]): Float64Array {
  const steps = shape.map((_, axis) => sizeOf(shape.slice(0, axis)))
  return numbers.map((_, index) => {
    let left = index
    let at = 0
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const length = shape[axis] ?? 1
      at += (left % length) * (steps[axis] ?? 0)
      left = Math.floor(left / length)
    }
    return numbers[at] ?? 0
  })
}

function broken(from: string) {
  return inputProblem(
    { en: `${from} is a broken .npy file.`, zh: `${from} 是损坏的 .npy 文件。` },
    { en: 'Write it again with numpy.save.', zh: '请用 numpy.save 重新保存。' },
  )
}

function noNumbers(from: string, code: string) {
  const isObject = code.startsWith('O')
  const what = isObject ? 'object' : code
  return inputProblem(
    { en: `${from} has the dtype ${what}, which is no number.`, zh: `${from} 的 dtype 是 ${what}，不是数。` },
    {
      en: 'Save an array of bool, int, uint or float: array.astype(...).',
      zh: '请保存 bool、int、uint 或 float 数组：array.astype(...)。',
    },
  )
}
