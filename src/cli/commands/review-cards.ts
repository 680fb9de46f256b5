import { browseCards } from '../../app/browse-cards.ts'
import { answerOne, flagCard, forgetCard, setDue, setSuspended, unflagCard } from '../../app/change-card.ts'
import type { Deps } from '../../app/deps.ts'
import { listKeptBack } from '../../app/list-kept-back.ts'
import { chooseOf, Problem } from '../../core/problem.ts'
import { RATINGS, type Rating } from '../../core/rating.ts'
import { browseFields } from '../../output/json/browse-json.ts'
import { answerFields, keptBackFields, suspensionFields } from '../../output/json/card-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson } from '../print.ts'
import { type ReviewFlags, reviewOptions } from './review-options.ts'

/** A session on the screen; without a terminal, the queue. */
export async function review(flags: ReviewFlags): Promise<void> {
  if (!hasTerminal() || flags.json) return (await import('./print-queue.ts')).printQueue(flags)
  const { showScreens } = await import('../show-screens.ts')
  return showScreens(await openDeps(), { kind: 'review', options: reviewOptions(flags) })
}

/** Records one review without a screen. */
export async function answer(card: string, word: string, flags: { readonly json?: boolean }): Promise<void> {
  const rating = parseRating(word)
  const deps = await openDeps()
  const memory = answerOne(deps, card, rating)
  if (flags.json) return printJson(answerFields(card, rating, memory))
  print((await import('../../ui/plain/queue-text.ts')).answerText(deps, card, rating, memory))
}

/** Keeps a card out of every queue, or takes it up again. */
export async function suspend(
  card: string,
  flags: { readonly off?: boolean; readonly json?: boolean },
): Promise<void> {
  const deps = await openDeps()
  const suspended = !flags.off
  setSuspended(deps, card, suspended)
  if (flags.json) return printJson(suspensionFields(card, suspended))
  print((await import('../../ui/plain/queue-text.ts')).suspensionText(deps, card, suspended))
}

/** Makes a card new again. */
export async function forget(card: string, flags: { readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  forgetCard(deps, card)
  await printChanged(deps, card, flags)
}

/** Lets a card come back on another day. */
export async function due(card: string, day: string, flags: { readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  setDue(deps, card, day)
  await printChanged(deps, card, flags)
}

/** Flags a card, or takes its flag away. */
export async function flag(
  card: string,
  note: readonly string[],
  flags: { readonly off?: boolean; readonly json?: boolean },
): Promise<void> {
  const deps = await openDeps()
  if (flags.off) unflagCard(deps, card)
  else flagCard(deps, card, note.join(' '))
  await printChanged(deps, card, flags)
}

/** The card as `browse` lists it. */
async function printChanged(deps: Deps, card: string, { json }: { readonly json?: boolean }): Promise<void> {
  const cards = browseCards(deps, { kind: 'id', pattern: card })
  if (json) return printJson(browseFields(cards))
  print((await import('../../ui/plain/browse-text.ts')).changedText(deps, cards))
}

/** Lists what is suspended, and leeches. */
export async function suspended(flags: { readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  const cards = listKeptBack(deps)
  if (flags.json) return printJson(keptBackFields(cards))
  print((await import('../../ui/plain/kept-back-text.ts')).keptBackText(deps, cards))
}

function parseRating(word: string): Rating {
  const rating = RATINGS.find((candidate) => candidate === word)
  if (rating) return rating
  throw new Problem(
    { en: `"${word}" is not a rating.`, zh: `“${word}”不是评分。` },
    { remedy: chooseOf(RATINGS) },
  )
}
