import * as v from 'valibot'
import { showableLine } from '../../core/clean-text.ts'

/**
 * How decks and exercises of a course come to a hub, and from there to its learners: releases, counted from
 * 1, name files by what they hold.
 */
const MOST_RELEASE_FILES = 10_000
export const MOST_RELEASE_BYTES = 500_000_000
const LONGEST_NOTE = 2_000
const HIGHEST_SEEN = 1_000_000

const CONTENTS = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const COUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Somebody's words, for a terminal. */
const LINE = v.pipe(v.string(), v.transform(showableLine))

/** `GET /v1/releases/:version`, or `/latest`; version 0 where there is none yet. */
export const RELEASE_REPLY = v.object({
  version: COUNT,
  note: LINE,
  /** Who pushed it. */
  by: LINE,
  /** A time of some year with four digits. */
  at: v.pipe(v.number(), v.minValue(0), v.maxValue(253_402_300_799_000)),
  files: v.pipe(
    v.array(v.object({ path: v.string(), contents: CONTENTS, bytes: COUNT })),
    v.maxLength(MOST_RELEASE_FILES),
  ),
  /** What those before had that this one has no more, each with the last that had it. */
  earlier: v.array(v.object({ path: v.string(), contents: CONTENTS, version: COUNT })),
})
export type ReleaseReply = v.InferOutput<typeof RELEASE_REPLY>

/** `POST /v1/releases`, once all blobs are there. */
export const NEW_RELEASE = v.object({
  /** The newest that whoever pushes knows of: where there is a newer one, none is made. */
  after: COUNT,
  /**
   * The newest that they ever saw, which a hub that was set back to a backup does not know: the next is
   * counted from there.
   */
  above: v.optional(v.pipe(COUNT, v.maxValue(HIGHEST_SEEN)), 0),
  note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
  files: v.pipe(v.array(v.object({ path: v.string(), contents: CONTENTS })), v.maxLength(MOST_RELEASE_FILES)),
})
export type NewRelease = v.InferOutput<typeof NEW_RELEASE>

/** What came of it; `isNew` is false where it is what the last one was. */
export const RELEASED_REPLY = v.object({ version: COUNT, isNew: v.boolean() })
export type ReleasedReply = v.InferOutput<typeof RELEASED_REPLY>

/**
 * `POST /v1/blobs/missing`: which of them the hub does not have. A blob goes and comes as bytes, by `PUT` and
 * `GET /v1/blobs/:contents`.
 */
export const BLOB_NAMES = v.object({ contents: v.pipe(v.array(CONTENTS), v.maxLength(MOST_RELEASE_FILES)) })
export type BlobNames = v.InferOutput<typeof BLOB_NAMES>
