import * as v from 'valibot'
import { DAY_MS, LAST_DAY, LAST_INSTANT } from './day.ts'
import { LANGUAGES } from './exercise.ts'
import { PRACTICE_REASONS } from './exercise-state.ts'
import { cardId, exerciseId } from './ids.ts'
import type { EventKind, VersionOf } from './log-entry.ts'
import { DIFFICULTY, STABILITY } from './memory-bounds.ts'
import { RATINGS } from './rating.ts'
import { areWeights } from './scheduler.ts'
import { SCOPES } from './scheduling-parameters.ts'
import { LONGEST_SETTING, RETENTION } from './settings.ts'
import { TIERS, type VerdictKind } from './verdict.ts'

/** As a ULID of the last moment begins: nobody may use up the ids. */
const LAST_ID_TIME = '76EZ91ZPZZ'

export const EVENT_ID = v.pipe(
  v.string(),
  v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
  v.check((id) => id.slice(0, LAST_ID_TIME.length) <= LAST_ID_TIME),
)

export function whole(low: number, high: number) {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(low), v.maxValue(high))
}

export function text(longest: number) {
  return v.pipe(
    v.string(),
    v.maxLength(longest),
    v.check((string) => string.isWellFormed()),
  )
}

const CARD = v.pipe(
  v.string(),
  v.check((id) => cardId(id) !== undefined),
)
const EXERCISE = v.pipe(
  v.string(),
  v.check((id) => exerciseId(id) !== undefined),
)
const MEMBER = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))
const NOTHING = v.strictObject({})
const INSTANT = whole(0, LAST_INSTANT)
const DAY = whole(0, LAST_DAY)

const VERDICT_KINDS = {
  accepted: true,
  'wrong-answer': true,
  'invalid-output': true,
  'runtime-error': true,
  'compile-error': true,
  'time-limit': true,
  'memory-limit': true,
  'output-limit': true,
  'too-slow': true,
  'memory-budget': true,
  inconclusive: true,
  'judge-error': true,
} as const satisfies Record<VerdictKind, true>

const JUDGED = v.strictObject({
  kind: v.literal('judged'),
  verdict: v.picklist(Object.keys(VERDICT_KINDS)),
  tier: v.picklist(TIERS),
})

const SUBMITTED = {
  language: v.picklist(LANGUAGES),
  ratio: v.optional(v.pipe(v.number(), v.finite())),
  source: v.string(),
}

const ATTEMPT = v.strictObject({
  ...SUBMITTED,
  outcome: v.variant('kind', [JUDGED, v.strictObject({ kind: v.literal('given-up') })]),
  diagnosis: v.optional(text(300)),
  recalls: v.pipe(v.array(CARD), v.maxLength(100)),
})

const PRACTICE = v.strictObject({
  ...SUBMITTED,
  outcome: JUDGED,
  reason: v.picklist(PRACTICE_REASONS),
})

const MINUTES = v.pipe(v.array(whole(1, 24 * 60 - 1)), v.maxLength(20))

const PARAMETERS = v.pipe(
  v.strictObject({
    model: v.literal('fsrs-6'),
    weights: v.array(v.number()),
    desiredRetention: v.pipe(v.number(), v.minValue(RETENTION.lowest), v.maxValue(RETENTION.highest)),
    steps: v.strictObject({ learning: MINUTES, relearning: MINUTES }),
  }),
  v.check(({ weights, steps }) => areWeights(weights, steps)),
)

const ANSWER = {
  rating: v.picklist(RATINGS),
  durationMs: v.pipe(v.number(), v.minValue(0), v.maxValue(DAY_MS)),
}

/** As `toISOString` writes it: another spelling of the same would name another interview. */
const BEGUN = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((text) => new Date(text).toISOString() === text),
)

