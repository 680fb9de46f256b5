import { constants } from 'node:os'
import { performance } from 'node:perf_hooks'
import type { Readable, Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { OuterLayer } from '../protocol/compiling.ts'
import type { Ended } from '../protocol/ended.ts'
import { boundsOfReply, createFrameReader, encodeHead, type Frame } from '../protocol/frame.ts'
import { collectOutput, type Printed } from './collect-output.ts'
import { lifeOf } from './life-of.ts'
import {
  type CpuReading,
  countThreads,
  cpuBetween,
  isAsleep,
  type MemoryMark,
  markMemory,
  neededSince,
  READS_USAGE,
  readCpu,
  readMemoryMb,
} from './process-usage.ts'
import {
  type Allowed,
  NOTHING_SPENT,
  overLimit,
  type Spent,
  spentSince,
  type UsageLook,
} from './request-watch.ts'
import { markerOf, type Run, type Started, startProcess } from './started.ts'

export type Reply =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'ended'; readonly ended: Ended }

export interface Isolated {
  /**
   * Sends a frame, if there is one, and waits for the next that comes. One request at a time.
   * @param answerBytes what the arrays of a right answer hold, or as much as it is likely to
   */
  readonly request: (
    header: unknown,
    payload: Uint8Array,
    limitMs: number,
    answerBytes?: number,
  ) => Promise<Reply>
  /** The frame that a harness sends unasked before it loads anything. */
  readonly hello: (limitMs: number) => Promise<Reply>
  readonly cpu: () => CpuReading | undefined
  /** From now on counts what memory it needs. Undefined where the system does not tell. */
  readonly markMemory: () => MemoryMark | undefined
  /** In MB, the most at one time. */
  readonly neededSince: (mark: MemoryMark) => number | undefined
  readonly output: () => Printed
  /**
   * What was printed since it was last asked for, by a process that has answered: it printed before it did,
   * or may have. Only to be shown.
   */
  readonly printed: () => Promise<Printed>
  /** Kills the whole group and waits until the process has gone. */
  readonly stop: () => Promise<void>
}

/**
 * Talks with a process that is started for it, or was started in the same way. Whatever ends it, all that it
 * has started is killed. Time is CPU time as `READS_USAGE` platforms tell it, else the wall clock.
 */
export function runIsolated(run: Run, started: Started = startProcess(run)): Isolated {
  const { folder, limits, layer, writes } = run
  const { pid, stdout, stderr, toChild, fromChild } = started
  const life = lifeOf(started, layer, markerOf(folder))
  const text = collectOutput([stdout, stderr], limits, () =>
    end({ kind: 'output-limit', limitBytes: limits.outputBytes }),
  )
  const reader = createFrameReader()
  const frames: Frame[] = []
  /** In all requests before. */
  let sleptMs = 0
  const lastLook = { at: performance.now() }
  let cutShort: Ended | undefined
  let ended: Ended | undefined
  let changed = Promise.withResolvers<void>()

  /** Whoever waits for an answer looks again: all of them, as one that was given up may still be waiting. */
  function wake(): void {
    changed.resolve()
    changed = Promise.withResolvers()
  }

  /** The first reason wins. */
  function end(reason: Ended): void {
    cutShort ??= reason
    life.end()
  }

  fromChild.on('data', (chunk: Buffer) => {
    try {
      frames.push(...reader.push(chunk))
      // One question, one answer: what more comes is not kept.
      if (frames.length > 1) end({ kind: 'forged' })
    } catch {
      end({ kind: 'forged' })
    }
    wake()
  })
  // A write to a process that has just died.
  for (const stream of [toChild, fromChild, stdout, stderr]) stream.on('error', () => undefined)
  const gone = started.end.then(async (reason) => {
    if (reason.kind !== 'not-started') {
      life.end()
      await drained([fromChild, stdout, stderr])
    }
    life.bury()
    for (const stream of [toChild, fromChild, stdout, stderr]) stream.destroy()
    ended ??= cutShort ?? (reason.kind === 'exited' ? exitOf(reason.code, layer) : reason)
    wake()
  })

  /** As one write; the payload may be large, and is not copied. */
  function send(head: Uint8Array, payload: Uint8Array): void {
    toChild.cork()
    toChild.write(head)
    if (payload.length > 0) toChild.write(payload)
    toChild.uncork()
  }

  async function next(limitMs: number): Promise<Reply> {
    const allowed = {
      limitMs,
      limitMb: limits.memoryMb,
      compiles: writes,
      until: limits.deadline?.at(),
      sleptMs,
    }
    const stopWatching = watch(pid, allowed, end, { unsent: () => unsentOf(toChild), lastLook })
    try {
      while (frames.length === 0 && ended === undefined) await changed.promise
    } finally {
      sleptMs += stopWatching().asleepMs
    }
    const frame = frames.shift()
    return frame && cutShort === undefined
      ? { kind: 'frame', frame }
      : { kind: 'ended', ended: ended ?? cutShort ?? { kind: 'stopped' } }
  }

  return {
    hello: next,
    request(header, payload, limitMs, answerBytes = 0) {
      const head = encodeHead(header, payload.length)
      reader.bound(boundsOfReply(head.length, payload.length + answerBytes))
      // A frame that comes before its question answers nothing.
      if (frames.length > 0) end({ kind: 'forged' })
      else if (ended === undefined) send(head, payload)
      return next(limitMs)
    },
    cpu: () => (pid === undefined ? undefined : readCpu(pid)),
    markMemory: () => (pid === undefined ? undefined : markMemory(pid)),
    neededSince: (mark) => (pid === undefined ? undefined : neededSince(pid, mark)),
    output: text.all,
    async printed() {
      // It lies in the pipes, and was there before the answer: a turn of the event loop brings it.
      await setImmediate()
      return text.sinceLast()
    },
    async stop() {
      end({ kind: 'stopped' })
      await gone
    },
  }
}

