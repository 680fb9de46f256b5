import { onTestFinished } from 'vitest'
import { type BuiltHub, startBuiltHub } from '../hub/built-hub.ts'

/** The built program, serving; it ends with the test. */
export async function startHub(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<BuiltHub> {
  const hub = await startBuiltHub(env, ...args)
  onTestFinished(async () => void (await hub.kill('SIGKILL')))
  return hub
}
