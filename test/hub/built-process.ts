import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

/** A hub or a worker of the built program, from when it says that it has begun. */
export interface BuiltProcess<T> {
  /** What it said of itself then. */
  readonly begun: T
  readonly kill: (
    signal: NodeJS.Signals,
  ) => Promise<{ readonly status: number | null; readonly stderr: string }>
}

export interface BegunHub {
  readonly url: string
  readonly database: { readonly kind: string; readonly name: string }
}

/** At any port that is free, unless one is among the arguments. */
export function startBuiltHub(
  env: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<BuiltProcess<BegunHub>> {
  return startBuilt(env, ['hub', ...(args.includes('--port') ? [] : ['--port', '0']), ...args])
}

/** @throws what it says on stderr where it ends at once */
export async function startBuilt<T>(
  env: NodeJS.ProcessEnv,
  words: readonly string[],
): Promise<BuiltProcess<T>> {
  const started = spawn(process.execPath, [resolve('bin/anneal'), ...words, '--json'], {
    env: { ...process.env, LANG: 'C', ...env },
    // Away from the terminal's ctrl-c, which is for whoever started it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stderr = text(started.stderr)
  const ended = once(started, 'exit')
  const begun = await firstObject(createInterface({ input: started.stdout }))
  if (begun === undefined) throw new Error(await stderr)
  return {
    // Sound because docs/json.md says so, and test/cli compares.
    begun: begun as T,
    kill: async (signal) => {
      started.kill(signal)
      await ended
      return { status: started.exitCode, stderr: await stderr }
    },
  }
}

/** Over several lines. */
async function firstObject(lines: AsyncIterable<string>): Promise<unknown> {
  let said = ''
  for await (const line of lines) {
    said += line
    if (line === '}') return JSON.parse(said)
  }
  return undefined
}
