import { release } from 'node:os'
import type { OuterKind } from '../protocol/compiling.ts'
import type { StartCommand } from '../protocol/language.ts'

export interface RunLimits {
  /** CPU time for one request; what else ends one is said in request-watch.ts. */
  readonly requestMs: number
  readonly memoryMb: number
  /** What may come out of stdout and stderr together. */
  readonly outputBytes: number
  /** How much of each of them is kept: as much as anybody would look at, where it is not said. */
  readonly keptBytes?: number
  /** When all ends, however often it is asked. */
  readonly deadline?: Deadline
  /** Sanitizers map terabytes that they never touch: what is held is then watched, and what is mapped is free. */
  readonly mapsFreely?: boolean
}

/** Counted from when the first program starts: how long a machine takes to compile it is not its affair. */
export interface Deadline {
  readonly begin: () => void
  /** As `performance.now()` tells it. */
  readonly at: () => number
}

export function deadlineAfter(ms: number): Deadline {
  let began: number | undefined
  return {
    begin() {
      began ??= performance.now()
    },
    at: () => (began ?? performance.now()) + ms,
  }
}

export const DEFAULT_LIMITS: RunLimits = { requestMs: 5000, memoryMb: 1024, outputBytes: 2 ** 20 }

/**
 * Limits that the system keeps: no core dump, no more data than `memoryMb` and what is reserved unused, and
 * an end even if this process dies before it can kill the group. Of pages that are no data, such as a
 * stack's, there are no more than may be mapped in all.
 */
export interface SystemLimits {
  readonly coreBytes: number
  readonly fileBytes: number
  readonly dataBytes: number | undefined
  readonly mappedBytes: number | undefined
  readonly stackBytes: number | undefined
  readonly cpuSeconds: number
  readonly descriptors: number
  readonly processes: number | undefined
}

export function systemLimits(
  { mapsFreely, memoryMb }: RunLimits,
  layer: OuterKind,
  { reservesMb = 0, mapsLittle }: Pick<StartCommand, 'reservesMb' | 'mapsLittle'>,
): SystemLimits {
  const isBounded = mapsLittle && !mapsFreely
  return {
    coreBytes: 0,
    fileBytes: FILE_BYTES,
    dataBytes: mapsFreely ? undefined : (memoryMb + reservesMb) * 2 ** 20,
    mappedBytes: isBounded ? (memoryMb + MAPPED_MB) * 2 ** 20 : undefined,
    stackBytes: isBounded ? STACK_BYTES : undefined,
    cpuSeconds: ORPHAN_CPU_SECONDS,
    descriptors: MAX_DESCRIPTORS,
    processes: COUNTS_BY_NAMESPACE && layer !== 'none' ? MAX_THREADS : undefined,
  }
}

/** Whether there is a shell that can set limits, and put descriptors in their places. */
export const HAS_SHELL = process.platform !== 'win32'

/** In the scratch folder, where the process begins: its loader takes spaces and colons for the ends of names. */
export const PRELOADED = 'walls.so'

/**
 * Set between fork and exec by a shell that replaces itself. A shell that does not know one of them (macOS
 * has no working -d) goes on without it.
 * @param layer within `namespaces` the shell stays, as the first process there: one that is first itself can
 * hardly be ended by a signal
 */
export function withSystemLimits(command: StartCommand, limits: RunLimits, layer: OuterKind): StartCommand {
  if (!HAS_SHELL) return command
  const system = systemLimits(limits, layer, command)
  const { coreBytes, fileBytes, dataBytes, mappedBytes, stackBytes, processes } = system
  const inKb = (name: string, bytes: number | undefined) =>
    bytes === undefined ? [] : [`-${name} ${bytes / 1024}`]
  const memory = [...inKb('d', dataBytes), ...inKb('v', mappedBytes), ...inKb('s', stackBytes)]
  const counts = [`-t ${system.cpuSeconds}`, `-n ${system.descriptors}`]
  const settings = [`-c ${coreBytes}`, `-f ${fileBytes / 512}`, ...memory, ...counts]
  const set = settings.map((setting) => `ulimit ${setting} 2>/dev/null;`).join(' ')
  // Bash counts processes by -u, dash by -p.
  const most =
    processes === undefined ? '' : `ulimit -u ${processes} 2>/dev/null || ulimit -p ${processes} 2>/dev/null;`
  // What the shell says about the death of its child is not the child's own.
  const preload = command.preload ? `export LD_PRELOAD=./${PRELOADED};` : ''
  const program = `exec 2>&5 5>&-; ${preload} exec "$0" "$@"`
  const run = layer === 'namespaces' ? `(${program}); exit $?` : program
  return {
    ...command,
    file: '/bin/sh',
    args: ['-c', `${set} ${most} ${run}`, command.file, ...command.args],
  }
}

/** What a compiler may write, for nothing else may. */
export const FILE_BYTES = 16 * 2 ** 20
const ORPHAN_CPU_SECONDS = 300
/** Beside data. Threads reserve much and fill little; the tables of so many pages are small all the same. */
const MAPPED_MB = 16 * 1024
/** What most systems give; it is no data, and could else be raised by the process itself. */
const STACK_BYTES = 8 * 2 ** 20
const MAX_THREADS = 128
/** What is open is the kernel's memory, in nobody's account. */
const MAX_DESCRIPTORS = 1024
/** Before Linux 5.14 the limit counted all that the user runs, everywhere. Root has no such limit. */
const COUNTS_BY_NAMESPACE =
  process.platform === 'linux' && release().localeCompare('5.14', undefined, { numeric: true }) >= 0
