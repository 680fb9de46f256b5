// The magnitude is cut, and gets its sign back.
type Vector = { shape: readonly number[]; data: Float32Array }

export const clipByValue = ({ shape, data }: Vector, limit: number): Vector => ({
  shape,
  data: data.map((x) => Math.sign(x) * Math.min(Math.abs(x), limit)),
})
