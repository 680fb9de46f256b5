import type { Instant, Moment } from '../core/day.ts'

/** A time as this machine's zone has it; files that say none mean the learner's own clock. */
export function momentHere(at: Instant): Moment {
  return { at, offsetMin: -new Date(at).getTimezoneOffset() }
}
