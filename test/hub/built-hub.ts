import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

export interface BuiltHub {
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

/** The built program, serving, at any port that is free unless one is among the arguments. */
export async function startBuiltHub(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<BuiltHub> {
  const words = ['hub', ...(args.includes('--port') ? [] : ['--port', '0']), '--json', ...args]
  const hub = spawn(process.execPath, [resolve('bin/anneal'), ...words], {
    env: { ...process.env, LANG: 'C', ...env },
    // Away from the terminal's ctrl-c, which is for whoever started it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stderr = text(hub.stderr)
  const ended = once(hub, 'exit')
  const begun = await firstObject(createInterface({ input: hub.stdout }))
  if (begun === undefined) throw new Error(await stderr)
  return {
    url: begun.url,
    begun,
    kill: async (signal) => {
      hub.kill(signal)
      await ended
      return { status: hub.exitCode, stderr: await stderr }
    },
  }
}

/** Over several lines. */
async function firstObject(lines: AsyncIterable<string>): Promise<BuiltHub['begun'] | undefined> {
  let said = ''
  for await (const line of lines) {
    said += line
    if (line === '}') return JSON.parse(said)
  }
  return undefined
}
