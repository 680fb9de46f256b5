import type { Random } from '../../core/random.ts'
import type { InputRange, NumberSpan } from '../../core/range.ts'
import { dimensionsOf, typeAt } from '../../core/ranged-names.ts'
import type { Param, Type } from '../../core/signature.ts'
import { sizeOf } from '../../core/value.ts'
import { numbersIn } from './draw-numbers.ts'
import { countNumbers, type Lengths, shapeOf, spanOf } from './lengths.ts'

/** So many numbers are enough to be wrong in: an input is drawn for every grading, and shown where it fails. */
const MANY_NUMBERS = 400

/**
 * Whatever the ranges allow, each parameter by itself: what several have to do with each other, a grader's
 * `settle` puts right.
 */
export function drawAllowed(
  params: readonly Param[],
  input: readonly InputRange[],
  random: Random,
): readonly unknown[] {
  const lengths = drawLengths(params, input, random)
  const numbers = new Map<string, () => number | string>()
  for (const { names, range } of input) {
    const isWhole = names.some((name) => holdsWhole(typeAt(params, name)))
    const draw = numbersIn(range, isWhole, names.length > 1, random)
    for (const name of names) numbers.set(name, draw)
  }
  return params.map(({ name, type }) => drawValue(type, name))

  function drawValue(type: Type, at: string): unknown {
    switch (type.kind) {
      case 'bool':
        return random.pick([false, true])
      case 'record':
        return Object.fromEntries(
          type.fields.map((field) => [field.name, drawValue(field.type, `${at}.${field.name}`)]),
        )
      case 'array': {
        const shape = shapeOf(type, lengths)
        return {
          shape,
          data: new DATA[type.dtype](Array.from({ length: sizeOf(shape) }, numberOf(at) as () => number)),
        }
      }
      default:
        return numberOf(at)()
    }
  }

  function numberOf(name: string): () => number | string {
    const draw = numbers.get(name)
    if (draw === undefined) throw new TypeError(`no range is declared for ${name}`)
    return draw
  }
}

const DATA = { u8: Uint8Array, i32: Int32Array, f32: Float32Array, f64: Float64Array }

function holdsWhole(type: Type | undefined): boolean {
  return type?.kind === 'int' || (type?.kind === 'array' && (type.dtype === 'u8' || type.dtype === 'i32'))
}

function drawLengths(params: readonly Param[], input: readonly InputRange[], random: Random): Lengths {
  const ranges = new Map(dimensionsOf(params).map((name) => [name, spanOf(input, name)]))
  const lengths = new Map([...ranges].map(([name, span]) => [name, drawLength(span, random)]))
  while (countNumbers(params, lengths) > MANY_NUMBERS) {
    const [longest] = [...lengths]
      .filter(([name, length]) => length > (ranges.get(name)?.low ?? 0))
      .sort(([, one], [, other]) => other - one)
    if (longest === undefined) break
    const [name, length] = longest
    const { low, step = 1 } = ranges.get(name) as NumberSpan
    lengths.set(name, low + Math.floor((length - low) / 2 / (step ?? 1)) * (step ?? 1))
  }
  return lengths
}

/** Mostly few, for most mistakes show on few; now and then many. */
function drawLength({ low, high, step }: NumberSpan, random: Random): number {
  const most = random.pick([0, 1, 2, 4, 4, 8, 8, 16, 64])
  const grid = step ?? 1
  return Math.min(low + random.int(0, most) * grid, high)
}
