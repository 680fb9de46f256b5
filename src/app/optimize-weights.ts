import { setImmediate } from 'node:timers/promises'
import type { FitWeights } from '../core/fit/fit-weights.ts'
import { createGathering, type Gathered } from '../core/fit/gather-histories.ts'
import { type FitOutcome, judgeFit } from '../core/fit/judge-fit.ts'
import { fittedAt, weightsInTurn } from '../core/fit/weight-changes.ts'
import { schedulerFor } from '../core/parameters-by-scope.ts'
import { Problem } from '../core/problem.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { Deps } from './deps.ts'

export interface Optimized extends Pick<Gathered, 'reviews'> {
  readonly outcome: FitOutcome
  /** By how cards were scheduled before, and are now. */
  readonly before: Scheduler
  readonly after: Scheduler
}

export type OptimizeProgress =
  | { readonly kind: 'log'; readonly share: number }
  | { readonly kind: 'fit'; readonly share: number }
  /** What is remembered is made anew. */
  | { readonly kind: 'replay'; readonly share: number }

export interface OptimizeOptions {
  readonly fitWeights: FitWeights
  /** Until it resolves nothing is written. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: OptimizeProgress) => void
}

/** Fits the weights of cards to the learner's own log, and schedules by them from now on where they foretell better. */
export async function optimize(
  deps: Deps,
  { fitWeights, signal, onProgress }: OptimizeOptions,
): Promise<Optimized> {
  const { store } = deps
  const parameters = store.parameters().cards
  const { histories, reviews } = await gather(deps, signal, (share) => onProgress({ kind: 'log', share }))
  const outcome = await judgeFit({
    histories,
    parameters,
    fittedAt: fittedAt(weightsInTurn(store.reschedulings())),
    fitWeights,
    signal,
    onProgress: (share) => onProgress({ kind: 'fit', share }),
  })
  signal.throwIfAborted()
  if (outcome.kind === 'adopted') setWeights(deps, outcome.weights, onProgress)
  return {
    outcome,
    reviews,
    before: schedulerFor(parameters),
    after: schedulerFor(store.parameters().cards),
  }
}

/** Goes back to the weights before the present ones. @throws Problem when there were none */
export function undoOptimize(deps: Deps, onProgress: (progress: OptimizeProgress) => void): void {
  const before = weightsInTurn(deps.store.reschedulings()).at(-2)
  if (before === undefined) throw nothingFitted()
  setWeights(deps, before.weights, onProgress)
}

/** As many as are read in about a hundredth of a second. */
const AT_ONCE = 2000

/** Lets others run between, so that a key or a signal is heard. */
async function gather(
  { store }: Deps,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Gathered> {
  const total = store.countEvents()
  const gathering = createGathering()
  let read = 0
  for (const event of store.standing()) {
    gathering.add(event)
    if (++read % AT_ONCE > 0) continue
    onProgress(read / total)
    await setImmediate()
    signal.throwIfAborted()
  }
  return gathering.result()
}

function setWeights(
  { store, now }: Deps,
  weights: readonly number[],
  onProgress: (progress: OptimizeProgress) => void,
): void {
  const total = store.countEvents()
  let read = 0
  store.reschedule(
    ({ cards, exercises }) => ({ exercises, cards: { ...cards, weights } }),
    now(),
    () => {
      if (++read % AT_ONCE === 0) onProgress({ kind: 'replay', share: read / total })
    },
  )
}

function nothingFitted(): Problem {
  return new Problem(
    { en: 'No parameters were ever fitted.', zh: '参数从未优化过。' },
    { remedy: { en: 'Run anneal optimize first.', zh: '请先运行 anneal optimize。' } },
  )
}
