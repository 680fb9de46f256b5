import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { FOREIGN_FORM } from '../http/troubles.ts'

/** Whether what a proxy in front says of the browser is to be believed. Without one, anybody could say it. */
export interface Trust {
  readonly isBehindProxy: boolean
}

/** Whether the browser's connection is one of TLS, so that a cookie can be kept to such. */
export function isSecure(context: Context, { isBehindProxy }: Trust): boolean {
  return isBehindProxy && context.req.header('x-forwarded-proto') === 'https'
}

/** Of the browser; the proxy adds the one that it saw behind those it was told. */
export function browserAddress(context: Context, { isBehindProxy }: Trust): string {
  const told = isBehindProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return told || (getConnInfo(context).remote.address ?? '')
}

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
