// diagnosis: half-missing+sum-over-errors
export function smoothL1(pred, target, beta) {
  let loss = 0
  pred.data.forEach((value, i) => {
    const d = Math.abs(value - target.data[i])
    loss += d < beta ? (d * d) / beta : d - beta / 2
  })
  return loss
}
