// One pass for each bound, over a copy.
type Vector = { shape: readonly number[]; data: Float32Array }

export function clipByValue(grad: Vector, limit: number) {
  const data = new Float32Array(grad.data)
  for (let i = 0; i < data.length; i++) if (data[i] > limit) data[i] = limit
  for (let i = 0; i < data.length; i++) if (data[i] < -limit) data[i] = -limit
  return { shape: [...grad.shape], data }
}
