export interface DisjointGroups {
  /** The same number for all members of a group, until that group is joined with another. */
  readonly groupOf: (member: number) => number
  readonly join: (one: number, other: number) => void
}

/** Groups of the numbers below `size`, at first each alone (Galler & Fischer 1964, with path halving). */
export function disjointGroups(size: number): DisjointGroups {
  const parent = Int32Array.from({ length: size }, (_, at) => at)
  const parentOf = (member: number): number => parent[member] ?? member
  function groupOf(member: number): number {
    let at = member
    while (parentOf(at) !== at) {
      parent[at] = parentOf(parentOf(at))
      at = parentOf(at)
    }
    return at
  }
  return {
    groupOf,
    join: (one, other) => {
      parent[groupOf(other)] = groupOf(one)
    },
  }
}
