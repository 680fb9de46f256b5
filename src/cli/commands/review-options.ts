import type { ReviewMode, ReviewOptions } from '../../app/open-session.ts'
import { Problem } from '../../core/problem.ts'

export interface ReviewFlags {
  readonly deck?: readonly string[]
  readonly for?: string
  readonly limit?: number
  readonly new?: number
  readonly cram?: boolean
  readonly ahead?: number
  readonly interview?: boolean
  readonly exercise?: string
  readonly json?: boolean
}

/** @throws Problem for an exercise without an interview */
export function reviewOptions(flags: ReviewFlags): ReviewOptions {
  if (flags.exercise !== undefined && !flags.interview) throw onlyInInterview()
  return {
    decks: flags.deck ?? [],
    exercise: flags.for,
    newCards: flags.new,
    limit: flags.limit,
    task: flags.exercise,
    mode: modeOf(flags),
    aheadDays: flags.ahead,
  }
}

function modeOf({ cram, ahead, interview }: ReviewFlags): ReviewMode {
  if (cram) return 'cram'
  if (ahead !== undefined) return 'ahead'
  return interview ? 'interview' : 'scheduled'
}

function onlyInInterview(): Problem {
  return new Problem(
    { en: 'Only an interview ends with an exercise.', zh: '只有模拟面试才以练习收尾。' },
    {
      remedy: {
        en: 'Add --interview, or do the exercise by `anneal exercise ID`.',
        zh: '请加上 --interview，或用 `anneal exercise ID` 做练习。',
      },
    },
  )
}
