import type { Nd } from '#kit'

/** As scipy.special.rel_entr, summed: 0 log 0 is 0, and what q rules out makes it infinite. */
export function klDivergence(p: Nd<'f64'>, q: Nd<'f64'>): number {
  return p.data.reduce((sum, x, i) => (x === 0 ? sum : sum + x * Math.log(x / (q.data[i] as number))), 0)
}
