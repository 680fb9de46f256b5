// The unit vector times the shorter of norm and limit.
type Vector = { shape: readonly number[]; data: Float32Array }

export function clipByNorm({ shape, data }: Vector, limit: number): Vector {
  const norm = Math.hypot(...data)
  const length = Math.min(norm, limit)
  return { shape, data: data.map((x) => (norm === 0 ? 0 : (x / norm) * length)) }
}
