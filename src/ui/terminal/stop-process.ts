import { once } from 'node:events'

const A_DAY_MS = 86_400_000

/**
 * Stops the program and what it runs, as Ctrl-Z of a terminal does, until the shell continues it. Windows
 * knows no such thing.
 */
export async function stopProcess(): Promise<void> {
  if (process.platform === 'win32') return
  const continued = once(process, 'SIGCONT')
  // The wait for a signal alone does not keep node running.
  const alive = setInterval(() => undefined, A_DAY_MS)
  process.kill(0, 'SIGTSTP')
  await continued
  clearInterval(alive)
}
