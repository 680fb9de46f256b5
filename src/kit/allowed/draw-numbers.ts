import type { Random } from '../../core/random.ts'
import type { NumberSpan, Range } from '../../core/range.ts'

/**
 * What gives the numbers of one parameter in one input: from the whole range, near zero in few binary digits
 * (so that sums and products come out the same in f32 and f64), the ends alone, or few values again and
 * again.
 * @param isShared between parameters whose values only mean something where they are equal
 */
export function numbersIn(
  range: Range,
  isWhole: boolean,
  isShared: boolean,
  random: Random,
): () => number | string {
  if (range.kind === 'choice') return () => random.pick(range.values as [string, ...string[]])
  if (range.low === range.high) return () => range.low
  const settle = settling(range, isWhole)
  const nearby = nearZero(range, isWhole ? 0 : SMALLEST, settle, random)
  const anywhere = wideIn(range, settle, random)
  const odd = range.also.map(Number)
  const few = [...odd, ...Array.from({ length: random.int(1, 4) }, random.pick([anywhere, nearby]))]
  const again = () => random.pick(few as [number, ...number[]])
  if (isShared) return again
  const ends = [range.low, range.high, settle(0)] as const
  return random.pick([anywhere, anywhere, nearby, nearby, again, () => random.pick(ends)])
}

/** Uniform; where one end is many times the other, in the logarithm. */
function wideIn({ low, high }: NumberSpan, settle: (value: number) => number, random: Random): () => number {
  if (low <= 0 || high / low < MANY) return () => settle(low + random.real() * (high - low))
  return () => settle(low * (high / low) ** random.real())
}

const MANY = 50

function nearZero(
  { low, high }: NumberSpan,
  smallest: number,
  settle: (value: number) => number,
  random: Random,
): () => number {
  const largest = Math.max(smallest, Math.log2(Math.max(Math.abs(low), Math.abs(high))) - DIGITS)
  const unit = 2 ** Math.floor(smallest + random.real() * (largest - smallest))
  const most = 2 ** DIGITS
  return () => settle(unit * random.int(low < 0 ? -most : 0, high > 0 ? most : 0))
}

const DIGITS = 6
/** As a power of two: a unit of 1/4096. */
const SMALLEST = -12

/** The nearest number that the range allows. */
function settling({ low, high, step }: NumberSpan, isWhole: boolean): (value: number) => number {
  const grid = step ?? (isWhole ? 1 : undefined)
  return (value) => {
    const within = Math.min(Math.max(value, low), high)
    return grid === undefined ? within : Math.min(low + Math.round((within - low) / grid) * grid, high)
  }
}