/**
 * What a dead process had written has been read: it lies in the pipes, so a turn of the event loop that
 * brings nothing has brought all. Their end may never come, for a grandchild that fled its group may hold
 * them.
 */
async function drained(streams: readonly Readable[]): Promise<void> {
  let arrived = 0
  const count = (chunk: Buffer) => {
    arrived += chunk.length
  }
  for (const stream of streams) stream.on('data', count)
  for (let quiet = 0, seen = 0; quiet < QUIET_TURNS && !streams.every((one) => one.readableEnded); ) {
    await setImmediate()
    quiet = arrived === seen ? quiet + 1 : 0
    seen = arrived
  }
}

const QUIET_TURNS = 3

/**
 * Ends a process that uses too much while an answer is awaited.
 * @param lastLook at it, for whichever answer: who is quick with each is looked at no less often
 */
function watch(
  pid: number | undefined,
  allowed: Allowed,
  end: (reason: Ended) => void,
  { unsent, lastLook }: { readonly unsent: () => number; readonly lastLook: { at: number } },
): () => Spent {
  if (pid === undefined) return () => NOTHING_SPENT
  let first: CpuReading | undefined
  let leftBefore = Number.POSITIVE_INFINITY
  /** A judge that is late with its question is no sleep of the program's; but who takes nothing of it sleeps. */
  function waitsForUs(): boolean {
    const left = unsent()
    const isTaken = left < leftBefore
    leftBefore = left
    return left > 0 && isTaken
  }
  function look(of: number): UsageLook {
    const now = readCpu(of)
    // While it starts there is nothing to read yet.
    first ??= now
    const cpuMs = READS_USAGE ? (first && now ? cpuBetween(first, now) : 0) : undefined
    const sleeps = !waitsForUs() && now !== undefined && isAsleep(of)
    const at = performance.now()
    return { at, cpuMs, isAsleep: sleeps, memoryMb: readMemoryMb(of), threads: countThreads(of) }
  }
  let spent = NOTHING_SPENT
  let before: UsageLook | undefined
  function tick(of: number): void {
    const now = look(of)
    spent = spentSince(spent, before ?? now, now, WATCH_MS)
    before = now
    lastLook.at = now.at
    const reason = overLimit(spent, allowed, now.at)
    if (reason) end(reason)
  }
  // Else not before the first tick: most answers come sooner, and to look costs as much as they do.
  if (performance.now() - lastLook.at > WATCH_MS) tick(pid)
  const timer = setInterval(() => tick(pid), WATCH_MS)
  return () => {
    clearInterval(timer)
    return spent
  }
}

const WATCH_MS = 25

/** Bytes that the system has not taken yet; of a stream's own count all of a write are one. */
function unsentOf(stream: Writable): number {
  const { _handle } = stream as { readonly _handle?: { readonly writeQueueSize?: number } | null }
  return _handle?.writeQueueSize ?? stream.writableLength
}

/** Between us and the program stands a process that tells of a signal as shells do. */
function exitOf(code: number, layer: OuterLayer): Ended {
  const signal = layer.kind === 'none' ? undefined : SIGNALS.get(code - 128)
  return signal === undefined ? { kind: 'exited', code } : { kind: 'killed', signal }
}

const SIGNALS: ReadonlyMap<number, string> = new Map(
  // Backwards: of two names the first is the known one.
  Object.entries(constants.signals)
    .reverse()
    .map(([name, number]) => [number, name]),
)
