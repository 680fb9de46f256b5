import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { showableLine } from '../../core/clean-text.ts'
import { messageOf } from '../../core/error-message.ts'
import type { Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { codeOf } from '../../core/system-error.ts'
import { HUB_REPLY, type HubReply, PROTOCOL, TROUBLE_REPLY } from '../../interop/hub/protocol.ts'
import { LONGEST_SILENCE_MS, watchSilence } from './watch-silence.ts'

/** One learner's way to a hub. Whatever comes from there is checked before it is believed. */
export interface HubConnection {
  readonly url: string
  /** What the hub said of itself when it was opened. */
  readonly reply: HubReply
  getJson<S extends Schema>(path: string, form: S): Promise<v.InferOutput<S>>
  postJson<S extends Schema>(path: string, body: object, form: S): Promise<v.InferOutput<S>>
  postBytes<S extends Schema>(path: string, bytes: Uint8Array, form: S): Promise<v.InferOutput<S>>
  /** For a question that is answered by bytes. @throws Problem for more than `mostBytes` */
  askBytes(path: string, question: object | undefined, mostBytes: number): Promise<Uint8Array>
  putBytes(path: string, bytes: Uint8Array): Promise<void>
}

type Schema = v.GenericSchema

/** No JSON of a hub is longer: a list of ids, or a grading with its arrays. */
const LONGEST_JSON = 2 ** 25

const HUB_OF_ANY_VERSION = v.object({ anneal: v.literal('hub'), protocol: v.number() })

export interface Patience {
  readonly signal?: AbortSignal | undefined
  /** Why the hub asks to wait; undefined when it is asked again. */
  readonly onWait?: ((why: Text | undefined) => void) | undefined
  /** How long a hub may say nothing, where that is not as ever. */
  readonly silenceMs?: number
}

/** @throws Problem where there is no hub at that address, it does not know the token, or is a newer one's */
export async function connectToHub(
  url: string,
  token: string,
  patience: Patience = {},
): Promise<HubConnection> {
  const ask = asking(url, token, patience)
  const json = async <S extends Schema>(path: string, form: S, init: RequestInit) =>
    parsed(url, form, await ask(path, init, LONGEST_JSON))
  const said = await ask('hub', {}, LONGEST_JSON)
  if (parsed(url, HUB_OF_ANY_VERSION, said).protocol > PROTOCOL) throw newerHub(url)
  const reply = parsed(url, HUB_REPLY, said)
  return {
    url,
    reply,
    getJson: (path, form) => json(path, form, {}),
    postJson: (path, body, form) => json(path, form, posted(body)),
    postBytes: (path, bytes, form) => json(path, form, { method: 'POST', body: Buffer.from(bytes) }),
    askBytes: (path, question, mostBytes) =>
      ask(path, question === undefined ? {} : posted(question), mostBytes),
    putBytes: async (path, bytes) =>
      void (await ask(path, { method: 'PUT', body: Buffer.from(bytes) }, LONGEST_JSON)),
  }
}

function posted(body: object): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

function asking(url: string, token: string, { signal, onWait, silenceMs = LONGEST_SILENCE_MS }: Patience) {
  return async (path: string, init: RequestInit, mostBytes: number): Promise<Uint8Array> => {
    for (let waited = 0; ; ) {
      const silence = watchSilence(silenceMs, init)
      const send = () =>
        fetch(new URL(`v1/${path}`, withSlash(url)), {
          ...init,
          headers: { ...init.headers, authorization: `Bearer ${token}` },
          // A redirect would carry the token elsewhere.
          redirect: 'error',
          signal: AbortSignal.any([silence.signal, ...(signal ? [signal] : [])]),
        })
      const receive = async () => {
        const response = await send().catch((error) => againAfter(error, send))
        return {
          response,
          bytes: await readBounded(url, response, response.ok ? mostBytes : LONGEST_JSON, silence.heard),
        }
      }
      const { response, bytes } = await reached(url, receive).finally(silence.end)
      if (response.ok) return bytes
      const trouble = troubleOf(url, response.status, bytes)
      const pause = ONLY_NOW.has(response.status) ? Number(response.headers.get('retry-after')) : 0
      waited += pause
      if (!(pause > 0 && waited <= LONGEST_PAUSE)) throw trouble
      onWait?.(trouble.texts.message)
      await wait(pause * 1000, undefined, signal && { signal })
      onWait?.(undefined)
    }
  }
}

/**
 * A connection that was kept may have been closed at its other end while this machine was busy. A hub does
 * what it is asked twice once.
 */
function againAfter(error: unknown, send: () => Promise<Response>): Promise<Response> {
  const cause = error instanceof TypeError ? error.cause : undefined
  if (CLOSED.has(codeOf(cause) ?? '')) return send()
  throw error
}

const CLOSED = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/** With which status a hub, or what stands in front of it, may ask to wait: too many requests, and no database. */
const ONLY_NOW = new Set([429, 503])

/** Seconds that a hub may ask for, before one answer. */
const LONGEST_PAUSE = 120

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}

