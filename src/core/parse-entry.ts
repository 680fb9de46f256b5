import * as v from 'valibot'
import { LAST_INSTANT } from './day.ts'
import { EVENT_ID, formOf, text, whole } from './entry-forms.ts'
import { isUnderstood, type JsonObject, LONGEST_BODY, type LogEntry } from './log-entry.ts'

export type ParsedEntry =
  | { readonly kind: 'entry'; readonly entry: LogEntry }
  /** `field` is empty where it is no entry at all. */
  | { readonly kind: 'refused'; readonly id: string | undefined; readonly field: string }

/**
 * The door of the log: what another device, a file or a hub calls an entry. One that only a newer program
 * understands passes if it is an entry at all. Whatever passes is plain JSON, so that it is the same after it
 * was stored.
 */
export function parseEntry(foreign: unknown): ParsedEntry {
  const envelope = v.safeParse(ENVELOPE, foreign)
  if (!envelope.success) return refusal(foreign, envelope.issues)
  const { at, offsetMin, body, ...rest } = envelope.output
  const entry: LogEntry = { ...rest, at: at + 0, offsetMin: offsetMin + 0, body: plain(body) }
  if (!isUnderstood(entry.kind, entry.version)) return { kind: 'entry', entry }
  const form = v.safeParse(formOf(entry.kind, entry.version), { subject: entry.subject, body: entry.body })
  return form.success ? { kind: 'entry', entry } : refusal(foreign, form.issues)
}

function refusal(foreign: unknown, issues: readonly v.BaseIssue<unknown>[]): ParsedEntry {
  const { id } = v.is(IDENTIFIED, foreign) ? foreign : { id: undefined }
  const [issue] = issues
  return { kind: 'refused', id, field: (issue && v.getDotPath(issue)) ?? '' }
}

/** JSON knows no negative zero; nor is one left of `0 + -0`. */
function plain(body: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(body)) as JsonObject
}

const IDENTIFIED = v.object({ id: EVENT_ID })

const ENVELOPE = v.strictObject({
  id: EVENT_ID,
  device: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/)),
  kind: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/)),
  version: whole(1, 1_000_000),
  at: whole(0, LAST_INSTANT),
  offsetMin: whole(-24 * 60, 24 * 60),
  // Not every database can hold a text with a zero in it.
  subject: v.pipe(text(300), v.excludes('\0')),
  body: v.custom<JsonObject>((body) => isObject(body) && isJson(body) && isShort(body)),
})

const DEEPEST = 64

function isShort(body: unknown): boolean {
  return JSON.stringify(body).length <= LONGEST_BODY
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth >= DEEPEST) return false
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
  return isPlain && Object.values(value).every((part) => isJson(part, depth + 1))
}
