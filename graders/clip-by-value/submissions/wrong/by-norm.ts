// diagnosis: by-norm
type Vector = { shape: readonly number[]; data: Float32Array }

export function clipByValue(grad: Vector, limit: number) {
  const norm = Math.hypot(...grad.data)
  if (norm <= limit) return grad
  return { shape: grad.shape, data: grad.data.map((x) => (x * limit) / norm) }
}
