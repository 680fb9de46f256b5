/**
 * What a file of the learner's is, and how often each machine has changed it to come to that: a version
 * vector (Parker et al. 1983).
 */
export interface FileVersion {
  /** What it holds, by its name; `GONE` where it was deleted. */
  readonly contents: string
  /** By the names of the machines, and of courses, in their order. */
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
 * A course changes files as a machine does, by its releases: one taken on two machines is one change.
 * Undefined where it changed nothing that was not known.
 */
export function changedByCourse(
  { member, release }: CourseChange,
  contents: string,
  known: FileVersion | undefined,
): FileVersion | undefined {
  const changes = new Map(known?.changes)
  const changer = `${COURSE}${member}`
  if (release <= (changes.get(changer) ?? 0)) return undefined
  return { contents, changes: inOrder(changes.set(changer, release)) }
}

/** By whose membership a release came. */
export interface CourseChange {
  readonly member: string
  readonly release: number
}

/** No machine's name begins so. */
const COURSE = 'course:'

/**
 * What becomes of a file that two machines have. Who knows of all the other's changes has the newer one.
 * Where neither does, it was changed on both: all machines then choose the same, and one that is there wins
 * over none. What the learner made of it wins over what their course did, whose hub has that.
 */
export function mergeVersions(mine: FileVersion, theirs: FileVersion): Merged {
  const [isNewer, isOlder] = [knowsOf(mine, theirs), knowsOf(theirs, mine)]
  if (isNewer && !isOlder) return { version: mine, loser: undefined }
  if (isOlder && !isNewer) return { version: theirs, loser: undefined }
  const changes = joined(mine, theirs)
  if (isCourses(mine, theirs)) return { version: { contents: theirs.contents, changes }, loser: undefined }
  if (isCourses(theirs, mine)) return { version: { contents: mine.contents, changes }, loser: undefined }
  const [contents = GONE, loser] = [mine.contents, theirs.contents].sort().reverse()
  const isLost = loser !== contents && loser !== GONE
  return { version: { contents, changes }, loser: isLost ? loser : undefined }
}

/** Whether all that one knows beyond the other is of a course, and the other knows more than that. */
function isCourses(one: FileVersion, other: FileVersion): boolean {
  const unknown = changesBeyond(one, other)
  return (
    unknown.length > 0 &&
    unknown.every(([changer]) => changer.startsWith(COURSE)) &&
    changesBeyond(other, one).some(([changer]) => !changer.startsWith(COURSE))
  )
}

function changesBeyond({ changes }: FileVersion, other: FileVersion): FileVersion['changes'] {
  const known = new Map(other.changes)
  return changes.filter(([changer, count]) => count > (known.get(changer) ?? 0))
}

/** Whether all changes that made the other are among those that made this. */
function knowsOf(one: FileVersion, other: FileVersion): boolean {
  return changesBeyond(other, one).length === 0
}

function joined(one: FileVersion, other: FileVersion): FileVersion['changes'] {
  const changes = new Map(one.changes)
  for (const [device, count] of other.changes) changes.set(device, Math.max(count, changes.get(device) ?? 0))
  return inOrder(changes)
}

function inOrder(changes: ReadonlyMap<string, number>): FileVersion['changes'] {
  return [...changes].sort(([one], [other]) => (one < other ? -1 : 1))
}
