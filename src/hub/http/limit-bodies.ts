import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { MOST_BODY_BYTES } from '../../interop/hub/protocol.ts'
import type { Env } from './authenticate.ts'
import { TOO_LARGE, TOO_MUCH_AT_ONCE } from './troubles.ts'

/** For a route that takes no longer body. */
export function limitedTo(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw TOO_LARGE
    },
  })
}

/**
 * What one person may be sending at a time, or a single body: it lies in memory until all of it has come,
 * however slowly that is.
 */
const MOST_BYTES_AT_ONCE = 4 * MOST_BODY_BYTES

export function limitedBodies(): MiddlewareHandler<Env> {
  const coming = new Map<string, number>()
  return async (context, next) => {
    const { id } = context.get('person')
    const before = coming.get(id) ?? 0
    const bytes = announcedBytes(context)
    if (before > 0 && before + bytes > MOST_BYTES_AT_ONCE) throw TOO_MUCH_AT_ONCE
    coming.set(id, before + bytes)
    try {
      await next()
    } finally {
      const left = (coming.get(id) ?? 0) - bytes
      if (left > 0) coming.set(id, left)
      else coming.delete(id)
    }
  }
}

/** One that does not say is taken to be as long as it may be. */
function announcedBytes({ req }: Context): number {
  const isChunked = req.header('transfer-encoding') !== undefined
  return isChunked ? MOST_BODY_BYTES : Number(req.header('content-length') ?? 0)
}
