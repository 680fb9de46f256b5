import type { Nd } from '#kit'

/** As torch.nn.functional.smooth_l1_loss: quadratic below beta, then a straight line that goes on from there. */
export function smoothL1(pred: Nd<'f32'>, target: Nd<'f32'>, beta: number): number {
  const sum = pred.data.reduce((total, value, i) => {
    const error = Math.abs(value - (target.data[i] as number))
    return total + (error < beta ? (error * error) / (2 * beta) : error - beta / 2)
  }, 0)
  return sum / pred.data.length
}
