import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Whether what a proxy in front says of who asks is to be believed. Without one, anybody could say it. */
export interface Trust {
  readonly isBehindProxy: boolean
}

/** Whether they are connected by TLS, so that a cookie can be kept to such connections. */
export function isSecure(context: Context, { isBehindProxy }: Trust): boolean {
  return isBehindProxy && context.req.header('x-forwarded-proto') === 'https'
}

/** Of who asks; the proxy adds the one that it saw behind those it was told. */
export function addressOf(context: Context, { isBehindProxy }: Trust): string {
  const told = isBehindProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return told || (getConnInfo(context).remote.address ?? '')
}
