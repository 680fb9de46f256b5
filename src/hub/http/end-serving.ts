import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { ServerType } from '@hono/node-server'

/** What those under way may still take. */
const DRAIN_MS = 10_000

/** Takes no more requests, lets those under way come to their end, and cuts off what takes too long. */
export async function endServing(server: ServerType, drainMs = DRAIN_MS): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), drainMs)
  await closed
  clearTimeout(cut)
}

/** A connection is kept for further requests: of a server that has ended, only until it has answered. */
export function closeWhenAnswered(server: ServerType): void {
  server.on('request', (_, response: ServerResponse) => {
    response.once('finish', () => {
      if (!server.listening && 'closeIdleConnections' in server) server.closeIdleConnections()
    })
  })
}
