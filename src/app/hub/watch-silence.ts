/** A hub holds a verdict back for less, and is that late only where it is overrun. */
export const LONGEST_SILENCE_MS = 90_000
/** A slow line takes its time for what is sent, before anything can be heard. */
const SLOWEST_BYTES_A_MS = 16

/** Aborts a request once nothing was heard of its answer for so long: a line that died says nothing. */
export function watchSilence(mostMs: number, { body }: RequestInit) {
  const over = new AbortController()
  const sendingMs = body instanceof Uint8Array ? body.length / SLOWEST_BYTES_A_MS : 0
  const timer = setTimeout(() => over.abort(new TypeError('ETIMEDOUT')), mostMs + sendingMs)
  return { signal: over.signal, heard: () => void timer.refresh(), end: () => clearTimeout(timer) }
}
