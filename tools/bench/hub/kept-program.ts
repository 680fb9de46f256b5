import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { added, NO_USAGE, type Usage, usageOf } from './process-usage.ts'

/** A command of the built program that is killed and started again. */
export interface KeptProgram {
  readonly name: string
  /** As by `kill -9`. */
  readonly kill: () => Promise<void>
  /** Until it has said its first line. */
  readonly start: () => Promise<void>
  /** As a service manager ends it. */
  readonly end: () => Promise<void>
  /** Over all its lives. */
  readonly usage: () => Usage
}

export interface ProgramWanted {
  readonly name: string
  readonly args: readonly string[]
  readonly env: { readonly [name: string]: string }
  /** Where what it complains of is written down. */
  readonly folder: string
}

export async function keepProgram(wanted: ProgramWanted): Promise<KeptProgram> {
  let before = NO_USAGE
  let child = await started(wanted)
  const usage = () => added(before, usageOf(child.pid ?? 0))
  async function stop(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    before = usage()
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    name: wanted.name,
    usage,
    kill: () => stop('SIGKILL'),
    end: () => stop('SIGTERM'),
    start: async () => {
      child = await started(wanted)
    },
  }
}

/** Nothing of them may outlive the benchmark. */
const living = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

async function started({ name, args, env, folder }: ProgramWanted): Promise<ChildProcess> {
  const complaints = join(folder, `${name}.txt`)
  const stderr = openSync(complaints, 'a')
  const child = spawn(process.execPath, ['bin/anneal', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', stderr],
  })
  closeSync(stderr)
  living.add(child)
  child.once('exit', () => living.delete(child))
  const lines = createInterface({ input: child.stdout as Readable })
  const first = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => undefined)])
  if (first === undefined) throw new Error(`${name} ended at once:\n${readFileSync(complaints, 'utf8')}`)
  return child
}
