import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hub } from '../hub.ts'
import { hubApp } from './hub-app.ts'

export interface Served {
  readonly address: AddressInfo
  /** Behind it no request is under way any more. */
  readonly close: () => Promise<void>
}

/** @throws the system's error where the port is taken or not allowed */
export function serveHub(
  hub: Hub,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Served> {
  const { promise, resolve, reject } = Promise.withResolvers<Served>()
  const server = serve({ fetch: hubApp(hub).fetch, hostname: host, port }, (address) =>
    resolve({
      address,
      close: () => new Promise((done, failed) => server.close((error) => (error ? failed(error) : done()))),
    }),
  )
  server.once('error', reject)
  return promise
}
