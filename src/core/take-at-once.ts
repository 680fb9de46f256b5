/** The result of work that goes by steps, with nothing done in between but to tell of them. */
export function takeAtOnce<Step, Result>(
  work: Generator<Step, Result>,
  onStep: (step: Step) => void = () => undefined,
): Result {
  let next = work.next()
  while (!next.done) {
    onStep(next.value)
    next = work.next()
  }
  return next.value
}
