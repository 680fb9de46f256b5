import { execFileSync } from 'node:child_process'
import { DAY_MS } from '../../src/core/day.ts'
import { createGathering } from '../../src/core/fit/gather-histories.ts'
import { logLossOn } from '../../src/core/fit/log-loss.ts'
import { type StudyHistory, samplesOf } from '../../src/core/fit/samples.ts'
import { foldLog } from '../../src/core/fold.ts'
import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import { RATINGS } from '../../src/core/rating.ts'
import { createScheduler, usableWeights } from '../../src/core/scheduler.ts'
import { fitWeights } from '../../src/fitter/fit-by-model.ts'
import { FORGETFUL, repeatedOnTheDay, reviewsOf } from '../../test/core/fit/simulated-learner.ts'
import { ankiPython } from './anki-python.ts'
import { type Finding, finding } from './finding.ts'

const PARAMETERS = INITIAL_PARAMETERS.cards
const WEIGHTS = usableWeights(FORGETFUL, PARAMETERS.steps)
/** Anki computes in floats of 32 bits and rounds what it answers. */
const STATE_TOLERANCE = 1e-4
/** Of log loss on other reviews: Anki fits longer, and without the pull that few reviews ask for. */
const FIT_TOLERANCE = 0.002
const DAYS = 120

/** Whether memories and fits are those of Anki's own backend: the same log goes through Anneal and through a collection of Anki. */
export async function* findMemories(): AsyncGenerator<Finding> {
  const reviews = [...repeatedOnTheDay(reviewsOf(FORGETFUL, DAYS, 'anki'))]
  const { states, items, weights: ankis } = askAnki(reviews)

  const fitted = {
    kind: 'parameters',
    scope: 'cards',
    parameters: { ...PARAMETERS, weights: WEIGHTS },
  } as const
  const last = reviews.at(-1)
  if (last === undefined) throw new Error('no reviews')
  const { cards } = foldLog([...reviews, { ...last, ...fitted, id: 'z' }])
  const errors = Object.entries(states).flatMap(([id, [stability, difficulty]]) => {
    const memory = cards.get(id as never)?.memory
    if (memory === undefined || memory.kind === 'new') throw new Error(`${id} was never reviewed`)
    return [Math.abs(memory.stability / stability - 1), Math.abs(memory.difficulty - difficulty)]
  })
  yield finding(
    `${errors.length / 2} memories after a fit: the largest difference is ${Math.max(...errors).toExponential(1)} (at most ${STATE_TOLERANCE})`,
    errors.length > 1000 && Math.max(...errors) <= STATE_TOLERANCE,
  )

  const samples = samplesOf(historiesOf(reviews))
  yield finding(`${samples.length} reviews to fit on; Anki takes ${items}`, samples.length === items)

  const found = await fitWeights(samples, {
    ...PARAMETERS,
    gamma: 1,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })
  const others = samplesOf(historiesOf([...reviewsOf(FORGETFUL, DAYS, 'others')]))
  const lossOf = (weights: readonly number[]) =>
    logLossOn(others, createScheduler({ ...PARAMETERS, weights: usableWeights(weights, PARAMETERS.steps) }))
  const [ours, theirs, defaults] = [lossOf(found), lossOf(ankis), lossOf(PARAMETERS.weights)]
  yield finding(
    `log loss on ${others.length} other reviews: fitted here ${ours.toFixed(4)}, by Anki ${theirs.toFixed(4)}, defaults ${defaults.toFixed(4)} (at most ${FIT_TOLERANCE} worse than Anki's)`,
    ours <= theirs + FIT_TOLERANCE && ours < defaults,
  )
}

type Reviews = readonly StoredReview[]
type StoredReview = ReturnType<typeof reviewsOf> extends Generator<infer R> ? R : never

function historiesOf(events: Reviews): readonly StudyHistory[] {
  const gathering = createGathering()
  for (const event of events) gathering.add(event)
  return gathering.result().histories
}

interface AnkiAnswer {
  readonly states: { readonly [card: string]: readonly [stability: number, difficulty: number] }
  readonly items: number
  readonly weights: readonly number[]
}

/** In the past, for Anki leaves out what is still to come. */
function askAnki(reviews: Reviews): AnkiAnswer {
  const shift =
    Math.floor(Date.now() / DAY_MS) * DAY_MS - Math.floor((reviews.at(-1)?.at ?? 0) / DAY_MS + 1) * DAY_MS
  const input = {
    weights: WEIGHTS,
    reviews: reviews.map(({ card, at, rating }) => [card, at + shift, RATINGS.indexOf(rating) + 1]),
  }
  const answer = execFileSync(ankiPython(), ['tools/anki/memory_truth.py'], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return JSON.parse(answer) as AnkiAnswer
}
