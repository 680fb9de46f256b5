/** Ends the waiting for some work when the signal says so, and not the work. */
export async function unlessAborted<R>(signal: AbortSignal | undefined, work: Promise<R>): Promise<R> {
  if (signal === undefined) return work
  // Nobody may be waiting for it any more when it fails.
  work.catch(() => undefined)
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const abort = () => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort)
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', abort))
}
