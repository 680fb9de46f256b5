/** What each node needs first. */
export type Needs = ReadonlyMap<string, readonly string[]>

/**
 * The circles in which nodes need each other, each once, as `[a, b, a]`. Takes no recursion, so a chain may be long.
 */
export function findCycles(needs: Needs): readonly (readonly string[])[] {
  const knotted = knottedNodes(needs)
  const cycles: (readonly string[])[] = []
  const seen = new Set<string>()
  for (const start of knotted) {
    const path = new Set<string>()
    let at: string | undefined = start
    for (; at !== undefined && !seen.has(at); at = needs.get(at)?.find((next) => knotted.has(next))) {
      seen.add(at)
      path.add(at)
    }
    if (at !== undefined && path.has(at)) cycles.push(circleFrom(at, path))
  }
  return cycles
}

function circleFrom(node: string, path: ReadonlySet<string>): readonly string[] {
  const nodes = [...path]
  return [...nodes.slice(nodes.indexOf(node)), node]
}

/** What is left when every node whose needs can all be met has been taken away (Kahn 1962). */
function knottedNodes(needs: Needs): ReadonlySet<string> {
  const waiting = new Map([...needs].map(([node, of]) => [node, of.filter((need) => needs.has(need)).length]))
  const neededBy = new Map<string, string[]>()
  for (const [node, of] of needs) {
    for (const need of of) {
      neededBy.getOrInsertComputed(need, () => []).push(node)
    }
  }
  const free = [...waiting].filter(([, count]) => count === 0).map(([node]) => node)
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    waiting.delete(node)
    for (const next of neededBy.get(node) ?? []) {
      const count = (waiting.get(next) ?? 0) - 1
      waiting.set(next, count)
      if (count === 0) free.push(next)
    }
  }
  return new Set(waiting.keys())
}
