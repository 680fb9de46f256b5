import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { unwatchFile, watchFile } from 'node:fs'
import { Problem } from '../core/problem.ts'
import { readSource } from './workspace.ts'

export interface FileWatch {
  /** Ends the watch, and the work on the last save with it. */
  readonly signal: AbortSignal
  /** Works on one content; `superseded` is aborted when there is a newer one. One at a time: the next begins when this is over. */
  readonly onContent: (text: string, superseded: AbortSignal) => Promise<void>
  /** The file cannot be read as it is. */
  readonly onProblem: (problem: Problem) => void
}

/** How soon a save is noticed. Asking for the file by its name sees every kind of save, also one that puts another file in its place. */
const LOOK_MS = 150

/** Calls `onContent` with what the file holds, and again whenever that is something else. Resolves when the signal is aborted. */
export async function watchFileContent(path: string, watch: FileWatch): Promise<void> {
  const broken = Promise.withResolvers<never>()
  let seen: string | undefined
  let newer = new AbortController()
  let work = Promise.resolve()

  function look(): void {
    const text = readText(path, watch.onProblem)
    // An editor empties the file before it writes it, or takes it away for a moment.
    if (text === undefined || text.trim() === '') return
    const hash = createHash('sha256').update(text).digest('hex')
    if (hash === seen) return
    seen = hash
    newer.abort()
    newer = new AbortController()
    const superseded = AbortSignal.any([newer.signal, watch.signal])
    work = work
      .then(() => (superseded.aborted ? undefined : watch.onContent(text, superseded)))
      .catch(broken.reject)
  }

  watchFile(path, { interval: LOOK_MS }, look)
  try {
    look()
    if (!watch.signal.aborted) await Promise.race([once(watch.signal, 'abort'), broken.promise])
    await work
  } finally {
    unwatchFile(path, look)
  }
}

function readText(path: string, onProblem: (problem: Problem) => void): string | undefined {
  try {
    return readSource(path)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    onProblem(error)
    return undefined
  }
}
