import * as v from 'valibot'
import { DAY_MS } from './day.ts'
import { LANGUAGES } from './exercise.ts'
import { cardId, exerciseId } from './ids.ts'
import { type EventKind, isUnderstood, type LogEntry } from './log-entry.ts'
import { RATINGS } from './rating.ts'
import { areWeights, SCOPES } from './scheduler.ts'
import { RETENTION } from './settings.ts'
import { TIERS, type VerdictKind } from './verdict.ts'

export type ParsedEntry =
  | { readonly kind: 'entry'; readonly entry: LogEntry }
  /** `field` is empty where it is no entry at all. */
  | { readonly kind: 'refused'; readonly id: string | undefined; readonly field: string }

/**
 * The door of the log: what another device, a file or a hub calls an entry. One that only a newer program understands passes if
 * it is an entry at all. Whatever passes is plain JSON, so that it is the same after it was stored.
 */
export function parseEntry(foreign: unknown): ParsedEntry {
  const envelope = v.safeParse(ENVELOPE, foreign)
  if (!envelope.success) return refusal(foreign, envelope.issues)
  const entry: LogEntry = { ...envelope.output, body: plain(envelope.output.body) }
  if (!isUnderstood(entry.kind, entry.version)) return { kind: 'entry', entry }
  const form = v.safeParse(FORMS[entry.kind], { subject: entry.subject, body: entry.body })
  return form.success ? { kind: 'entry', entry } : refusal(foreign, form.issues)
}

function refusal(foreign: unknown, issues: readonly v.BaseIssue<unknown>[]): ParsedEntry {
  const { id } = v.is(IDENTIFIED, foreign) ? foreign : { id: undefined }
  const [issue] = issues
  return { kind: 'refused', id, field: (issue && v.getDotPath(issue)) ?? '' }
}

/** JSON knows no negative zero. */
function plain(body: LogEntry['body']): LogEntry['body'] {
  return JSON.parse(JSON.stringify(body)) as LogEntry['body']
}

const LONGEST_TEXT = 1_000_000
const DEEPEST = 64
/** The last millisecond of the year 9999, as a moment and as a ULID begins with it: nobody may use up the ids. */
const LAST_INSTANT = 253_402_300_799_999
const LAST_ID_TIME = '76EZ91ZPZZ'

function whole(low: number, high: number) {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(low), v.maxValue(high))
}

function text(longest: number) {
  return v.pipe(
    v.string(),
    v.maxLength(longest),
    v.check((string) => string.isWellFormed()),
  )
}

function isJson(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.length <= LONGEST_TEXT
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'boolean' || value === null
  if (depth >= DEEPEST) return false
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  return isPlain && Object.values(value).every((part) => isJson(part, depth + 1))
}

const EVENT_ID = v.pipe(
  v.string(),
  v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
  v.check((id) => id.slice(0, LAST_ID_TIME.length) <= LAST_ID_TIME),
)
const IDENTIFIED = v.object({ id: EVENT_ID })

const ENVELOPE = v.strictObject({
  id: EVENT_ID,
  device: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/)),
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/)),
  version: whole(1, 1_000_000),
  at: whole(0, LAST_INSTANT),
  offsetMin: whole(-24 * 60, 24 * 60),
  subject: text(300),
  body: v.custom<LogEntry['body']>(
    (body) => typeof body === 'object' && body !== null && !Array.isArray(body) && isJson(body),
  ),
})

const CARD = v.pipe(
  v.string(),
  v.check((id) => cardId(id) !== undefined),
)
const EXERCISE = v.pipe(
  v.string(),
  v.check((id) => exerciseId(id) !== undefined),
)
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

const OUTCOME = v.variant('kind', [
  v.strictObject({
    kind: v.literal('judged'),
    verdict: v.picklist(Object.keys(VERDICT_KINDS)),
    tier: v.picklist(TIERS),
  }),
  v.strictObject({ kind: v.literal('given-up') }),
])

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

const NOTHING = v.strictObject({})

const FORMS = {
  review: form(
    CARD,
    v.strictObject({
      rating: v.picklist(RATINGS),
      durationMs: v.pipe(v.number(), v.minValue(0), v.maxValue(DAY_MS)),
    }),
  ),
  suspend: form(CARD, v.strictObject({ suspended: v.boolean() })),
  bury: form(CARD, v.strictObject({ day: whole(0, LAST_INSTANT) })),
  attempt: form(
    EXERCISE,
    v.strictObject({
      language: v.picklist(LANGUAGES),
      outcome: OUTCOME,
      ratio: v.optional(v.pipe(v.number(), v.finite())),
      diagnosis: v.optional(text(300)),
      recalls: v.pipe(v.array(CARD), v.maxLength(100)),
      source: v.string(),
    }),
  ),
  hint: form(EXERCISE, NOTHING),
  undo: form(EVENT_ID, NOTHING),
  config: form(text(100), v.strictObject({ value: text(10_000) })),
  parameters: form(v.picklist(SCOPES), v.strictObject({ parameters: PARAMETERS })),
} as const satisfies Record<EventKind, v.GenericSchema>

function form(subject: v.GenericSchema, body: v.GenericSchema) {
  return v.object({ subject, body })
}
