import type { Ended } from '../protocol/ended.ts'

/** What a program has used since it was asked. */
export interface Spent {
  readonly cpuMs: number
  /** With no thread that runs or waits for a processor. */
  readonly asleepMs: number
  readonly wallMs: number
  readonly memoryMb: number
  /** At any look. */
  readonly mostMb: number
  readonly threads: number
}

/** One look at a program. */
export interface UsageLook {
  readonly at: number
  /** CPU time since the first look; `undefined` where the system does not tell. */
  readonly cpuMs: number | undefined
  readonly isAsleep: boolean
  readonly memoryMb: number
  readonly threads: number
}

/** Sleeping and waiting for what never comes ends after this many limits: nobody's processor is too slow for that. */
export const SLEEP_FACTOR = 2
/** In all requests together: a little in each of many holds the judge as long as much in one. */
export const SLEEP_IN_ALL_FACTOR = 4
/** However little the machine has to give, nobody waits for ever. */
export const HANGING_FACTOR = 60
/**
 * Near its memory limit a program may use this many times its CPU time: a heap that is nearly full does
 * little but collect garbage, on a slow machine for longer than the limit, and what ends it is the memory.
 */
export const NEARLY_FULL_FACTOR = 4
/** Of the memory limit. JavaScript's heap may have half of it. */
const NEARLY_FULL = 0.4
/**
 * Who has held so much of it was refused more, and may have spent its time on that: each of a million calls
 * of a recursion fails anew.
 */
const FULL = 0.95

/**
 * Where the system keeps no limit: it has none for root, nor outside a namespace. Threads that share a stack take
 * nobody's memory but the kernel's, and to look at thousands holds up the judge. No library starts half as many.
 */
export const MOST_THREADS = 512

export const NOTHING_SPENT: Spent = { cpuMs: 0, asleepMs: 0, wallMs: 0, memoryMb: 0, mostMb: 0, threads: 0 }

/**
 * What was spent up to `now`. Only what both looks found asleep counts as sleep, and a judge that came late
 * to look counts little: it is the machine that was busy.
 */
export function spentSince(spent: Spent, before: UsageLook, now: UsageLook, everyMs: number): Spent {
  const passedMs = now.at - before.at
  const ranMs = (now.cpuMs ?? 0) - (before.cpuMs ?? 0)
  const sleptMs = before.isAsleep && now.isAsleep ? Math.max(0, Math.min(passedMs, 2 * everyMs) - ranMs) : 0
  return {
    cpuMs: now.cpuMs ?? spent.cpuMs + passedMs,
    asleepMs: spent.asleepMs + sleptMs,
    wallMs: spent.wallMs + passedMs,
    memoryMb: now.memoryMb,
    mostMb: Math.max(spent.mostMb, now.memoryMb),
    threads: now.threads,
  }
}

export interface Allowed {
  /** CPU time for this request. */
  readonly limitMs: number
  readonly limitMb: number
  /** A compiler collects no garbage: it is no slower near its memory limit. */
  readonly compiles?: boolean | undefined
  /** Of the clock that looks tell: nothing goes on for longer, however often it was asked. */
  readonly until?: number | undefined
  /** In the requests before this one. */
  readonly sleptMs: number
}

/** Why the program has to end now, if it has to. */
export function overLimit(spent: Spent, allowed: Allowed, at: number): Ended | undefined {
  const { cpuMs, asleepMs, wallMs, memoryMb, mostMb, threads } = spent
  const { limitMs, limitMb, compiles = false, until = Number.POSITIVE_INFINITY, sleptMs } = allowed
  if (memoryMb > limitMb) return { kind: 'memory-limit', limitMb }
  if (threads > MOST_THREADS) return { kind: 'thread-limit', most: MOST_THREADS }
  const isNearlyFull = !compiles && memoryMb > NEARLY_FULL * limitMb
  if (!compiles && mostMb > FULL * limitMb && cpuMs > limitMs) return { kind: 'memory-limit', limitMb }
  const allowedMs = isNearlyFull ? NEARLY_FULL_FACTOR * limitMs : limitMs
  const sleepsTooLong =
    asleepMs > SLEEP_FACTOR * limitMs || sleptMs + asleepMs > SLEEP_IN_ALL_FACTOR * limitMs
  const isOver = cpuMs > allowedMs || sleepsTooLong || wallMs > HANGING_FACTOR * limitMs || at > until
  return isOver ? { kind: 'time-limit', limitMs } : undefined
}
