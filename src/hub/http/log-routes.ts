import { Hono } from 'hono'
import pLimit from 'p-limit'
import * as v from 'valibot'
import { decodeEntries, encodeEntries } from '../../interop/hub/entry-lines.ts'
import {
  ENTRIES_TYPE,
  IDS_WANTED,
  type IdsReply,
  MOST_BODY_BYTES,
  MOST_IDS,
  MOST_PLAIN_BYTES,
  type PushedReply,
  type StretchesReply,
  WANTED,
} from '../../interop/hub/protocol.ts'
import type { Hub } from '../hub.ts'
import { pushEntries } from '../log/push-entries.ts'
import { entriesOf, idsIn, stretchesOf } from '../log/read-entries.ts'
import type { Env } from './authenticate.ts'
import { limitedTo } from './limit-bodies.ts'
import { ownTurns } from './own-turns.ts'
import { fullLog, HAS_LEFT, UNREADABLE } from './troubles.ts'

/**
 * So many requests may have their entries unpacked at a time, lest a whole course that syncs at once be held
 * in memory.
 */
const UNPACKED_AT_ONCE = 16

/** The log of the learner who asks. */
export function logRoutes({ db, now, quotaBytes }: Hub): Hono<Env> {
  const limited = limitedTo(MOST_BODY_BYTES)
  const inTurn = pLimit(UNPACKED_AT_ONCE)
  const inOwnTurn = ownTurns()
  return new Hono<Env>()
    .get('/stretches', async (context) => {
      const stretches = await stretchesOf(db, context.get('person').id)
      return context.json({ stretches: [...stretches] } satisfies StretchesReply)
    })
    .post('/ids', limited, async (context) => {
      const wanted = v.safeParse(IDS_WANTED, await context.req.json().catch(() => undefined))
      if (!wanted.success) throw UNREADABLE
      const { stretches, after } = wanted.output
      const ids = await idsIn(db, context.get('person').id, stretches, { after, most: MOST_IDS })
      return context.json({ ids: [...ids] } satisfies IdsReply)
    })
    .post('/entries/wanted', limited, async (context) => {
      const wanted = v.safeParse(WANTED, await context.req.json().catch(() => undefined))
      if (!wanted.success) throw UNREADABLE
      const bytes = await inTurn(async () =>
        encodeEntries(await entriesOf(db, context.get('person').id, wanted.output.ids, MOST_PLAIN_BYTES / 2)),
      )
      return context.body(Buffer.from(bytes), 200, { 'content-type': ENTRIES_TYPE })
    })
    .post('/entries', limited, async (context) => {
      const bytes = new Uint8Array(await context.req.arrayBuffer())
      const { id } = context.get('person')
      const push = () => {
        const foreign = decodeEntries(bytes)
        if (foreign === undefined) throw UNREADABLE
        return pushEntries(db, id, foreign, now(), quotaBytes)
      }
      const pushed = await inOwnTurn(id, () => inTurn(push))
      if (pushed.left) throw HAS_LEFT
      if (pushed.full) throw fullLog(quotaBytes)
      const { added, known, refused } = pushed
      return context.json({
        added,
        known,
        refused: refused.map(({ id: refusedId, why }) => ({ ...(refusedId && { id: refusedId }), why })),
      } satisfies PushedReply)
    })
}
