import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { basename } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Readable, Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { Ended } from '../protocol/ended.ts'
import { createFrameReader, encodeFrame, type Frame } from '../protocol/frame.ts'
import type { Command } from '../protocol/language.ts'
import { lifeOf } from './life-of.ts'
import { type RunLimits, withSystemLimits } from './limits.ts'
import { type OuterLayer, within } from './outer-layer.ts'
import {
  type CpuReading,
  cpuBetween,
  READS_USAGE,
  readCpu,
  readMemoryMb,
  readPeakMb,
  resetPeak,
} from './process-usage.ts'
import { type Look, NOTHING_SPENT, overLimit, spentSince } from './request-watch.ts'

export type Reply =
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'ended'; readonly ended: Ended }

export interface Isolated {
  /** Sends a frame, if there is one, and waits for the next that comes. One request at a time. */
  readonly request: (header: unknown, payload: Uint8Array, limitMs: number) => Promise<Reply>
  /** The frame that a harness sends unasked before it loads anything. */
  readonly hello: (limitMs: number) => Promise<Reply>
  readonly cpu: () => CpuReading | undefined
  /** From now on counts the most memory that is held at one time; what is held now. Undefined where the system does not tell. */
  readonly resetPeak: () => number | undefined
  readonly peakMb: () => number | undefined
  readonly output: () => { readonly stdout: string; readonly stderr: string }
  /** Kills the whole group and waits until the process has gone. */
  readonly stop: () => Promise<void>
}

/** A process to be run, and what it may see where its layer leaves that open. */
export interface Run {
  readonly command: Command
  readonly folder: string
  readonly limits: RunLimits
  readonly layer: OuterLayer
  /** Folders and files outside the system's own that the tool reads. */
  readonly reads: readonly string[]
}

/**
 * Starts a process in a group of its own and in `layer`, with an empty environment but for what the command names, on stdin that is at its end.
 * Whatever ends it, all that it has started is killed. Time is CPU time as `READS_USAGE` platforms tell it, else the wall clock.
 */
export function runIsolated({ command, folder, limits, layer, reads }: Run): Isolated {
  const { file, args } = within(layer, withSystemLimits(command, limits, layer.kind), folder, reads)
  const marker = `ANNEAL_SCRATCH=${basename(folder)}`
  const child = spawn(file, args, {
    cwd: folder,
    env: { ...command.env, ANNEAL_SCRATCH: basename(folder) } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    // On Windows a process that is not detached ends with this one.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  const life = lifeOf(child, layer, marker)
  const [, stdout, stderr, toChild, fromChild] = child.stdio as unknown as Streams
  const text = collectOutput([stdout, stderr], limits.outputBytes, () =>
    end({ kind: 'output-limit', limitBytes: limits.outputBytes }),
  )
  const reader = createFrameReader()
  const frames: Frame[] = []
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
  const gone = new Promise<void>((resolve) => {
    function finish(reason: Ended): void {
      life.bury()
      for (const stream of [toChild, fromChild, stdout, stderr]) stream.destroy()
      ended ??= cutShort ?? reason
      wake()
      resolve()
    }
    child.on('error', (error) => finish({ kind: 'not-started', message: error.message }))
    child.on('exit', async (code, signal) => {
      life.end()
      await drained([fromChild, stdout, stderr])
      finish(signal ? { kind: 'killed', signal } : exitOf(code ?? 0, layer))
    })
  })

  async function next(limitMs: number): Promise<Reply> {
    const stopWatching = watch(child, limitMs, limits.memoryMb, end)
    try {
      while (frames.length === 0 && ended === undefined) await changed.promise
    } finally {
      stopWatching()
    }
    const frame = frames.shift()
    return frame && cutShort === undefined
      ? { kind: 'frame', frame }
      : { kind: 'ended', ended: ended ?? cutShort ?? { kind: 'stopped' } }
  }

  return {
    hello: next,
    request(header, payload, limitMs) {
      // A frame that comes before its question answers nothing.
      if (frames.length > 0) end({ kind: 'forged' })
      else if (ended === undefined) toChild.write(encodeFrame(header, payload))
      return next(limitMs)
    },
    cpu: () => (child.pid === undefined ? undefined : readCpu(child.pid)),
    resetPeak: () => (child.pid === undefined ? undefined : resetPeak(child.pid)),
    peakMb: () => (child.pid === undefined ? undefined : readPeakMb(child.pid)),
    output: text,
    async stop() {
      end({ kind: 'stopped' })
      await gone
    },
  }
}

/**
 * What a dead process had written has been read: it lies in the pipes, so a turn of the event loop that brings nothing has brought all.
 * Their end may never come, for a grandchild that fled its group may hold them.
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

type Streams = [null, Readable, Readable, Writable, Readable]

/** Keeps the first bytes of each stream, for the learner to see, and counts all of them. */
function collectOutput(streams: readonly [Readable, Readable], limitBytes: number, onFlood: () => void) {
  let total = 0
  const kept = streams.map((stream) => {
    const chunks: Buffer[] = []
    let length = 0
    stream.on('data', (chunk: Buffer) => {
      total += chunk.length
      if (length < KEPT_BYTES) chunks.push(chunk)
      length += chunk.length
      if (total > limitBytes) onFlood()
    })
    return () => Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString('utf8')
  })
  return () => ({ stdout: kept[0]?.() ?? '', stderr: kept[1]?.() ?? '' })
}

const KEPT_BYTES = 32 * 1024

/** Ends a process that uses too much while an answer is awaited. */
function watch(
  child: ChildProcess,
  limitMs: number,
  memoryMb: number,
  end: (reason: Ended) => void,
): () => void {
  const { pid } = child
  if (pid === undefined) return () => undefined
  let first: CpuReading | undefined
  function look(of: number): Look {
    const now = readCpu(of)
    // While it starts there is nothing to read yet.
    first ??= now
    const cpuMs = READS_USAGE ? (first && now ? cpuBetween(first, now) : 0) : undefined
    return { at: performance.now(), cpuMs, isAsleep: now?.isAsleep ?? false, memoryMb: readMemoryMb(of) }
  }
  let spent = NOTHING_SPENT
  // Not before the first tick: most answers come sooner, and to look costs as much as they do.
  let before: Look | undefined
  const timer = setInterval(() => {
    const now = look(pid)
    spent = spentSince(spent, before ?? now, now, WATCH_MS)
    before = now
    const reason = overLimit(spent, limitMs, memoryMb)
    if (reason) end(reason)
  }, WATCH_MS)
  return () => clearInterval(timer)
}

const WATCH_MS = 25

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
