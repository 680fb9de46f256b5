// One vector, whatever its layers; the hypotenuse does the squaring.
type Vector = { shape: readonly number[]; data: Float32Array }

export function clipByGlobalNorm({ shape, data }: Vector, _sizes: unknown, limit: number) {
  const norm = Math.hypot(...data)
  const shorter = Math.min(1, limit / norm) // 1 for limit / 0
  return { grads: { shape, data: Float32Array.from(data, (x) => x * shorter) }, norm }
}
