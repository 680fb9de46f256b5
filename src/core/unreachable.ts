/** Fails to compile when a union grows and a `switch` did not. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
