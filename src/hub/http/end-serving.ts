import { once } from 'node:events'
import type { ServerType } from '@hono/node-server'

const DRAIN_MS = 10_000

/** Takes no more requests, lets those under way come to their end, and cuts off what takes too long. */
export async function endServing(server: ServerType): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), DRAIN_MS)
  await closed
  clearTimeout(cut)
}
