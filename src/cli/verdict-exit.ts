import type { Verdict } from '../core/verdict.ts'

/** 0 accepted, 1 not accepted, 2 could not judge. */
export function exitCodeOf({ kind }: Verdict): number {
  if (kind === 'accepted') return 0
  return kind === 'judge-error' ? 2 : 1
}
