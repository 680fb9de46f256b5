/** The state of one screen, outside React: keys that arrive in one burst each see what the one before has made. */
export interface Machine<State> {
  readonly get: () => State
  readonly set: (state: State) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createMachine<State>(initial: State): Machine<State> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (state) => {
      current = state
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
