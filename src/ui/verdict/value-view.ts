import type { Say } from '../../core/locale.ts'
import { withDigits } from '../../core/significant-digits.ts'
import { isArray, type Value, type ValueRecord } from '../../core/value.ts'
import { cropText, indent, type Line, line, run } from '../text/line.ts'
import { FEW_DIGITS, gridLines, shapeText } from './array-grid.ts'

export interface ValueOptions {
  /** What the other side of the comparison has here. */
  readonly other: Value | undefined
  /** Where the worst error is, such as `params[7]`. */
  readonly at: string | undefined
  /** As many as show that error; few where there is none. */
  readonly digits?: number
  readonly width: number
  readonly say: Say
}

/** A value under its name: on one line where it is a scalar, as grids where it holds arrays. */
export function valueLines(name: string, value: Value, options: ValueOptions): readonly Line[] {
  return namedLines(name, name, value, options)
}

function namedLines(name: string, path: string, value: Value, options: ValueOptions): readonly Line[] {
  const { other, at, digits = FEW_DIGITS, width, say } = options
  if (isArray(value)) {
    const grid = gridLines(value, { focus: focusIn(at, path), other, digits, width: width - 2, say })
    return [
      [run(name, 'strong'), run(`  ${value.dtype}${shapeText(value.shape)}`, 'hint')],
      ...indent(grid, 2),
    ]
  }
  if (typeof value === 'object') {
    const fields = Object.entries(value).flatMap(([field, part]) =>
      namedLines(field, field, part, { ...options, other: fieldOf(other, field), width: width - 2 }),
    )
    return [line(name, 'strong'), ...indent(fields, 2)]
  }
  const isOther = other !== undefined && scalarText(other, digits) !== scalarText(value, digits)
  const text = cropText(scalarText(value, digits), Math.max(8, width - name.length - 6))
  return [[run(`${name} = `, 'strong'), isOther ? run(`[${text}]`, 'bad') : run(text)]]
}

function scalarText(value: Value, digits: number): string {
  return typeof value === 'number' ? withDigits(value, digits) : JSON.stringify(value)
}

function fieldOf(value: Value | undefined, field: string): Value | undefined {
  if (typeof value !== 'object' || isArray(value)) return undefined
  return Object.hasOwn(value, field) ? (value as ValueRecord)[field] : undefined
}

/** `params[7]` names a place in `params`; the output itself is called `result`. */
function focusIn(at: string | undefined, path: string): readonly number[] | undefined {
  const match = at === undefined ? null : /^(.*)\[([\d, ]+)\]$/.exec(at)
  if (match === null || (match[1] !== path && match[1] !== 'result')) return undefined
  return (match[2] ?? '').split(',').map(Number)
}
