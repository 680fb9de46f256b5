import type { MiddlewareHandler } from 'hono'
import type { Instant } from '../../core/day.ts'
import type { Journal } from '../journal.ts'

/**
 * A line for each request. Of the address only the path, as it came: what is behind it, and the headers, may
 * say a token.
 */
export function writingDown({ request }: Journal, now: () => Instant): MiddlewareHandler {
  return async (context, next) => {
    const from = performance.now()
    await next()
    const { method, url } = context.req
    const took = `${Math.round(performance.now() - from)} ms`
    request?.(
      `${new Date(now()).toISOString()} ${context.res.status} ${method} ${new URL(url).pathname} ${took}`,
    )
  }
}
