import type { ReviewMode, ReviewOptions } from '../../app/open-session.ts'

export interface ReviewFlags {
  readonly deck?: readonly string[]
  readonly for?: string
  readonly limit?: number
  readonly new?: number
  readonly cram?: boolean
  readonly interview?: boolean
  readonly json?: boolean
}

export function reviewOptions(flags: ReviewFlags): ReviewOptions {
  return {
    decks: flags.deck ?? [],
    exercise: flags.for,
    newCards: flags.new,
    limit: flags.limit,
    mode: modeOf(flags),
  }
}

function modeOf({ cram, interview }: ReviewFlags): ReviewMode {
  if (cram) return 'cram'
  return interview ? 'interview' : 'scheduled'
}
