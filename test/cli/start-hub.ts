import { onTestFinished } from 'vitest'
import { type BegunHub, type BuiltProcess, startBuiltHub } from '../hub/built-process.ts'

export interface RunningHub extends BuiltProcess<BegunHub> {
  readonly url: string
}

/** The built program, serving; it ends with the test. */
export async function startHub(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<RunningHub> {
  const hub = await startBuiltHub(env, ...args)
  onTestFinished(async () => void (await hub.kill('SIGKILL')))
  return { ...hub, url: hub.begun.url }
}
