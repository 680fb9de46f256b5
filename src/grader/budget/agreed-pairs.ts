import { unreachable } from '../../core/unreachable.ts'
import type { Pairs } from './measure-pairs.ts'
import { estimateMedian, lastSideOf } from './median-test.ts'

/**
 * One process may be slower than another of the same program for as long as it lives, by how its code was
 * compiled, where its memory lies and what the machine does beside it; a submission's looks too slow then,
 * and beside a reference's a slow submission looks fast. Pairs cannot tell. So whatever is too slow, or so
 * near the budget that a slow reference could have brought it there, is measured again in new processes, and
 * where the two contradict each other, a third time: that decides.
 * @param shareMs CPU time for all of them
 * @param again in new processes; undefined where the submission cannot be loaded once more
 */
export async function agreedPairs(
  limit: number,
  shareMs: number,
  measure: (mostMs: number) => Promise<Pairs>,
  again: (mostMs: number) => Promise<Pairs | undefined>,
): Promise<Pairs> {
  const halfMs = shareMs / 2
  const first = await measure(halfMs)
  const told = keeps(limit, first)
  if (told === undefined || (told && !isNear(limit, first))) return first
  const second = await again(halfMs)
  if (second === undefined) return first
  const toldAgain = keeps(limit, second)
  if (toldAgain === undefined || toldAgain === told) return second
  const spentMs = (pairs: Pairs) => (pairs.kind === 'pairs' ? pairs.spentMs : halfMs)
  return (await again(shareMs - spentMs(first) - spentMs(second))) ?? second
}

/** No process was seen to be slower than its like by more than the half. */
const NEAR_SHARE = 1 / 1.6

function isNear(limit: number, pairs: Pairs): boolean {
  return pairs.kind === 'pairs' && estimateMedian(pairs.ratios).median > NEAR_SHARE * limit
}

/** Whether the budget is kept; undefined where that is not told. */
function keeps(limit: number, pairs: Pairs): boolean | undefined {
  switch (pairs.kind) {
    case 'pairs': {
      const side = lastSideOf(limit, pairs.ratios)
      return side === 'open' ? undefined : side !== 'over'
    }
    case 'out-of-time':
      return false
    case 'fault':
      return undefined
    default:
      return unreachable(pairs)
  }
}
