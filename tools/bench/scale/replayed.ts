import { peakMemoryMb } from './peak-memory.ts'

/** What a process that replays a log tells of it. */
export interface Replayed {
  /** CPU time: the processes do not run at the same moment. */
  readonly ms: number
  readonly peakMb: number
  /** So that both are seen to have computed the same. */
  readonly stability: number
}

export function tellReplayed(replay: () => readonly number[]): void {
  const began = process.cpuUsage()
  const stabilities = replay()
  const { user, system } = process.cpuUsage(began)
  const replayed: Replayed = {
    ms: (user + system) / 1000,
    peakMb: peakMemoryMb(),
    stability: stabilities.reduce((sum, one) => sum + one, 0),
  }
  console.log(JSON.stringify(replayed))
}
