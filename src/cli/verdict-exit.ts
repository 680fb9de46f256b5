import type { Verdict } from '../core/verdict.ts'

/** The program ends with 0 accepted, 1 not accepted, 2 could not judge. */
export function exitByVerdict(verdict: Verdict | undefined): void {
  process.exitCode = statusOf(verdict)
}

/** A watch that is left ends with 0 when the last verdict was accepted, else with 1, also when there was none. */
export function exitByLastVerdict(verdict: Verdict | undefined): void {
  process.exitCode = verdict?.kind === 'accepted' ? 0 : 1
}

function statusOf(verdict: Verdict | undefined): number {
  if (verdict?.kind === 'accepted') return 0
  return verdict === undefined || verdict.kind === 'judge-error' ? 2 : 1
}
