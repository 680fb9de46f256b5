import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { treeOf } from './process-tree.ts'

/** Can this platform account a child's CPU time to us without asking the child? */
export const READS_USAGE = process.platform === 'linux'

/** Two accounts of a process's CPU time so far, as the system keeps them. */
export interface CpuReading {
  /** In nanosecond steps, but threads that have ended are forgotten. */
  readonly threadsMs: number
  /** All threads, and children that were waited for, in ticks of 10 ms. */
  readonly processMs: number
  /** How long the thread that had to do so longest has waited for a processor that others had. */
  readonly waitedMs: number
}

/** Of the process and all below it. `undefined` when it has gone or the system does not tell. */
export function readCpu(pid: number): CpuReading | undefined {
  if (!READS_USAGE) return undefined
  const tree = treeOf(pid)
  const threads = tree.flatMap(readThreads)
  const processes = tree.map(readProcessMs)
  if (threads.length === 0 || processes[0] === undefined) return undefined
  return {
    threadsMs: sum(threads.map(({ ranMs }) => ranMs)),
    processMs: sum(processes.map((ms) => ms ?? 0)),
    waitedMs: Math.max(...threads.map(({ waitedMs }) => waitedMs)),
  }
}

/** The finer account; the coarser one only where threads have ended in between and taken their time with them. */
export function cpuBetween(before: CpuReading, after: CpuReading): number {
  return Math.max(after.threadsMs - before.threadsMs, after.processMs - before.processMs - 2 * TICK_MS)
}

/** What the process and all below it hold in memory. */
export function readMemoryMb(pid: number): number {
  if (!READS_USAGE) return 0
  const pages = treeOf(pid).map((one) => Number(readText(`/proc/${one}/statm`)?.split(' ')[1] ?? 0))
  return (sum(pages) * PAGE_BYTES) / 2 ** 20
}

/** The most that the process and all below it that still run have held, each for itself, since `resetPeak`. */
export function readPeakMb(pid: number): number | undefined {
  if (!READS_USAGE) return undefined
  const peaks = treeOf(pid).map(
    (one) => /^VmHWM:\s*(\d+) kB/m.exec(readText(`/proc/${one}/status`) ?? '')?.[1],
  )
  return sum(peaks.map((kb) => Number(kb ?? 0))) / 1024
}

/** What is held now: from here on the peak counts. Where the system does not let us forget the one before, it stays. */
export function resetPeak(pid: number): number | undefined {
  if (!READS_USAGE) return undefined
  for (const one of treeOf(pid)) {
    try {
      writeFileSync(`/proc/${one}/clear_refs`, '5')
    } catch {
      // Not ours to change, or gone.
    }
  }
  return readMemoryMb(pid)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

interface ThreadTimes {
  readonly ranMs: number
  readonly waitedMs: number
}

function readThreads(pid: number): readonly ThreadTimes[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => {
      const [ran, waited] = readText(`/proc/${pid}/task/${thread}/schedstat`)?.split(' ') ?? []
      return { ranMs: Number(ran ?? 0) / 1e6, waitedMs: Number(waited ?? 0) / 1e6 }
    })
  } catch {
    // The process has ended.
    return []
  }
}

function readProcessMs(pid: number): number | undefined {
  const text = readText(`/proc/${pid}/stat`)
  if (text === undefined) return undefined
  // The name in parentheses may hold spaces and parentheses of its own.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return ticks * TICK_MS
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    // Gone since it was listed.
    return undefined
  }
}

const PAGE_BYTES = 4096
/** USER_HZ is 100 on every Linux that Node supports. */
const TICK_MS = 10