const INTERVIEW = v.strictObject({
  questions: whole(0, 1_000_000),
  answers: v.array(v.strictObject({ card: CARD, ...ANSWER })),
  task: v.optional(
    v.strictObject({
      exercise: EXERCISE,
      minutes: whole(1, 24 * 60),
      begunAt: INSTANT,
      end: v.optional(
        v.strictObject({
          outcome: v.picklist([...Object.keys(VERDICT_KINDS), 'given-up']),
          at: INSTANT,
        }),
      ),
    }),
  ),
})

const FINITE = v.pipe(v.number(), v.finite())

const MEMORY = v.strictObject({
  stability: v.pipe(FINITE, v.minValue(STABILITY.lowest), v.maxValue(STABILITY.highest)),
  difficulty: v.pipe(FINITE, v.minValue(DIFFICULTY.lowest), v.maxValue(DIFFICULTY.highest)),
  reps: whole(0, 1_000_000),
  lapses: whole(0, 1_000_000),
  whole: v.boolean(),
})

/** The whole body is bounded where entries come in. */
const LONGEST_FIELD = 2_000_000
const FIELD = text(LONGEST_FIELD)

const ANKI_NOTETYPE = v.strictObject({
  name: text(1000),
  cloze: v.boolean(),
  fields: v.pipe(v.array(FIELD), v.maxLength(1000)),
  templates: v.pipe(
    v.array(v.strictObject({ name: text(1000), question: FIELD, answer: FIELD })),
    v.maxLength(1000),
  ),
  css: FIELD,
})

const ANKI_NOTE = v.strictObject({
  guid: text(300),
  notetype: text(30),
  deck: text(10_000),
  fields: v.pipe(v.array(FIELD), v.maxLength(1000)),
  tags: v.pipe(v.array(text(10_000)), v.maxLength(10_000)),
  mod: whole(0, LAST_INSTANT),
  digests: v.pipe(v.array(text(100)), v.maxLength(100)),
})

/** What the entries of each kind are about and hold, in every version that is read. */
const ENTRY_FORMS = {
  review: {
    1: form(CARD, v.strictObject(ANSWER)),
    2: form(CARD, v.strictObject({ ...ANSWER, interview: v.literal(true) })),
  },
  suspend: { 1: form(CARD, v.strictObject({ suspended: v.boolean() })) },
  bury: { 1: form(CARD, v.strictObject({ day: DAY })) },
  forget: { 1: form(CARD, NOTHING) },
  due: { 1: form(CARD, v.strictObject({ day: DAY })) },
  place: { 1: form(CARD, v.strictObject({ day: DAY, reviewedAt: INSTANT })) },
  attempt: { 1: form(EXERCISE, ATTEMPT) },
  practice: { 1: form(EXERCISE, PRACTICE) },
  hint: { 1: form(EXERCISE, NOTHING) },
  interview: { 1: form(BEGUN, INTERVIEW) },
  undo: { 1: form(EVENT_ID, NOTHING) },
  config: { 1: form(text(LONGEST_SETTING), v.strictObject({ value: text(10_000) })) },
  parameters: { 1: form(v.picklist(SCOPES), v.strictObject({ parameters: PARAMETERS })) },
  memory: { 1: form(CARD, MEMORY) },
  'anki-notetype': { 1: form(text(30), ANKI_NOTETYPE) },
  'anki-note': { 1: form(CARD, ANKI_NOTE) },
  'imported-note': { 1: form(CARD, v.strictObject({ digest: text(100) })) },
  consent: { 1: form(MEMBER, v.strictObject({ given: v.boolean() })) },
  leave: { 1: form(MEMBER, NOTHING) },
} as const satisfies { readonly [K in EventKind]: { readonly [V in VersionOf<K>]: v.GenericSchema } }

export function formOf(kind: EventKind, version: number): v.GenericSchema {
  const forms: { readonly [version: number]: v.GenericSchema } = ENTRY_FORMS[kind]
  const found = forms[version]
  if (found === undefined) throw new Error(`${kind} has no version ${version}`)
  return found
}

function form(subject: v.GenericSchema, body: v.GenericSchema) {
  return v.object({ subject, body })
}
