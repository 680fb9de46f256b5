import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface RunningHub {
  readonly url: string
  /** What it said when it began. */
  readonly begun: {
    readonly url: string
    readonly database: { readonly kind: string; readonly name: string }
  }
  readonly kill: (
    signal: NodeJS.Signals,
  ) => Promise<{ readonly status: number | null; readonly stderr: string }>
}

/** The built program, serving; it ends with the test. */
export async function startHub(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<RunningHub> {
  const hub = spawn(process.execPath, [resolve('bin/anneal'), 'hub', '--port', '0', '--json', ...args], {
    env: { ...process.env, LANG: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stderr = text(hub.stderr)
  const ended = once(hub, 'exit')
  const kill = async (signal: NodeJS.Signals) => {
    hub.kill(signal)
    await ended
    return { status: hub.exitCode, stderr: await stderr }
  }
  onTestFinished(async () => void (await kill('SIGKILL')))
  const begun = await objectFrom(hub)
  if (begun === undefined) throw new Error(await stderr)
  return { url: begun.url, begun, kill }
}

/** The first that it prints, over several lines. */
async function objectFrom({ stdout }: ChildProcess): Promise<RunningHub['begun'] | undefined> {
  if (stdout === null) return undefined
  let said = ''
  for await (const line of createInterface({ input: stdout })) {
    said += line
    if (line === '}') return JSON.parse(said)
  }
  return undefined
}
