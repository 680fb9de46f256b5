import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'

/** A program of its own: it starts others as the judge orders it, and ends with the judge. launcher.ts is the other end. */
export interface LaunchOrder {
  /** Whose descriptors the process gets. */
  readonly place: number
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

/** Each order is followed by the last, if not by both. */
export type LaunchNews =
  | { readonly told: 'begun'; readonly place: number; readonly pid: number }
  | {
      readonly told: 'gone'
      readonly place: number
      readonly code: number | null
      readonly signal: NodeJS.Signals | null
    }

process.on('message', launch)

/** After the three that all have, and the channel. */
const FIRST_DESCRIPTOR = 4

function launch({ place, file, args, cwd, env }: LaunchOrder): void {
  const own = [0, 1, 2, 3].map((at) => FIRST_DESCRIPTOR + 4 * place + at)
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
  if (child.pid !== undefined) tell({ told: 'begun', place, pid: child.pid })
  child.on('error', () => tell({ told: 'gone', place, code: null, signal: null }))
  child.on('exit', (code, signal) => tell({ told: 'gone', place, code, signal }))
}

function tell(news: LaunchNews): void {
  // The judge may have gone.
  process.send?.(news, undefined, undefined, () => undefined)
}
