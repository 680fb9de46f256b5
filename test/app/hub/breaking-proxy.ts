import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** Where a connection breaks: the hub hears nothing, half a request, all of it; or half of its answer comes back. */
export const BREAKS = ['before', 'within', 'after', 'answering'] as const
export type Break = (typeof BREAKS)[number]

export interface BreakingProxy {
  readonly url: string
  /** How many requests came. */
  readonly requests: () => number
  /** Breaks the connection at the request behind so many others, counted from now, and then at each until it is mended. */
  readonly breakAt: (others: number, how: Break) => void
  /** At that one alone. */
  readonly breakOnceAt: (others: number, how: Break) => void
  readonly mend: () => void
}

/** Stands in front of a hub. */
export async function openBreakingProxy(hub: string): Promise<BreakingProxy> {
  let requests = 0
  let breaking: { readonly first: number; readonly last: number; readonly how: Break } | undefined
  const server = createServer(async (incoming, outgoing) => {
    const isBroken = breaking && requests >= breaking.first && requests <= breaking.last
    const how = isBroken ? breaking?.how : undefined
    requests++
    await pass(hub, incoming, outgoing, how).catch(() => outgoing.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests: () => requests,
    breakAt: (others, how) => {
      breaking = { first: requests + others, last: Number.POSITIVE_INFINITY, how }
    },
    breakOnceAt: (others, how) => {
      breaking = { first: requests + others, last: requests + others, how }
    },
    mend: () => {
      breaking = undefined
    },
  }
}

async function pass(hub: string, incoming: IncomingMessage, outgoing: ServerResponse, how?: Break) {
  const body = await buffer(incoming)
  if (how === 'before') return outgoing.destroy()
  const { status, headers, answer } = await ask(hub, incoming, body, how === 'within')
  if (how === 'after') return outgoing.destroy()
  outgoing.writeHead(status, { ...headers, 'content-length': answer.length })
  if (how !== 'answering') return outgoing.end(answer)
  return outgoing.write(answer.subarray(0, answer.length >> 1), () => outgoing.destroy())
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly answer: Buffer
}

function ask(hub: string, { method, url = '/', headers }: IncomingMessage, body: Buffer, isHalf: boolean) {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const { 'transfer-encoding': _, connection: __, ...passed } = headers
  const asked = request(new URL(url, hub), {
    method,
    headers: { ...passed, ...(body.length > 0 && { 'content-length': body.length }) },
    agent: false,
  })
  asked.once('error', reject)
  asked.once('response', async (response) => {
    const { 'transfer-encoding': ___, connection: ____, ...told } = response.headers
    resolve({ status: response.statusCode ?? 500, headers: told, answer: await buffer(response) })
  })
  if (isHalf) asked.write(body.subarray(0, body.length >> 1), () => asked.destroy(new Error('cut')))
  else asked.end(body)
  return promise
}
