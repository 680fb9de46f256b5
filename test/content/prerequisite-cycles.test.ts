import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCycles } from '../../src/content/prerequisite-cycles.ts'

const graphs = fc
  .array(fc.tuple(fc.nat(7), fc.nat(9)), { maxLength: 14 })
  .map(
    (edges) =>
      new Map(
        Array.from({ length: 8 }, (_, at) => [
          `${at}`,
          edges.filter(([from]) => from === at).map(([, to]) => `${to}`),
        ]),
      ),
  )

test('each circle found is one, and none is found only where there is none', () => {
  fc.assert(
    fc.property(graphs, (needs) => {
      const cycles = findCycles(needs)
      for (const cycle of cycles) {
        expect(cycle.length).toBeGreaterThan(1)
        expect(cycle.at(-1)).toBe(cycle[0])
        for (const [at, node] of cycle.slice(0, -1).entries())
          expect(needs.get(node)).toContain(cycle[at + 1])
      }
      expect(cycles.length > 0).toBe([...needs.keys()].some((node) => reaches(needs, node, node)))
    }),
    { numRuns: 1000 },
  )
})

function reaches(
  needs: ReadonlyMap<string, readonly string[]>,
  from: string,
  to: string,
  seen = new Set<string>(),
): boolean {
  return (needs.get(from) ?? []).some((next) => {
    if (next === to) return true
    if (seen.has(next)) return false
    seen.add(next)
    return reaches(needs, next, to, seen)
  })
}
