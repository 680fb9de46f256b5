import { readdirSync, readFileSync } from 'node:fs'

/** What the system has charged a process with. */
export interface Usage {
  readonly cpuSeconds: number
  readonly peakMb: number
}

export const NO_USAGE: Usage = { cpuSeconds: 0, peakMb: 0 }

export function added(one: Usage, other: Usage): Usage {
  return {
    cpuSeconds: one.cpuSeconds + other.cpuSeconds,
    peakMb: Math.max(one.peakMb, other.peakMb),
  }
}

/** With those of its children that have ended. Linux alone tells it; elsewhere, and of what has ended, nothing is known. */
export function usageOf(pid: number): Usage {
  try {
    const [user = 0, system = 0, children = 0, theirs = 0] = statOf(pid).slice(11)
    const peak = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return {
      cpuSeconds: (user + system + children + theirs) / TICKS,
      peakMb: Number(peak ?? 0) / 1024,
    }
  } catch {
    return NO_USAGE
  }
}

/** With those children that live, too. */
export function familyUsage(pid: number): Usage {
  return childrenOf(pid).map(usageOf).reduce(added, usageOf(pid))
}

const TICKS = 100

/** The fields behind the name, which may hold anything: its state, then numbers. */
function statOf(pid: number): readonly number[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => parentOf(one) === pid)
}

function parentOf(pid: number): number | undefined {
  try {
    return statOf(pid)[1]
  } catch {
    return undefined
  }
}
