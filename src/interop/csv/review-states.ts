import type { Memory } from '../../core/memory.ts'

/** As FSRS counts them, from nought. */
export const KINDS_BY_STATE = [
  'new',
  'learning',
  'review',
  'relearning',
] as const satisfies readonly Memory['kind'][]