async function readBounded(
  url: string,
  response: Response,
  mostBytes: number,
  onPiece: () => void,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body ?? []) {
    onPiece()
    bytes += piece.length
    if (bytes > mostBytes) throw noHub(url)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

async function reached<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const { cause } = error
    throw unreached(url, codeOf(cause) || messageOf(Error.isError(cause) ? cause : error), error)
  }
}

function parsed<S extends Schema>(url: string, form: S, bytes: Uint8Array): v.InferOutput<S> {
  const result = v.safeParse(form, jsonOf(bytes))
  if (result.success) return result.output
  throw noHub(url)
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/** With which status the hub refused, where that is what a problem comes from. */
export function refusedWith(problem: unknown): number | undefined {
  return problem instanceof Error && problem.cause instanceof HubRefusal ? problem.cause.status : undefined
}

class HubRefusal extends Error {
  readonly status: number

  constructor(status: number) {
    super(`the hub refused with ${status}`)
    this.status = status
  }
}

/** In the hub's own words, where it has some. */
function troubleOf(url: string, status: number, bytes: Uint8Array): Problem {
  const trouble = v.safeParse(TROUBLE_REPLY, jsonOf(bytes))
  // What stands in front of a hub that is down says so in words of its own.
  if (!trouble.success) return status >= 500 ? unreached(url, String(status)) : noHub(url)
  const { message, remedy } = trouble.output
  return new Problem(shown(message), { remedy: shown(remedy), cause: new HubRefusal(status) })
}

/** A line each, and not a long one. */
export function shown({ en, zh }: Text): Text {
  return { en: showableLine(en.slice(0, 300)), zh: showableLine(zh.slice(0, 300)) }
}

function unreached(url: string, why: string, cause?: unknown): Problem {
  return new Problem(
    { en: `The hub ${url} cannot be reached (${why}).`, zh: `无法连接 hub ${url}（${why}）。` },
    { remedy: /CERT|UNABLE_TO_(VERIFY|GET)/.test(why) ? DISTRUSTED : LATER, cause },
  )
}

const LATER: Text = {
  en: 'Sync again when it can be: everything is kept here until then.',
  zh: '请在能连接时再同步；在此之前所有记录都保存在本机。',
}
const DISTRUSTED: Text = {
  en: 'This machine does not trust its certificate: tell whoever runs it, or name their authority in NODE_EXTRA_CA_CERTS.',
  zh: '本机不信任它的证书：请告知其管理者，或用 NODE_EXTRA_CA_CERTS 指定其证书机构。',
}

export function noHub(url: string): Problem {
  return new Problem(
    {
      en: `What answers at ${url} is no hub of Anneal, or was cut short.`,
      zh: `${url} 的应答不像 Anneal 的 hub，或者不完整。`,
    },
    { remedy: { en: 'Check the address, then try again.', zh: '请检查地址后重试。' } },
  )
}

function newerHub(url: string): Problem {
  return new Problem(
    { en: `The hub ${url} is of a newer version of Anneal.`, zh: `hub ${url} 由较新版本的 Anneal 运行。` },
    { remedy: { en: 'Upgrade Anneal on this machine.', zh: '请升级这台机器上的 Anneal。' } },
  )
}
