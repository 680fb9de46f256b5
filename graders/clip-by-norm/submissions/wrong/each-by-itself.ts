// diagnosis: by-value
type Vector = { shape: readonly number[]; data: Float32Array }

export function clipByNorm(grad: Vector, limit: number): Vector {
  return { shape: grad.shape, data: grad.data.map((x) => Math.max(Math.min(x, limit), -limit)) }
}
