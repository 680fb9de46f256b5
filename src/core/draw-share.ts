import type { Random } from './random.ts'
import { sum } from './sum.ts'

/** Draws a place of the list, each as likely as its share of the sum. */
export function drawShare(shares: readonly number[], random: Random): number {
  let left = random.real() * sum(shares)
  for (const [at, share] of shares.entries()) {
    left -= share
    if (left < 0) return at
  }
  // Rounding may leave a rest behind the last one that has a share.
  return shares.findLastIndex((share) => share > 0)
}
