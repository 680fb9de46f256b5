/** What a file of the learner's is, and how often each machine has changed it to come to that: a version vector (Parker et al. 1983). */
export interface FileVersion {
  /** What it holds, by its name; `GONE` where it was deleted. */
  readonly contents: string
  /** By the names of the machines, in their order. */
  readonly changes: readonly (readonly [device: string, count: number])[]
}

export const GONE = ''

export interface Merged {
  readonly version: FileVersion
  /** What was changed on both sides and is not what it holds now: it must not be lost. */
  readonly loser: string | undefined
}

/** What the present contents make of what was known. */
export function changedBy(device: string, contents: string, known: FileVersion | undefined): FileVersion {
  if (known?.contents === contents) return known
  const changes = new Map(known?.changes)
  return { contents, changes: inOrder(changes.set(device, (changes.get(device) ?? 0) + 1)) }
}

/**
 * What becomes of a file that two machines have. Who knows of all the other's changes has the newer one. Where neither does, it was changed on both: all
 * machines then choose the same, and one that is there wins over none.
 */
export function mergeVersions(mine: FileVersion, theirs: FileVersion): Merged {
  const [isNewer, isOlder] = [knowsOf(mine, theirs), knowsOf(theirs, mine)]
  if (isNewer && !isOlder) return { version: mine, loser: undefined }
  if (isOlder && !isNewer) return { version: theirs, loser: undefined }
  const [contents = GONE, loser] = [mine.contents, theirs.contents].sort().reverse()
  const isLost = loser !== contents && loser !== GONE
  return { version: { contents, changes: joined(mine, theirs) }, loser: isLost ? loser : undefined }
}

/** Whether all changes that made the other are among those that made this. */
export function knowsOf(one: FileVersion, { changes }: FileVersion): boolean {
  const known = new Map(one.changes)
  return changes.every(([device, count]) => (known.get(device) ?? 0) >= count)
}

function joined(one: FileVersion, other: FileVersion): FileVersion['changes'] {
  const changes = new Map(one.changes)
  for (const [device, count] of other.changes) changes.set(device, Math.max(count, changes.get(device) ?? 0))
  return inOrder(changes)
}

function inOrder(changes: ReadonlyMap<string, number>): FileVersion['changes'] {
  return [...changes].sort(([one], [other]) => (one < other ? -1 : 1))
}
