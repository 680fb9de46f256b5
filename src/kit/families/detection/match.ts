/*
 * How the detections of one image and class, in falling order of score, take objects: which of them are true positives.
 */

/**
 * @param overlaps of each detection with each object
 * @param isBetter whether an overlap wins over the best one before it: of equals, the last, if not given
 */
export type Match = (
  overlaps: readonly (readonly number[])[],
  isEnough: (overlap: number) => boolean,
  isBetter?: (overlap: number, best: number) => boolean,
) => readonly boolean[]

/** A detection takes the free object that it overlaps most. */
export const takeBestFree: Match = (overlaps, isEnough, isBetter) => {
  const taken = new Set<number>()
  return overlaps.map((row) => {
    const best = bestIn(row, (object) => !taken.has(object) && isEnough(row[object] ?? 0), isBetter)
    if (best >= 0) taken.add(best)
    return best >= 0
  })
}

/** The object that it overlaps most, free or not: if another has it, the detection is a false positive. */
export const takeBestOrNone: Match = (overlaps, isEnough, isBetter) => {
  const taken = new Set<number>()
  return overlaps.map((row) => {
    const best = bestIn(row, (object) => isEnough(row[object] ?? 0), isBetter)
    if (best < 0 || taken.has(best)) return false
    taken.add(best)
    return true
  })
}

export const takeFirstFree: Match = (overlaps, isEnough) => {
  const taken = new Set<number>()
  return overlaps.map((row) => {
    const first = row.findIndex((overlap, object) => !taken.has(object) && isEnough(overlap))
    if (first >= 0) taken.add(first)
    return first >= 0
  })
}

export const shareObjects: Match = (overlaps, isEnough) => overlaps.map((row) => row.some(isEnough))

/**
 * As YOLOv5: a detection goes with the object that it overlaps most, and of those an object keeps the one
 * that overlaps it most.
 */
export const takeByOverlap: Match = (overlaps, isEnough, isBetter) => {
  const wanted = overlaps.map((row) => bestIn(row, (object) => isEnough(row[object] ?? 0), isBetter))
  return wanted.map((object, detection) => {
    const overlapOf = (other: number) => overlaps[other]?.[object] ?? 0
    return (
      object >= 0 && wanted.every((rival, at) => rival !== object || overlapOf(at) <= overlapOf(detection))
    )
  })
}

/** Each object takes the free detection that overlaps it most, whatever its score. */
export const takeByObject: Match = byObject((detection, taken) => !taken.has(detection))

/** The same, though another object may have it. */
export const takeByObjectAgain: Match = byObject(() => true)

function byObject(isFree: (detection: number, taken: ReadonlySet<number>) => boolean): Match {
  return (overlaps, isEnough, isBetter) => {
    const taken = new Set<number>()
    for (const object of overlaps[0]?.keys() ?? []) {
      const column = overlaps.map((row) => row[object] ?? 0)
      const isAllowed = (detection: number) => isFree(detection, taken) && isEnough(column[detection] ?? 0)
      const best = bestIn(column, isAllowed, isBetter)
      if (best >= 0) taken.add(best)
    }
    return overlaps.map((_, detection) => taken.has(detection))
  }
}

function bestIn(
  overlaps: readonly number[],
  isAllowed: (at: number) => boolean,
  isBetter: Parameters<Match>[2] = (overlap, best) => overlap >= best,
): number {
  let best = -1
  for (const [at, overlap] of overlaps.entries()) {
    if (isAllowed(at) && (best < 0 || isBetter(overlap, overlaps[best] ?? 0))) best = at
  }
  return best
}
