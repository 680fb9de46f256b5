import type { Text } from '../../core/locale.ts'
import { type InputRange, isWithin, type Range, rangeText } from '../../core/range.ts'
import type { Param, Type } from '../../core/signature.ts'
import type { NdArray, Value, ValueRecord } from '../../core/value.ts'

/** The first number of an input that its range does not allow, in a clause; undefined where all are allowed. */
export function rangeComplaint(
  params: readonly Param[],
  input: readonly InputRange[],
  args: readonly Value[],
): Text | undefined {
  const ranges = new Map(input.flatMap(({ names, range }) => names.map((name) => [name, range] as const)))
  for (const [at, { name, type }] of params.entries()) {
    const complaint = complaintIn(ranges, type, args[at] as Value, name)
    if (complaint !== undefined) return complaint
  }
  return undefined
}

type Ranges = ReadonlyMap<string, Range>

function complaintIn(ranges: Ranges, type: Type, value: Value, at: string): Text | undefined {
  switch (type.kind) {
    case 'record':
      for (const { name, type: field } of type.fields) {
        const complaint = complaintIn(ranges, field, (value as ValueRecord)[name] as Value, `${at}.${name}`)
        if (complaint !== undefined) return complaint
      }
      return undefined
    case 'array':
      return complaintInArray(ranges, type.dims, value as NdArray, at)
    default:
      return complaintOf(ranges, value, at)
  }
}

function complaintInArray(
  ranges: Ranges,
  dims: readonly string[],
  { shape, data }: NdArray,
  at: string,
): Text | undefined {
  const lengths = dims.map((dim, axis) => complaintOf(ranges, shape[axis] ?? 0, dim))
  const range = ranges.get(at)
  const odd = range && data.findIndex((value) => !isWithin(range, value))
  const of = odd === undefined || odd < 0 ? undefined : complaintOf(ranges, data[odd] as number, at)
  return lengths.find((complaint) => complaint !== undefined) ?? of
}

/** Names without a range are bound to nothing: `4`, or `5+C`, which follows from others. */
function complaintOf(ranges: Ranges, value: Value, at: string): Text | undefined {
  const range = ranges.get(at)
  if (range === undefined || (typeof value !== 'number' && typeof value !== 'string')) return undefined
  return isWithin(range, value) ? undefined : beyond(at, value, rangeText(range))
}

function beyond(at: string, value: Value, range: Text): Text {
  return {
    en: `${at} is ${value}, and its range is ${range.en}`,
    zh: `${at} 是 ${value}，不在允许的范围（${range.zh}）之内`,
  }
}
