// Compares squares, and takes a root only where one is needed.
type Vector = { shape: readonly number[]; data: Float32Array }

export function clipByNorm(grad: Vector, limit: number): Vector {
  let squares = 0
  for (const x of grad.data) squares += x ** 2
  if (squares <= limit * limit) return grad
  const factor = limit / Math.sqrt(squares)
  return { shape: grad.shape, data: grad.data.map((x) => factor * x) }
}
