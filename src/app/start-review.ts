import type { Deps } from './deps.ts'
import { openSession, type ReviewOptions } from './open-session.ts'
import { ask, type Review } from './review.ts'

export function startReview(deps: Deps, options: ReviewOptions): Review {
  const now = deps.now()
  const session = openSession(deps, options, now)
  return ask(deps, { session, done: [], answers: [], mode: options.mode, startedAt: now.at })
}

/** The same session, with what these options now give. */
export function goOnWith(deps: Deps, { done, answers, startedAt }: Review, options: ReviewOptions): Review {
  return { ...startReview(deps, options), done, answers, startedAt }
}
