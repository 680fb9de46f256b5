import { Hono } from 'hono'
import * as v from 'valibot'
import { LONGEST_WAIT, MOST_SUBMISSION_BYTES, SUBMISSION } from '../../interop/hub/submission.ts'
import type { Hub } from '../hub.ts'
import type { Desk } from '../jobs/open-desk.ts'
import { standingOf, takeSubmission } from '../jobs/submissions.ts'
import type { Env } from './authenticate.ts'
import { limitedTo } from './limit-bodies.ts'
import {
  fullSubmissions,
  HAS_LEFT,
  NO_SUBMISSION,
  TOO_MANY_WAITING,
  UNREADABLE_SUBMISSION,
} from './troubles.ts'

/** The submissions of the learner who asks. */
export function submissionRoutes(
  { db, now, quotaBytes }: Hub,
  { boss, watch }: Pick<Desk, 'boss' | 'watch'>,
): Hono<Env> {
  const limited = limitedTo(MOST_SUBMISSION_BYTES)
  return new Hono<Env>()
    .post('/submissions', limited, async (context) => {
      const sent = v.safeParse(SUBMISSION, await context.req.json().catch(() => undefined))
      if (!sent.success) throw UNREADABLE_SUBMISSION
      const person = context.get('person')
      const taken = await takeSubmission(db, boss, person, sent.output, now(), quotaBytes)
      if (taken === 'left') throw HAS_LEFT
      if (taken === 'too many') throw TOO_MANY_WAITING
      if (taken === 'full') throw fullSubmissions(quotaBytes)
      const standing = await standingOf(db, person.id, sent.output.id)
      if (standing === undefined) throw NO_SUBMISSION
      return context.json(standing)
    })
    .get('/submissions/:id', async (context) => {
      const id = context.req.param('id')
      const person = context.get('person')
      const standing = await standingOf(db, person.id, id)
      if (standing === undefined) throw NO_SUBMISSION
      const seconds = Math.min(Number(context.req.query('wait')) || 0, LONGEST_WAIT)
      if (standing.kind === 'judged' || seconds <= 0) return context.json(standing)
      await watch.judged(id, seconds * 1000)
      return context.json((await standingOf(db, person.id, id)) ?? standing)
    })
}
