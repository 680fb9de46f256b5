type Vector = { shape: readonly number[]; data: Float64Array }

export function precisionEnvelope({ shape, data }: Vector): Vector {
  const envelope = data.slice()
  for (let at = envelope.length - 2; at >= 0; at--)
    envelope[at] = Math.max(envelope[at] ?? 0, envelope[at + 1] ?? 0)
  return { shape, data: envelope }
}
