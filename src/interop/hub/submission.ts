import * as v from 'valibot'
import { LANGUAGES, MOST_SOURCE_BYTES } from '../../core/exercise.ts'
import { GRADING } from './grading-codec.ts'

/** What a source comes to in JSON, where each byte may be six. */
export const MOST_SUBMISSION_BYTES = 2 ** 21
/** Seconds that a hub holds the question for a verdict back, until there is one. */
export const LONGEST_WAIT = 25

/** 128 bits in the letters of a ULID. The learner's machine makes it, and the same one twice is one submission. */
const SUBMISSION_ID = v.pipe(v.string(), v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/))

/** `POST /v1/submissions`; the answer is as to `GET /v1/submissions/ID`. */
export const SUBMISSION = v.object({
  id: SUBMISSION_ID,
  exercise: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), v.maxLength(200)),
  language: v.picklist(LANGUAGES),
  fileName: v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/)),
  source: v.pipe(
    v.string(),
    v.maxBytes(MOST_SOURCE_BYTES),
    v.check((text) => text.isWellFormed() && !text.includes('\0')),
  ),
})
export type SubmissionSent = v.InferOutput<typeof SUBMISSION>

/** `GET /v1/submissions/ID?wait=SECONDS`: at once where it is judged, and at the latest after so many. */
export const SUBMISSION_REPLY = v.variant('kind', [
  /** `before`: how many in the same language came earlier and are not judged yet. */
  v.object({ kind: v.literal('waiting'), before: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  v.object({ kind: v.literal('judged'), grading: GRADING }),
])
export type SubmissionReply = v.InferOutput<typeof SUBMISSION_REPLY>
