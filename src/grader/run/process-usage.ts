import { readdirSync, writeFileSync } from 'node:fs'
import { sum } from '../../core/sum.ts'
import { readProc, treeOf } from './process-tree.ts'

/** Can this platform account a child's CPU time to us without asking the child? */
export const READS_USAGE = process.platform === 'linux'

/** Two accounts of a process's CPU time so far, as the system keeps them. */
export interface CpuReading {
  /** In nanosecond steps, but threads that have ended are forgotten. */
  readonly threadsMs: number
  /** All threads, and children that were waited for, in ticks of 10 ms. */
  readonly processMs: number
}

/** Of the process and all below it. `undefined` when it has gone or the system does not tell. */
export function readCpu(pid: number): CpuReading | undefined {
  if (!READS_USAGE) return undefined
  const tree = treeOf(pid)
  const threads = tree.flatMap(threadsOf)
  const processes = tree.map(readProcessMs)
  if (threads.length === 0 || processes[0] === undefined) return undefined
  return {
    threadsMs: sum(threads.map(readThreadMs)),
    processMs: sum(processes.map((ms) => ms ?? 0)),
  }
}

/**
 * Of the process and all below it: none of their threads runs, or waits for a processor that others have, or for
 * a disk. Of those that do, one is found at once.
 */
export function isAsleep(pid: number): boolean {
  return treeOf(pid)
    .flatMap(threadsOf)
    .every((thread) => !/^[RD]/.test(fieldsOf(`${thread}/stat`)?.[0] ?? ''))
}

/** Of the process and all below it. */
export function countThreads(pid: number): number {
  return READS_USAGE ? treeOf(pid).flatMap(threadsOf).length : 0
}

/** The finer account; the coarser one only where threads have ended in between and taken their time with them. */
export function cpuBetween(before: CpuReading, after: CpuReading): number {
  return Math.max(after.threadsMs - before.threadsMs, processMsBetween(before, after))
}

/**
 * What the coarser account is sure of: threads and children that have ended are in it, and it lags by a tick
 * of user and one of system time.
 */
export function processMsBetween(before: CpuReading, after: CpuReading): number {
  return after.processMs - before.processMs - 2 * TICK_MS
}

/** What the process and all below it hold: in memory, of the tables that say where, and what was put out to disk. */
export function readMemoryMb(pid: number): number {
  return sumKb(pid, /^Vm(?:RSS|PTE|Swap):\s*(\d+) kB/gm) / 1024
}

function sumKb(pid: number, fields: RegExp): number {
  if (!READS_USAGE) return 0
  const found = treeOf(pid).flatMap((one) => [
    ...(readProc(`${memoryOf(one)}/status`) ?? '').matchAll(fields),
  ])
  return sum(found.map(([, kb]) => Number(kb)))
}

/**
 * Where in /proc the system tells of a process's memory. Its first thread may end before the others: then the
 * process itself holds nothing by that account, and each of those all.
 */
function memoryOf(pid: number): string {
  const own = `${pid}`
  return holdsMemory(own) ? own : (threadsOf(pid).find(holdsMemory) ?? own)
}

function holdsMemory(place: string): boolean {
  return !/^[ZX]/.test(fieldsOf(`${place}/stat`)?.[0] ?? 'X')
}

/** What is held when it begins to count. */
export interface MemoryMark {
  readonly allMb: number
  /** Of no file. */
  readonly ownMb: number
}

/**
 * From here on the peak counts, and what is touched. Where the system does not let us forget what was before,
 * it stays.
 */
export function markMemory(pid: number): MemoryMark | undefined {
  if (!READS_USAGE) return undefined
  for (const one of treeOf(pid)) {
    for (const what of [FORGET_PEAK, FORGET_TOUCHED]) {
      try {
        writeFileSync(`/proc/${memoryOf(one)}/clear_refs`, what)
      } catch {
        // Not ours to change, or gone.
      }
    }
  }
  return { allMb: sumKb(pid, /^VmRSS:\s*(\d+) kB/gm) / 1024, ownMb: readOwnMb(pid) }
}

const FORGET_PEAK = '5'
const FORGET_TOUCHED = '1'

/**
 * The most that the process and all below it that still run have needed since the mark, each for itself: what
 * came to what was held, room that was made in that, and what of it was used. Else whoever has taken a large
 * room before the mark would need no other.
 */
export function neededSince(pid: number, mark: MemoryMark): number {
  const peakMb = sumKb(pid, /^VmHWM:\s*(\d+) kB/gm) / 1024
  const cameMb = readOwnMb(pid) - mark.ownMb
  const usedMb = Math.max(0, readTouchedMb(pid) - Math.max(0, cameMb))
  return peakMb - mark.allMb + Math.max(0, -cameMb) + usedMb
}

function readOwnMb(pid: number): number {
  return sumKb(pid, /^RssAnon:\s*(\d+) kB/gm) / 1024
}

/** Of each mapping what is no file's, as far as it was touched, or was given back since and is still there. */
function readTouchedMb(pid: number): number {
  const mappings = treeOf(pid).flatMap((one) =>
    (readProc(`${memoryOf(one)}/smaps`) ?? '').split(/^VmFlags:.*$/m),
  )
  const kb = mappings.map((mapping) => {
    const of = (field: string) => Number(new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(mapping)?.[1] ?? 0)
    return Math.min(of('Referenced') + of('LazyFree'), of('Anonymous'))
  })
  return sum(kb) / 1024
}

function readThreadMs(thread: string): number {
  return Number(readProc(`${thread}/schedstat`)?.split(' ')[0] ?? 0) / 1e6
}

function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => `${pid}/task/${thread}`)
  } catch {
    // The process has ended.
    return []
  }
}

function readProcessMs(pid: number): number | undefined {
  const fields = fieldsOf(`${pid}/stat`)
  return fields && sum(fields.slice(11, 15).map(Number)) * TICK_MS
}

/** Of a `stat`, from the state on. The name in parentheses before it may hold spaces and parentheses of its own. */
function fieldsOf(path: string): readonly string[] | undefined {
  const text = readProc(path)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** USER_HZ is 100 on every Linux that Node supports. */
const TICK_MS = 10
