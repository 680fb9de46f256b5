export interface RunLimits {
  /** CPU time for one request; a process that sleeps gets `SLEEP_FACTOR` times as much by the wall clock. */
  readonly requestMs: number
  readonly memoryMb: number
  /** What may come out of stdout and stderr together. */
  readonly outputBytes: number
}

/** A busy machine must not turn a right answer into a slow one, and a sleeping submission must end all the same. */
export const SLEEP_FACTOR = 2

export const DEFAULT_LIMITS: RunLimits = { requestMs: 5000, memoryMb: 1024, outputBytes: 2 ** 20 }

/**
 * Limits that the system keeps, set between fork and exec by a shell that replaces itself: no file over 16 MB, no core
 * dump, no more data than `memoryMb`, and an end even if this process dies before it can kill the group.
 * A shell that does not know one of them (macOS has no working -d) goes on without it.
 */
export function withSystemLimits(
  command: { readonly file: string; readonly args: readonly string[] },
  limits: RunLimits,
): { readonly file: string; readonly args: readonly string[] } {
  if (process.platform === 'win32') return command
  const settings = [`-c 0`, `-f ${16 * 2048}`, `-d ${limits.memoryMb * 1024}`, `-t ${ORPHAN_CPU_SECONDS}`]
  const script = settings.map((setting) => `ulimit ${setting} 2>/dev/null;`).join(' ')
  return { file: '/bin/sh', args: ['-c', `${script} exec "$0" "$@"`, command.file, ...command.args] }
}

const ORPHAN_CPU_SECONDS = 300
