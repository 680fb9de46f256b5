import type { StudyDay } from '../day.ts'
import type { ExerciseId } from '../ids.ts'
import type { PastAttempt } from '../past-attempt.ts'

/** All that became of the submissions of one exercise. */
export interface ExerciseHistory {
  readonly exercise: ExerciseId
  readonly submissions: number
  readonly accepted: number
  readonly gold: number
  /** Which submission was the first to be accepted; undefined while none was. */
  readonly untilAccepted: number | undefined
  /** Each accepted submission that was faster than all before it, by its CPU time over the reference's. */
  readonly best: readonly BestRatio[]
}

export interface BestRatio {
  readonly day: StudyDay
  readonly ratio: number
}

/** @param attempts in the order in which they were made */
export function exerciseHistories(attempts: readonly PastAttempt[]): readonly ExerciseHistory[] {
  return [...Map.groupBy(attempts, ({ exercise }) => exercise)].map(([exercise, all]) => {
    const judged = all.filter(isSubmission)
    const accepted = judged.filter(({ verdict }) => verdict === 'accepted')
    const first = judged.findIndex(({ verdict }) => verdict === 'accepted')
    return {
      exercise,
      submissions: judged.length,
      accepted: accepted.length,
      gold: accepted.filter(({ tier }) => tier === 'gold').length,
      untilAccepted: first < 0 ? undefined : first + 1,
      best: bestRatios(accepted),
    }
  })
}

/** A solution that was asked for is none, nor is one that could not be judged. */
export function isSubmission({ verdict }: PastAttempt): boolean {
  return verdict !== 'given-up' && verdict !== 'judge-error' && verdict !== 'inconclusive'
}

function bestRatios(accepted: readonly PastAttempt[]): readonly BestRatio[] {
  let best = Number.POSITIVE_INFINITY
  return accepted.flatMap(({ day, ratio }) => {
    if (ratio === null || ratio >= best) return []
    best = ratio
    return [{ day, ratio }]
  })
}

/** How often a mistake was found in an exercise. */
export interface MistakeCount {
  readonly exercise: ExerciseId
  /** The rule that names it. */
  readonly mistake: string
  readonly times: number
}

/** Those met most often first; a diagnosis of two mistakes counts for both. */
export function mistakesMet(attempts: readonly PastAttempt[], count: number): readonly MistakeCount[] {
  const met = attempts.flatMap(({ exercise, diagnosis }) =>
    mistakesIn(diagnosis).map((mistake) => ({ exercise, mistake })),
  )
  return [...Map.groupBy(met, ({ exercise, mistake }) => `${exercise} ${mistake}`).values()]
    .flatMap(([first, ...more]) => (first ? [{ ...first, times: 1 + more.length }] : []))
    .sort((one, other) => other.times - one.times)
    .slice(0, count)
}

/** Of `plus-one+ties-reversed+?` two are known. No judge names more than a few; what says so is not its own. */
export function mistakesIn(diagnosis: string | null): readonly string[] {
  return (diagnosis ?? '').split('+', MOST_MISTAKES).filter((mistake) => mistake !== '' && mistake !== '?')
}

const MOST_MISTAKES = 16
