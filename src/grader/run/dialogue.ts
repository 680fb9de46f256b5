import { randomBytes } from 'node:crypto'
import { type Text, verbatim } from '../../core/locale.ts'
import type { SignatureTypes } from '../../core/signature.ts'
import type { Value } from '../../core/value.ts'
import { valueBytes } from '../cases/value-size.ts'
import type { Batched, Called, Hello, Loaded, Over, Recalled, Threw } from '../protocol/answers.ts'
import { createEncoder, type Encoded } from '../protocol/encode-value.ts'
import type { RequestBody } from '../protocol/messages.ts'
import { THREW_UNREADABLE, threwValue } from '../words/sentences.ts'
import { type CpuReading, cpuBetween } from './process-usage.ts'
import type { Isolated } from './run-isolated.ts'

/** One loaded program and the questions it can be asked. What its harness says is checked by whoever asks. */
export interface Dialogue {
  readonly hello: () => Promise<Hello>
  readonly load: (file: string, entry: EntryPoint) => Promise<Loaded>
  /**
   * @param limitMs CPU time after which it is ended, where that is less than every request has
   * @param expected what a right answer would be, which bounds how much one may hold
   * @param keep so that `recall` tells what the result holds by then
   */
  readonly call: (
    args: readonly Value[],
    limitMs?: number,
    expected?: Value,
    keep?: boolean,
  ) => Promise<Called>
  /** What the results of all calls that were kept hold now, as `expected` they are. */
  readonly recall: (expected: readonly Value[]) => Promise<Recalled>
  /** @param cpuLimitMs CPU time after which it is ended, in the place of what every request has */
  readonly batch: (batch: Batch, cpuLimitMs?: number) => Promise<Batched>
  /**
   * CPU time that the program has used, as of some milliseconds ago; where the system does not tell, the time
   * that has passed.
   */
  readonly cpuMs: () => number
  /** The system's accounts of it so far. */
  readonly usage: () => CpuReading | undefined
}

/** The function in a file that is called. */
export interface EntryPoint {
  readonly name: string
  readonly signature: SignatureTypes
}

/** Many calls in one request, ready to be sent: to more than one dialogue, if need be. */
export interface Batch {
  readonly calls: readonly (readonly Encoded[])[]
  readonly payload: Uint8Array
  /** All that the arguments hold, each time that one stands in a call. */
  readonly bytes: number
}

export function encodeBatch(calls: readonly (readonly Value[])[]): Batch {
  const encoder = createEncoder()
  const encoded = calls.map((args) => args.map(encoder.encode))
  const bytes = calls.flat().reduce<number>((sum, arg) => sum + valueBytes(arg), 0)
  return { calls: encoded, payload: encoder.payload(), bytes }
}

