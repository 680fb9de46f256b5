// Between two records the largest does not change: each stretch is filled at once.
type Vector = { shape: readonly number[]; data: Float64Array }

export function precisionEnvelope({ shape, data }: Vector): Vector {
  const envelope = new Float64Array(data.length)
  for (let end = data.length, at = end - 1; end > 0; end = at + 1) {
    const record = data[end - 1] ?? 0
    while (at >= 0 && (data[at] ?? 0) <= record) at--
    envelope.fill(record, at + 1, end)
  }
  return { shape, data: envelope }
}
