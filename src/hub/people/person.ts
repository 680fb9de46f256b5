import type { Instant } from '../../core/day.ts'

export type PersonRole = 'learner' | 'teacher'

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
