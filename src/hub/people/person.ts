import type { Instant } from '../../core/day.ts'

export const PERSON_ROLES = ['learner', 'teacher'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

/** Somebody with a token. */
export interface Person {
  readonly id: string
  readonly course: string
  readonly name: string
  readonly role: PersonRole
  /** Whether the teacher may see what they learn. */
  readonly shares: boolean
  readonly leftAt: Instant | null
  /** To within ten minutes. */
  readonly seenAt: Instant | null
}
