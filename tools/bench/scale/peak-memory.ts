import { existsSync, readFileSync } from 'node:fs'

const STATUS = '/proc/self/status'

/**
 * The largest resident set that this process has had, in MB. Linux counts in `maxRSS` what the process that started it held at that moment,
 * which may just have generated the file; its status counts from the start of this program.
 */
export function peakMemoryMb(): number {
  const told = existsSync(STATUS) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined
  return Number(told ?? process.resourceUsage().maxRSS) / 1000
}
