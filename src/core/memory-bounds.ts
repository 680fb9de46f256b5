import type { SeenMemory } from './memory.ts'

/** No interval is longer, and no memory lasts longer. */
export const LONGEST_DAYS = 36_500

export const STABILITY = { lowest: 0.001, highest: LONGEST_DAYS }
export const DIFFICULTY = { lowest: 1, highest: 10 }

type HeldStrength = Pick<SeenMemory, 'stability' | 'difficulty'>

/** As near to what another program says as a memory of ours can be. */
export function withinBounds({ stability, difficulty }: HeldStrength): HeldStrength {
  return { stability: clamped(stability, STABILITY), difficulty: clamped(difficulty, DIFFICULTY) }
}

function clamped(value: number, { lowest, highest }: typeof STABILITY): number {
  return Math.min(highest, Math.max(lowest, value))
}
