import type { Nd } from '#kit'

/** The sum of what is left of x after so many rounds of x = x / 2 + values: work whose amount is known. */
export function busy({ data }: Nd<'f64'>, rounds: number): number {
  return work(data, rounds)
}

function work(data: Float64Array, rounds: number): number {
  const x = new Float64Array(data.length)
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < x.length; at++) x[at] = (x[at] as number) / 2 + (data[at] as number)
  }
  return x.reduce((sum, one) => sum + one, 0)
}
