import { Hono } from 'hono'
import * as v from 'valibot'
import type { Text } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import {
  BLOB_NAMES,
  type BlobNames,
  MOST_RELEASE_BYTES,
  NEW_RELEASE,
  type ReleasedReply,
  type ReleaseReply,
} from '../../interop/hub/course-protocol.ts'
import { MOST_BODY_BYTES } from '../../interop/hub/protocol.ts'
import { LARGEST_FILE } from '../../interop/segments/shared-path.ts'
import { blobSizes, keepBlob, readBlob } from '../course/course-blobs.ts'
import { findRelease, newestVersion } from '../course/find-release.ts'
import { type MadeRelease, makeRelease } from '../course/make-release.ts'
import type { Hub } from '../hub.ts'
import { type Env, onlyTeachers } from './authenticate.ts'
import { limitedTo } from './limit-bodies.ts'
import { Trouble } from './trouble.ts'
import { NOT_FOUND, TOO_LARGE, UNREADABLE } from './troubles.ts'

/** What a course gives its learners. */
export function courseRoutes({ db, now }: Hub): Hono<Env> {
  return new Hono<Env>()
    .get('/releases/:version', async (context) => {
      const { course } = context.get('person')
      const wanted = context.req.param('version')
      const newest = await newestVersion(db, course)
      if (newest === 0 && wanted === 'latest') return context.json(NO_RELEASE)
      const version = wanted === 'latest' ? newest : Number(wanted)
      const isThere = Number.isInteger(version) && version >= 1 && version <= newest
      const release = isThere ? await findRelease(db, course, version) : undefined
      if (release === undefined) throw NOT_FOUND
      return context.json(release)
    })
    .post('/releases', onlyTeachers, limitedTo(MOST_BODY_BYTES), async (context) => {
      const wanted = v.safeParse(NEW_RELEASE, await context.req.json().catch(() => undefined))
      if (!wanted.success) throw UNREADABLE
      const made = await makeRelease(db, context.get('person'), wanted.output, now())
      if (made.kind !== 'made' && made.kind !== 'same') throw refusalOf(made)
      return context.json({ version: made.version, isNew: made.kind === 'made' } satisfies ReleasedReply)
    })
    .post('/blobs/missing', onlyTeachers, limitedTo(MOST_BODY_BYTES), async (context) => {
      const asked = v.safeParse(BLOB_NAMES, await context.req.json().catch(() => undefined))
      if (!asked.success) throw UNREADABLE
      const there = await blobSizes(db, context.get('person').course, asked.output.contents)
      const contents = asked.output.contents.filter((name) => !there.has(name))
      return context.json({ contents } satisfies BlobNames)
    })
    .get('/blobs/:contents', async (context) => {
      const bytes = await readBlob(db, context.get('person').course, context.req.param('contents'))
      if (bytes === undefined) throw NOT_FOUND
      return context.body(Buffer.from(bytes), 200, { 'content-type': 'application/octet-stream' })
    })
    .put('/blobs/:contents', onlyTeachers, limitedTo(LARGEST_FILE), async (context) => {
      const bytes = new Uint8Array(await context.req.arrayBuffer())
      const kept = await keepBlob(db, context.get('person').course, context.req.param('contents'), bytes)
      if (kept === 'other contents') throw UNREADABLE
      if (kept === 'too many') throw TOO_LARGE
      return context.body(null, 204)
    })
}

const NO_RELEASE: ReleaseReply = { version: 0, note: '', by: '', at: 0, files: [], earlier: [] }

function refusalOf(
  made: Exclude<MadeRelease, { readonly kind: 'made' } | { readonly kind: 'same' }>,
): Trouble {
  switch (made.kind) {
    case 'behind':
      return new Trouble(409, behind(made), LOOK_AGAIN)
    case 'lacking':
      return new Trouble(
        409,
        {
          en: `The hub does not have what ${made.paths[0]} holds.`,
          zh: `hub 上没有 ${made.paths[0]} 的内容。`,
        },
        PUSH_AGAIN,
      )
    case 'too large':
      return new Trouble(
        413,
        {
          en: `The course would have ${made.bytes} bytes; ${MOST_RELEASE_BYTES} are the most.`,
          zh: `课程内容共 ${made.bytes} 字节，上限为 ${MOST_RELEASE_BYTES}。`,
        },
        { en: 'Leave out what is large.', zh: '请去掉较大的文件。' },
      )
    case 'unsafe path':
      return new Trouble(
        400,
        {
          en: `A course cannot have a file ${made.path}.`,
          zh: `课程中不能有文件 ${made.path}。`,
        },
        RENAME,
      )
    case 'clash':
      return new Trouble(
        400,
        {
          en: `${made.paths[0]} and ${made.paths[1]} cannot both be there on every system.`,
          zh: `${made.paths[0]} 与 ${made.paths[1]} 在某些系统上无法并存。`,
        },
        RENAME,
      )
    default:
      return unreachable(made)
  }
}

function behind({ version, by }: { readonly version: number; readonly by: string }): Text {
  return version === 0
    ? { en: 'The course has no version yet.', zh: '课程还没有任何版本。' }
    : {
        en: `Version ${version} of the course is there already${by && `, by ${by}`}.`,
        zh: `课程的版本 ${version} 已经存在${by && `（由 ${by} 发布）`}。`,
      }
}

const LOOK_AGAIN: Text = {
  en: 'See by `anneal course push --dry-run` how yours differs from it, then push again.',
  zh: '请用 `anneal course push --dry-run` 查看与它的差异，然后再推送。',
}
const PUSH_AGAIN: Text = { en: 'Push again.', zh: '请再推送一次。' }
const RENAME: Text = { en: 'Rename it, then push again.', zh: '请改名后再推送。' }
