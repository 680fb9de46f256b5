import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hub } from '../hub.ts'
import { closeWhenAnswered, endServing } from './end-serving.ts'
import { hubApp, type Offered } from './hub-app.ts'

export interface Served {
  readonly address: AddressInfo
  /** Behind it no request is under way any more. */
  readonly close: () => Promise<void>
}

/**
 * Longer than the proxy in front keeps a connection, and than a busy hub takes to see what has come by it:
 * else it closes some in which a request lies.
 */
const KEPT_ALIVE_MS = 75_000

interface Serving extends Offered {
  readonly host: string
  readonly port: number
  readonly drainMs?: number
}

/** @throws the system's error where the port is taken or not allowed */
export function serveHub(hub: Hub, { host, port, drainMs, ...offered }: Serving): Promise<Served> {
  const { promise, resolve, reject } = Promise.withResolvers<Served>()
  const options = {
    fetch: hubApp(hub, offered).fetch,
    hostname: host,
    port,
    serverOptions: { keepAliveTimeout: KEPT_ALIVE_MS },
  }
  const server = serve(options, (address) =>
    resolve({
      address,
      close: () => {
        // Whoever waits for a verdict asks again elsewhere.
        offered.desk?.watch.end()
        return endServing(server, drainMs)
      },
    }),
  )
  server.once('error', reject)
  closeWhenAnswered(server)
  return promise
}
