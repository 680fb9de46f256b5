import { Hono } from 'hono'
import { type HubReply, PROTOCOL } from '../../interop/hub/protocol.ts'
import type { Hub } from '../hub.ts'
import type { Env } from './authenticate.ts'

export function accountRoutes({ db, id }: Hub): Hono<Env> {
  return new Hono<Env>().get('/hub', async (context) => {
    const { id: member, name, role, shares, course } = context.get('person')
    const [found] = await db.query<{ readonly title: string; readonly release: number }>(
      `select title, coalesce((select max(version) from release where course = $1), 0) release
       from course where name = $1`,
      [course],
    )
    const { title = course, release = 0 } = found ?? {}
    return context.json({
      anneal: 'hub',
      protocol: PROTOCOL,
      hub: id,
      course: { name: course, title },
      person: { id: member, name, role, shares },
      release,
    } satisfies HubReply)
  })
}
