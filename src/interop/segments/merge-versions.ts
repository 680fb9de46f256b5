/** The versions of one file by their names, the present one first; `GONE` is that of a file that was deleted. */
export type Versions = readonly [string, ...string[]]

export const GONE = ''

/** Older ones are forgotten: whoever still has such a one is told of two versions. */
const MOST_VERSIONS = 100

export interface Merged {
  /** With all that either side has had. */
  readonly versions: Versions
  /** What was changed on both sides and is not the present one: it must not be lost. */
  readonly loser: string | undefined
}

/**
 * What becomes of a file that two machines have. Who has had the other's version before has the newer one. Where neither has, it was changed on both: both
 * machines then choose the same, and one that is there wins over none.
 */
export function mergeVersions(mine: Versions, theirs: Versions): Merged {
  const [here, there] = [mine[0], theirs[0]]
  const isOlder = mine.includes(there)
  const isNewer = theirs.includes(here)
  const winner = isOlder === isNewer ? laterName(here, there) : isNewer ? there : here
  const loser = winner === here ? there : here
  const isLost = !isOlder && !isNewer && loser !== GONE
  return { versions: joined(winner, mine, theirs), loser: isLost ? loser : undefined }
}

/** What the present contents make of what was known. */
export function withPresent(present: string, known: Versions | undefined): Versions {
  return known === undefined ? [present] : joined(present, known, [])
}

function joined(first: string, one: readonly string[], other: readonly string[]): Versions {
  const rest = new Set([...one, ...other])
  rest.delete(first)
  return [first, ...[...rest].slice(0, MOST_VERSIONS)]
}

function laterName(one: string, other: string): string {
  return one > other ? one : other
}
