import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** When a request has come and the hub has not heard it, or the hub has answered and the learner has not heard that. */
export const STRIKE_TIMES = ['asked', 'answered'] as const
export type StrikeTime = (typeof STRIKE_TIMES)[number]

export interface StrikeProxy {
  readonly url: string
  /** The hub moves when it is started again. */
  readonly leadTo: (hub: string) => void
  readonly close: () => void
}

/** Stands in front of a hub. What `at` does is over before the request goes on, or is cut off where there is no hub any more. */
export async function openStrikeProxy(
  at: (time: StrikeTime, authorization: string) => Promise<void>,
): Promise<StrikeProxy> {
  let hub = ''
  const server = createServer(async (incoming, outgoing) => {
    try {
      const body = await buffer(incoming)
      const { authorization = '' } = incoming.headers
      await at('asked', authorization)
      const { status, type, answer } = await pass(hub, incoming, body)
      await at('answered', authorization)
      outgoing.writeHead(status, type === undefined ? {} : { 'content-type': type }).end(answer)
    } catch {
      outgoing.destroy()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    leadTo: (url) => {
      hub = url
    },
    close: () => server.close().closeAllConnections(),
  }
}

function pass(hub: string, { method, url = '/', headers }: IncomingMessage, body: Buffer) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    readonly status: number
    readonly type: string | undefined
    readonly answer: Buffer
  }>()
  const asked = request(new URL(url, hub), {
    method,
    headers: { ...headers, connection: 'close' },
    agent: false,
  })
  asked.once('error', reject)
  asked.once('response', (response) => {
    const { statusCode: status = 500, headers: told } = response
    buffer(response).then((answer) => resolve({ status, type: told['content-type'], answer }), reject)
  })
  asked.end(body)
  return promise
}
