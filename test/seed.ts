/** Of all random draws: the same for every commit, so that none is told what another has broken. `npm run explore` draws others. */
export const SEED = Number(process.env['ANNEAL_SEED'] ?? 1)
