import { mapFields } from '../map-fields.ts'
import { isArray, type NdArray, sizeOf, type Value } from '../value.ts'
import type { NamedValue } from '../verdict.ts'

/** Arguments as `parseInput` reads them, a row of an array on each line. */
export function formatInput(args: readonly NamedValue[]): string {
  const fields = args.map(({ name, value }) => `  ${JSON.stringify(name)}: ${formatValue(value, '  ')}`)
  return `{\n${fields.join(',\n')}\n}\n`
}

/** What a value is as JSON: arrays are nested lists, and what no JSON has a word for is its name. */
export function plainValue(value: Value): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value !== 'object') return value
  if (isArray(value)) return nested(value, value.shape, 0)
  return mapFields(value, plainValue)
}

function formatValue(value: Value, indent: string): string {
  const plain = plainValue(value)
  if (typeof value !== 'object' || !isArray(value) || value.shape.length < 2 || !Array.isArray(plain))
    return JSON.stringify(plain)
  const rows = plain.map((row) => `${indent}  ${JSON.stringify(row)}`)
  return rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n${indent}]`
}

function nested({ data }: NdArray, shape: readonly number[], from: number): unknown {
  const [length = 0, ...rest] = shape
  const step = sizeOf(rest)
  return Array.from({ length }, (_, at) =>
    rest.length === 0
      ? plainValue(data[from + at] as number)
      : nested({ data } as NdArray, rest, from + at * step),
  )
}
