// L1 apart; else small and large errors in lists of their own.
type Vector = { data: Float32Array }
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)

export function smoothL1(pred: Vector, target: Vector, beta: number) {
  const errors = Array.from(pred.data, (value, i) => Math.abs(value - target.data[i]))
  if (beta === 0) return total(errors) / errors.length
  const small = errors.filter((d) => d < beta)
  const large = errors.filter((d) => d >= beta)
  const squares = total(small.map((d) => d * d))
  return (squares / beta / 2 + total(large) - (large.length * beta) / 2) / errors.length
}
