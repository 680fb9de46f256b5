import { answerOne, setSuspended } from '../../app/change-card.ts'
import type { ReviewMode, ReviewOptions } from '../../app/open-session.ts'
import { listQueue, todayQueue } from '../../app/today-queue.ts'
import { chooseOf, Problem } from '../../core/problem.ts'
import { RATINGS, type Rating } from '../../core/rating.ts'
import { queueFields } from '../../output/json/queue-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson } from '../print.ts'

export interface ReviewFlags {
  readonly deck?: string
  readonly limit?: number
  readonly new?: number
  readonly cram?: boolean
  readonly interview?: boolean
  readonly json?: boolean
}

/** A session on the screen; without a terminal, the queue. */
export async function review(flags: ReviewFlags): Promise<void> {
  const deps = await openDeps()
  const options: ReviewOptions = {
    deck: flags.deck,
    newCards: flags.new,
    limit: flags.limit,
    mode: modeOf(flags),
  }
  if (hasTerminal() && !flags.json) {
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'review', options })
  }
  const queue = listQueue(deps, todayQueue(deps, options, deps.now())).slice(0, flags.limit)
  if (flags.json) return printJson(queueFields(queue))
  print((await import('../../ui/plain/queue-text.ts')).queueText(deps, queue))
}

function modeOf({ cram, interview }: ReviewFlags): ReviewMode {
  if (cram) return 'cram'
  return interview ? 'interview' : 'scheduled'
}

/** Records one review without a screen. */
export async function answer(card: string, word: string): Promise<void> {
  const rating = parseRating(word)
  const deps = await openDeps()
  const memory = answerOne(deps, card, rating)
  print((await import('../../ui/plain/queue-text.ts')).answerText(deps, card, rating, memory))
}

/** Keeps a card out of every queue, or takes it up again. */
export async function suspend(card: string, flags: { readonly off?: boolean }): Promise<void> {
  const deps = await openDeps()
  const suspended = !flags.off
  setSuspended(deps, card, suspended)
  print((await import('../../ui/plain/queue-text.ts')).suspensionText(deps, card, suspended))
}

function parseRating(word: string): Rating {
  const rating = RATINGS.find((candidate) => candidate === word)
  if (rating) return rating
  throw new Problem(
    { en: `"${word}" is not a rating.`, zh: `“${word}”不是评分。` },
    { remedy: chooseOf(RATINGS) },
  )
}
