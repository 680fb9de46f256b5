import { Hono } from 'hono'
import type { Hub } from '../hub.ts'
import type { Desk } from '../jobs/open-desk.ts'
import { accountRoutes } from './account-routes.ts'
import { type Env, knownPeople } from './authenticate.ts'
import type { Trust } from './behind-proxy.ts'
import { courseRoutes } from './course-routes.ts'
import { limitedBodies } from './limit-bodies.ts'
import { logRoutes } from './log-routes.ts'
import { submissionRoutes } from './submission-routes.ts'
import { tellingTrouble } from './tell-trouble.ts'
import { troubleReply } from './trouble.ts'
import { NOT_FOUND } from './troubles.ts'
import { writingDown } from './write-down.ts'

/** What a hub does beyond logs and courses, and how it is reached. */
export interface Offered extends Partial<Trust> {
  /** Without one it judges nothing. */
  readonly desk?: Desk
  /** What browsers are shown below /course. */
  readonly pages?: Hono<Env>
}

/** All that a hub answers. What is below /v1 is for `anneal sync` and needs a token. */
export function hubApp(hub: Hub, { desk, pages, isBehindProxy = false }: Offered = {}): Hono<Env> {
  const app = new Hono<Env>()
  app.onError(tellingTrouble(hub.journal))
  app.use(writingDown(hub.journal, hub.now))
  app.notFound((context) => troubleReply(context, NOT_FOUND))
  app.get('/healthz', async (context) => {
    await hub.db.query('select 1')
    return context.text('ok')
  })
  app.use('/v1/*', knownPeople(hub, { isBehindProxy }), limitedBodies())
  app.route('/v1', accountRoutes(hub))
  app.route('/v1', logRoutes(hub))
  app.route('/v1', courseRoutes(hub))
  if (desk !== undefined) app.route('/v1', submissionRoutes(hub, desk))
  if (pages !== undefined) {
    app.route('/course', pages)
    app.get('/', (context) => context.redirect('/course'))
  }
  return app
}
