import { existsSync } from 'node:fs'
import { studyDayOf } from '../core/day.ts'
import { isRoundBegun, isRoundOpen, type Practice } from '../core/exercise-state.ts'
import { isAhead } from '../core/memory.ts'
import type { VerdictKind } from '../core/verdict.ts'
import { supportFor } from '../grader/languages/all-languages.ts'
import type { Deps } from './deps.ts'
import { ratedSinceBegun } from './file-begun.ts'
import type { Submission } from './workspace.ts'

/**
 * Why a judged text says nothing about what the learner still knows, though the exercise may be due;
 * undefined where it does.
 */
export function findPractice(
  deps: Deps,
  submission: Submission,
  source: string,
  verdict: VerdictKind,
): Practice | undefined {
  const { exercise, language } = submission
  const name = verdict === 'accepted' ? libraryAnswer(submission, source) : undefined
  if (name !== undefined) return { why: 'library-answer', name }
  const state = deps.store.exercise(exercise.id)
  if (state.memory.kind === 'new' || !isRoundOpen(state, deps.now())) return undefined
  // Of a clock that ran ahead nothing is known: not which round was the earlier one.
  if (isAhead(state.memory, studyDayOf(deps.now()))) return undefined
  const accepted = deps.store.history.lastAccepted(exercise.id, language)
  if (accepted?.source.trim() === source.trim()) return { why: 'accepted-before' }
  return isOfEarlierRound(deps, submission) ? { why: 'earlier-file' } : undefined
}

function libraryAnswer({ exercise, language }: Submission, source: string): string | undefined {
  return supportFor(language).findLibraryName?.(source, exercise.answers?.[language] ?? [])
}

/** Whether the exercise is due again, and its file was begun before it was last rated. */
export function isOfEarlierRound(deps: Deps, { exercise, language, path }: Submission): boolean {
  const state = deps.store.exercise(exercise.id)
  const { memory } = state
  if (memory.kind === 'new' || !isRoundOpen(state, deps.now()) || !existsSync(path)) return false
  const isRated = ratedSinceBegun(path, memory)
  if (isRated !== undefined) return isRated
  // Of a file that was not handed out, only what was submitted is known.
  const wasSubmitted = deps.store.history
    .attempts()
    .some((one) => one.exercise === exercise.id && one.language === language && one.at <= memory.lastReview)
  return wasSubmitted && !isRoundBegun(state, deps.now())
}
