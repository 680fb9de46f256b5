import * as v from 'valibot'
import { showableLines } from '../../core/clean-text.ts'
import { LANGUAGES } from '../../core/exercise.ts'
import type { Grading } from '../../core/grading.ts'
import { cardId } from '../../core/ids.ts'
import { TIERS } from '../../core/verdict.ts'
import { numberFromWire, toWire, valueFromWire } from './wire-value.ts'

/** As JSON that keeps every value of it. */
export function encodeGrading(grading: Grading): unknown {
  return toWire(grading)
}

/** Longer is no text of a judge's. */
const LONGEST_TEXT = 64 * 1024
const LONGEST_LIST = 1_000

const TEXT_OF_ONE = v.pipe(v.string(), v.maxLength(LONGEST_TEXT), v.transform(showableLines))
const TEXT = v.object({ en: TEXT_OF_ONE, zh: TEXT_OF_ONE })
const NUMBER = v.pipe(v.unknown(), v.rawTransform(orNever(numberFromWire)))
const VALUE = v.pipe(v.unknown(), v.rawTransform(orNever(valueFromWire)))
const CARD = v.pipe(v.string(), v.rawTransform(orNever(cardId)))
const ID = v.pipe(TEXT_OF_ONE, v.maxLength(300))
const INTERVAL = v.tuple([NUMBER, NUMBER])
const SIDE = v.picklist(['within', 'edge', 'over', 'open'])

const CASES = v.object({ passed: NUMBER, total: NUMBER })
const NAMED = list(v.object({ name: ID, value: VALUE }))
const WORST = v.object({
  at: TEXT_OF_ONE,
  first: TEXT_OF_ONE,
  expected: NUMBER,
  got: NUMBER,
  absolute: NUMBER,
  relative: NUMBER,
  wrong: NUMBER,
  of: NUMBER,
})
const IMAGE_CASE = v.object({
  name: TEXT,
  args: NAMED,
  expected: VALUE,
  got: VALUE,
  at: orNothing(TEXT_OF_ONE),
})
const FAILURE = v.object({
  case: TEXT,
  args: NAMED,
  expected: orNothing(VALUE),
  got: orNothing(VALUE),
  summary: TEXT,
  worst: orNothing(WORST),
  note: v.optional(orNothing(TEXT)),
  imageCase: v.optional(orNothing(IMAGE_CASE)),
})
const MISTAKE = { id: ID, message: TEXT, cards: list(CARD) }
const DIAGNOSIS = v.object({ ...MISTAKE, mistakes: list(v.object(MISTAKE)) })
const LESSON = v.object({
  of: v.picklist(['time', 'memory']),
  cause: orNothing(TEXT),
  better: TEXT,
  cards: list(CARD),
})

const MEASURED = { ratio: NUMBER, budget: NUMBER, interval: INTERVAL, pairs: NUMBER, side: SIDE }
const PERFORMANCE = v.object({
  tier: v.picklist(TIERS),
  edge: orNothing(TEXT),
  ratio: orNothing(v.object(MEASURED)),
  growth: list(v.object({ ...MEASURED, label: ID, gold: orNothing(NUMBER) })),
  memory: list(v.object({ ...MEASURED, label: ID })),
})

const VERDICT = v.variant('kind', [
  v.object({ kind: v.literal('accepted'), cases: CASES, performance: orNothing(PERFORMANCE) }),
  v.object({
    kind: v.literal('wrong-answer'),
    cases: CASES,
    failure: FAILURE,
    diagnosis: orNothing(DIAGNOSIS),
    onlyWhere: v.optional(orNothing(TEXT)),
  }),
  v.object({ kind: v.literal('invalid-output'), cases: CASES, failure: FAILURE }),
  v.object({
    kind: v.literal('runtime-error'),
    cases: CASES,
    failure: orNothing(FAILURE),
    message: TEXT,
  }),
  v.object({ kind: v.literal('compile-error'), message: TEXT }),
  v.object({
    kind: v.literal('time-limit'),
    cases: CASES,
    failure: orNothing(FAILURE),
    limitMs: NUMBER,
  }),
  v.object({
    kind: v.literal('memory-limit'),
    cases: CASES,
    limitMb: NUMBER,
    lesson: v.optional(orNothing(LESSON)),
  }),
  v.object({ kind: v.literal('output-limit'), cases: CASES, limitBytes: NUMBER }),
  v.object({ kind: v.literal('too-slow'), ...overBudget() }),
  v.object({ kind: v.literal('memory-budget'), ...overBudget() }),
  v.object({
    kind: v.literal('inconclusive'),
    cases: CASES,
    performance: orNothing(PERFORMANCE),
    reason: TEXT,
  }),
  v.object({ kind: v.literal('judge-error'), detail: TEXT }),
])

/** What a hub calls a grading: none of it is believed to be one, nor safe to show, before it has passed here. */
export const GRADING = v.object({
  printedIn: v.picklist(['case', 'all']),
  verdict: VERDICT,
  remark: orNothing(TEXT),
  language: v.picklist(LANGUAGES),
  seed: ID,
  stdout: TEXT_OF_ONE,
  stderr: TEXT_OF_ONE,
  elapsedMs: NUMBER,
}) satisfies v.GenericSchema<unknown, Grading>

function overBudget() {
  return { cases: CASES, performance: PERFORMANCE, lesson: v.optional(orNothing(LESSON)) }
}

function list<S extends v.GenericSchema>(inner: S) {
  return v.pipe(v.array(inner), v.maxLength(LONGEST_LIST))
}

/** JSON has no undefined. */
function orNothing<S extends v.GenericSchema>(inner: S) {
  return v.pipe(
    v.nullable(inner),
    v.transform((there): v.InferOutput<S> | undefined => there ?? undefined),
  )
}

function orNever<In, Out>(read: (wire: In) => Out | undefined) {
  return ({ dataset, addIssue, NEVER }: v.RawTransformContext<In>): Out => {
    const value = read(dataset.value)
    if (value !== undefined) return value
    addIssue()
    return NEVER
  }
}
