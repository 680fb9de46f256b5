import { setImmediate } from 'node:timers/promises'

/** The result of work that goes by steps, with room for keys in between; undefined: it was aborted before its end. */
export async function takeBesideKeys<Step, Result>(
  work: Generator<Step, Result>,
  signal: AbortSignal,
  onStep: (step: Step) => void,
): Promise<Result | undefined> {
  while (!signal.aborted) {
    const { done, value } = work.next()
    if (done) return value
    onStep(value)
    await setImmediate()
  }
  return undefined
}
