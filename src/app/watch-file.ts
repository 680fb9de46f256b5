import { once } from 'node:events'
import { Problem } from '../core/problem.ts'
import { readSource } from './workspace.ts'

export interface FileWatch {
  /** Ends the watch, and the work on the last save with it. */
  readonly signal: AbortSignal
  /**
   * Works on one content; `superseded` is aborted when there is a newer one. One at a time: the next begins
   * when this is over.
   */
  readonly onContent: (text: string, superseded: AbortSignal) => Promise<void>
  /** The file cannot be read as it is. */
  readonly onProblem: (problem: Problem) => void
}

/**
 * How soon a save is noticed. The file is read each time, for it is small: that sees every kind of save on
 * every kind of disk, also one that puts another file in its place, and one that leaves the time stamp as it
 * was.
 */
const LOOK_MS = 150

/**
 * Calls `onContent` with what the file holds, and again whenever that is something else. Resolves when the
 * signal is aborted.
 */
export async function watchFileContent(path: string, watch: FileWatch): Promise<void> {
  const broken = Promise.withResolvers<never>()
  let seen: string | undefined
  let failures = 0
  let newer = new AbortController()
  let work = Promise.resolve()

  function look(): void {
    const read = tryToRead(path)
    if (read instanceof Problem) {
      // An editor may take the file away for a moment: it is told when it is still so at the next look.
      if (++failures === 2) {
        seen = undefined
        watch.onProblem(read)
      }
      return
    }
    failures = 0
    // An editor empties the file before it writes it.
    if (read.trim() === '' || read === seen) return
    seen = read
    begin(read)
  }

  function lookAgain(): void {
    try {
      look()
    } catch (error) {
      broken.reject(error)
    }
  }

  function begin(text: string): void {
    newer.abort()
    newer = new AbortController()
    const superseded = AbortSignal.any([newer.signal, watch.signal])
    work = work
      .then(() => (superseded.aborted ? undefined : watch.onContent(text, superseded)))
      .catch(broken.reject)
  }

  const looking = setInterval(lookAgain, LOOK_MS)
  try {
    look()
    if (!watch.signal.aborted) await Promise.race([once(watch.signal, 'abort'), broken.promise])
    await work
  } finally {
    clearInterval(looking)
  }
}

function tryToRead(path: string): string | Problem {
  try {
    return readSource(path)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
