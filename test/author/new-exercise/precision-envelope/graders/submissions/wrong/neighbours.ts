// diagnosis: neighbour-alone
type Vector = { shape: readonly number[]; data: Float64Array }

// From the start: what follows is not yet done.
export function precisionEnvelope({ shape, data }: Vector): Vector {
  return { shape, data: data.map((value, at) => Math.max(value, data[at + 1] ?? 0)) }
}
