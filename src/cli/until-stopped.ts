export interface Stopping {
  readonly signal: AbortSignal
  /** From here on ctrl-c ends the program, for no handler could run. */
  readonly letGo: () => void
}

/** Undefined when it was stopped by ctrl-c. */
export async function untilStopped<T>(work: (stopping: Stopping) => Promise<T>): Promise<T | undefined> {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  const letGo = () => void process.removeListener('SIGINT', stop)
  process.once('SIGINT', stop)
  try {
    return await work({ signal: stopping.signal, letGo })
  } catch (error) {
    if (!stopping.signal.aborted) throw error
    return undefined
  } finally {
    letGo()
  }
}
