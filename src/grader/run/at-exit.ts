const waiting = new Set<() => void>()
let isWatching = false

/** Done when this process ends, unless it is called off before. */
export function atExit(work: () => void): { readonly callOff: () => void } {
  waiting.add(work)
  if (!isWatching) {
    isWatching = true
    process.on('exit', () => {
      for (const one of waiting) one()
    })
  }
  return { callOff: () => waiting.delete(work) }
}