/** `tidy` makes an error's text fit to show. */
export function createDialogue(
  isolated: Isolated,
  requestMs: number,
  tidy: (message: string) => string,
): Dialogue {
  const began = performance.now()
  const start = isolated.cpu()
  let usedMs = 0
  let readAt = began

  async function ask(
    request: RequestBody,
    payload: Uint8Array,
    limitMs = requestMs,
    answerBytes = 0,
  ): Promise<AnswerFrame | Over> {
    // The nonce ties an answer to its question: one written beforehand answers nothing.
    const nonce = randomBytes(12).toString('hex')
    const reply = await isolated.request({ ...request, nonce }, payload, limitMs, answerBytes)
    if (reply.kind === 'ended') return reply
    const header = asFields(reply.frame.header)
    if (header['nonce'] !== nonce) {
      await isolated.stop()
      return FORGED
    }
    return { kind: 'answer', header, payload: reply.frame.payload }
  }

  return {
    async hello() {
      const reply = await isolated.hello(START_MS)
      if (reply.kind === 'ended') return reply
      const hello = asFields(asFields(reply.frame.header)['hello'])
      const { version, layers, ...facts } = hello
      return {
        kind: 'hello',
        version: String(version),
        facts,
        layers: Array.isArray(layers) ? layers.map(String) : [],
      }
    },
    async load(file, entry) {
      const answer = await ask({ op: 'load', file, ...entry }, NOTHING)
      if (answer.kind === 'ended') return answer
      const { loaded, failed } = answer.header as { readonly loaded?: unknown; readonly failed?: unknown }
      if (loaded === true) return { kind: 'loaded' }
      const why = failed === 'syntax' || failed === 'missing' ? failed : 'threw'
      return { kind: 'failed', why, threw: readThrown(answer.header, tidy) }
    },
    async call(args, limitMs, expected, keep) {
      const encoder = createEncoder()
      const encoded = args.map(encoder.encode)
      const answer = await ask(
        { op: 'call', args: encoded, ...(keep && { keep }) },
        encoder.payload(),
        limitMs,
        expected === undefined ? 0 : valueBytes(expected),
      )
      if (answer.kind === 'ended') return answer
      const { header, payload } = answer
      if (!Object.hasOwn(header, 'result')) return readThrown(header, tidy)
      const left = header['args']
      return {
        kind: 'returned',
        result: header['result'],
        args: Array.isArray(left) ? left : [],
        payload,
      }
    },
    async recall(expected) {
      const bytes = expected.reduce<number>((sum, value) => sum + valueBytes(value), 0)
      const answer = await ask({ op: 'recall' }, NOTHING, requestMs, bytes)
      if (answer.kind === 'ended') return answer
      const { header, payload } = answer
      return { kind: 'recalled', results: Array.isArray(header['results']) ? header['results'] : [], payload }
    },
    async batch({ calls, payload: inputs, bytes }, cpuLimitMs = requestMs) {
      const before = isolated.cpu()
      const asked = performance.now()
      const limit = limitCpu(isolated, before, cpuLimitMs)
      const mostMs = Math.max(requestMs, cpuLimitMs)
      const answer = await ask({ op: 'batch', calls }, inputs, mostMs, bytes).finally(limit.lift)
      const after = isolated.cpu()
      const wallMs = performance.now() - asked
      if (limit.broken()) return { kind: 'ended', ended: { kind: 'time-limit', limitMs: cpuLimitMs } }
      if (answer.kind === 'ended') return answer
      const { header, payload } = answer
      if (!Array.isArray(header['results'])) return readThrown(header, tidy)
      const cpuMs = batchMs(before, after, wallMs, header['cpuMs'])
      const claimedMs = numberOf(header['cpuMs'])
      return { kind: 'returned', results: header['results'], payload, cpuMs, claimedMs }
    },
    usage: isolated.cpu,
    cpuMs() {
      if (start === undefined) return performance.now() - began
      if (performance.now() - readAt < READ_STEP_MS) return usedMs
      const now = isolated.cpu()
      readAt = performance.now()
      // A process that has gone keeps what it had used.
      usedMs = now ? cpuBetween(start, now) : usedMs
      return usedMs
    },
  }
}

interface AnswerFrame {
  readonly kind: 'answer'
  readonly header: { readonly [name: string]: unknown }
  readonly payload: Uint8Array
}

/**
 * CPU time in which our own harness starts and loads its libraries, before it knows a submission: on a slow
 * machine too.
 */
const START_MS = 30_000
const NOTHING = new Uint8Array(0)
const FORGED: Over = { kind: 'ended', ended: { kind: 'forged' } }

function asFields(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null ? (value as { readonly [name: string]: unknown }) : {}
}

function readThrown(header: AnswerFrame['header'], tidy: (message: string) => string): Threw {
  return {
    kind: 'threw',
    name: nameIn(tidy(textOf(header['threw']) ?? 'Error')),
    message: messageIn(header, tidy),
  }
}

/** What a process sends as a text may be anything: to make one of an object may throw. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN
}

/** In one line, for a sentence of the judge's. */
function nameIn(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line
}

const MOST_LETTERS = 100

function messageIn({ message, thrown }: AnswerFrame['header'], tidy: (message: string) => string): Text {
  if (typeof message === 'string') return verbatim(tidy(message))
  return typeof thrown === 'string' ? threwValue(tidy(thrown)) : THREW_UNREADABLE
}

/** Stops a process that has used more. Its waiting is not counted: `watch` ends those that sleep. */
function limitCpu(isolated: Isolated, before: CpuReading | undefined, limitMs: number) {
  let broken = false
  const timer = setInterval(() => {
    const now = isolated.cpu()
    broken = before !== undefined && now !== undefined && cpuBetween(before, now) > limitMs
    if (broken) {
      clearInterval(timer)
      void isolated.stop()
    }
  }, LIMIT_STEP_MS)
  return { broken: () => broken, lift: () => clearInterval(timer) }
}

const LIMIT_STEP_MS = 20
/** To read costs as much as a call. */
const READ_STEP_MS = 10

/** The system's account; only where it keeps none for us the child's own, which the wall clock bounds. */
function batchMs(
  before: CpuReading | undefined,
  after: CpuReading | undefined,
  wallMs: number,
  claimed: unknown,
): number {
  if (before && after) return cpuBetween(before, after)
  const claimedMs = numberOf(claimed)
  return claimedMs > 0 ? Math.min(claimedMs, wallMs) : wallMs
}
