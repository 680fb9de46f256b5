import type { MiddlewareHandler } from 'hono'
import { FOREIGN_FORM } from '../http/troubles.ts'

/** Refuses what another site's page sends. */
export const onlyOwnForms: MiddlewareHandler = async (context, next) => {
  const { req } = context
  const site = req.header('sec-fetch-site')
  // Over plain HTTP browsers say the origin alone.
  const isOwn =
    site === undefined ? isOrigin(req.header('origin'), req.header('host')) : site === 'same-origin'
  if (!isOwn) throw FOREIGN_FORM
  await next()
}

function isOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && host !== undefined && URL.parse(origin)?.host === host
}
