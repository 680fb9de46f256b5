type Vector = { shape: readonly number[]; data: Float64Array }

export function precisionEnvelope({ shape, data }: Vector): Vector {
  return { shape, data: data.map((_, at) => data.subarray(at).reduce((a, b) => Math.max(a, b), 0)) }
}
