import * as v from 'valibot'

/** How a learner's machine and a hub talk: HTTP below `/v1`, JSON, and entries of the log as lines of JSON in zstd. */
export const PROTOCOL = 1

/** What one request may carry at most; whoever has more asks again. */
export const MOST_ENTRIES = 2_000
export const MOST_BODY_BYTES = 2 ** 23
/**
 * What a body may come to when it is unpacked. An entry may be of 2 MB, though hardly any is of more than
 * some hundred bytes.
 */
export const MOST_PLAIN_BYTES = 2 ** 25
export const MOST_IDS = 20_000
export const MOST_STRETCHES = 5_000

export const ENTRIES_TYPE = 'application/vnd.anneal.entries+zstd'

/** `GET /v1/hub`: whom this is, and to whom it talks. */
export const HUB_REPLY = v.object({
  anneal: v.literal('hub'),
  protocol: v.number(),
  hub: v.string(),
  course: v.object({ name: v.string(), title: v.string() }),
  person: v.object({
    /** The subject of what they say to the hub. */
    id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
    name: v.string(),
    role: v.picklist(['learner', 'teacher']),
    shares: v.boolean(),
  }),
  /** The newest that the course gives; 0 where there is none. */
  release: v.number(),
})
export type HubReply = v.InferOutput<typeof HUB_REPLY>

/**
 * `GET /v1/stretches`: of each stretch of the learner's log there, how many entries it has and their digest.
 * A machine compares them with its own; where they differ it asks for the ids and sends, or asks for, what
 * the other lacks. Nobody remembers a place in a sequence, so that a hub or a machine that was set back to a
 * backup is like one that has not heard yet.
 */
export const STRETCHES_REPLY = v.object({
  stretches: v.array(v.object({ stretch: v.string(), entries: v.number(), digest: v.string() })),
})
export type StretchesReply = v.InferOutput<typeof STRETCHES_REPLY>

/** `POST /v1/ids`: what of these stretches stands behind `after`. */
export const IDS_WANTED = v.object({
  stretches: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MOST_STRETCHES)),
  after: v.string(),
})
export type IdsWanted = v.InferOutput<typeof IDS_WANTED>

/** In order, the first `MOST_IDS`. */
export const IDS_REPLY = v.object({ ids: v.array(v.string()) })
export type IdsReply = v.InferOutput<typeof IDS_REPLY>

/** `POST /v1/entries/wanted`; the answer holds them, or the first of them where they are too many bytes for one. */
export const WANTED = v.object({ ids: v.pipe(v.array(v.string()), v.maxLength(MOST_ENTRIES)) })
export type Wanted = v.InferOutput<typeof WANTED>

const TEXT = v.object({ en: v.string(), zh: v.string() })

/** `POST /v1/entries`: what became of them. All of it is durable when it is said. */
export const PUSHED_REPLY = v.object({
  added: v.number(),
  known: v.number(),
  refused: v.array(v.object({ id: v.optional(v.string()), why: TEXT })),
})
export type PushedReply = v.InferOutput<typeof PUSHED_REPLY>

/** With each status of 400 and above. */
export const TROUBLE_REPLY = v.object({ message: TEXT, remedy: TEXT })
export type TroubleReply = v.InferOutput<typeof TROUBLE_REPLY>
