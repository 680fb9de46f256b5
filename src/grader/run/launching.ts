import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'

/**
 * A program of its own: it starts others as the judge orders it, and ends with the judge. launcher.ts is the
 * other end.
 */
export interface LaunchOrder {
  /** Whose descriptors the process gets. */
  readonly berth: number
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

/** Each order is followed by the last, if not by both. */
export type LaunchNews =
  | { readonly told: 'begun'; readonly berth: number; readonly pid: number }
  | {
      readonly told: 'gone'
      readonly berth: number
      readonly code: number | null
      readonly signal: NodeJS.Signals | null
    }

process.on('message', launch)

/** After the three that all have, and the channel. */
const FIRST_DESCRIPTOR = 4

function launch({ berth, file, args, cwd, env }: LaunchOrder): void {
  const own = [0, 1, 2, 3].map((at) => FIRST_DESCRIPTOR + 4 * berth + at)
  const [stdout, toChild, fromChild, stderr] = own
  const child = spawn(file, args, {
    cwd,
    env,
    // As in started.ts.
    stdio: ['ignore', stdout, 'ignore', toChild, fromChild, stderr],
    detached: true,
  })
  // Or it would outlive the judge.
  child.unref()
  for (const descriptor of own) closeSync(descriptor)
  if (child.pid !== undefined) tell({ told: 'begun', berth, pid: child.pid })
  child.on('error', () => tell({ told: 'gone', berth, code: null, signal: null }))
  child.on('exit', (code, signal) => tell({ told: 'gone', berth, code, signal }))
}

function tell(news: LaunchNews): void {
  // The judge may have gone.
  process.send?.(news, undefined, undefined, () => undefined)
}
