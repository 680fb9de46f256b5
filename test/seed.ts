/** Of all random draws: the same for every commit, so that none is told what another has broken. `npm run explore` draws others. */
export const SEED = Number(process.env['ANNEAL_SEED'] ?? 1)

/**
 * Of a property that costs seconds: with the seed that all commits share a third of its draws, which are always the same ones;
 * `npm run explore` tries all.
 */
export function runs(explored: number): number {
  return process.env['ANNEAL_SEED'] === undefined ? Math.ceil(explored / 3) : explored
}
