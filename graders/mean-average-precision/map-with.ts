import {
  argsortAsNumpy,
  average,
  type CurvePoint,
  type Detection,
  envelope,
  type MatchingChoices,
  type OverlapRule,
  overlap,
  precisionAtLevels,
  precisionCurve,
  type Scene,
  type Truth,
  takeBestFree,
} from '#kit'
import type { meanAveragePrecision } from './reference.ts'
import { toScene } from './scene.ts'

/** What one may choose otherwise than COCO. */
export interface Choices extends MatchingChoices {
  readonly labels?: 'ignored'
  readonly order?: 'as given'
  readonly ties?: 'by index' | 'by falling index' | 'by falling index in an image'
  /** By an argsort that is not stable. */
  readonly sorting?: 'each class' | 'all'
  /** What holds at most 100 detections. */
  readonly limit?: 'image' | 'none'
  readonly envelope?: 'none'
  readonly average?: (
    points: readonly CurvePoint[],
    at: { readonly raw: readonly CurvePoint[]; readonly reaches: Reaches },
  ) => number
  readonly recall?: Reaches
  readonly classes?: (scene: Scene) => readonly number[]
  readonly pool?: 'by image' | 'over classes'
  /** The result where no class has a truth. */
  readonly nothing?: number
  readonly mean?: (byThreshold: readonly number[]) => number
}

type Reaches = (recall: number, level: number) => boolean

export function mapWith(choices: Choices): typeof meanAveragePrecision {
  const { nothing = -1, mean = average } = choices
  const { classes = ({ truths }: Scene) => truths.map(({ label }) => label) } = choices
  return (...args) => {
    const scene = limited(prepared(toScene(...args), choices), choices.limit)
    const labels = [...new Set(classes(scene))]
    if (scene.truths.length === 0) return { map: nothing, map50: nothing, map75: nothing }
    const known = { overlapsOf: rememberOverlaps(choices.extra), precisionOf: rememberPrecisions(choices) }
    const byThreshold = Array.from({ length: 10 }, (_, step) =>
      average(averagePrecisions(scene, labels, { ...choices, ...known, threshold: (50 + 5 * step) / 100 })),
    )
    return { map: mean(byThreshold), map50: byThreshold[0] ?? 0, map75: byThreshold[5] ?? 0 }
  }
}

/** In the order in which equal scores are taken: sorting is stable from here on. */
function prepared({ detections, truths }: Scene, { labels, order, ties, sorting }: Choices): Scene {
  const named = <T extends Truth>(thing: T) => (labels === 'ignored' ? { ...thing, label: 0 } : thing)
  const scored = detections.map(named).map((one) => (order === 'as given' ? { ...one, score: 0 } : one))
  const ordered = inOrderOfTies(scored, ties)
  return {
    detections: sorting === 'all' ? sortedAsNumpy(ordered, ties) : ordered,
    truths: truths.map(named),
  }
}

/** Sorting by score leaves them so. @param detections in the order of ties */
function sortedAsNumpy(detections: readonly Detection[], ties: Choices['ties']): readonly Detection[] {
  const isReversed = ties !== undefined && ties !== 'by index'
  const given = isReversed ? detections.toReversed() : detections
  const places = argsortAsNumpy(given.map(({ score }) => (isReversed ? score : -score)))
  return (isReversed ? places.reverse() : places).flatMap((place) => given[place] ?? [])
}

function inOrderOfTies(detections: readonly Detection[], ties: Choices['ties']): readonly Detection[] {
  if (ties === 'by index') return detections
  const reversed = detections.toReversed()
  if (ties === 'by falling index') return reversed
  return (ties === undefined ? detections : reversed).toSorted((one, other) => one.image - other.image)
}

function limited(scene: Scene, limit: Choices['limit']): Scene {
  if (limit === 'none') return scene
  const key = ({ image, label }: Detection) => (limit === 'image' ? `${image}` : `${image}/${label}`)
  const groups = [...Map.groupBy(scene.detections, key).values()]
  if (groups.every((group) => group.length <= 100)) return scene
  const within = new Set(groups.flatMap((group) => sorted(group).slice(0, 100)))
  return { ...scene, detections: scene.detections.filter((detection) => within.has(detection)) }
}

/** One for each class, or for whatever is pooled. */
function averagePrecisions(scene: Scene, labels: readonly number[], choices: AtThreshold): readonly number[] {
  const perClass = labels.map((label) => {
    const of = <T extends Truth>(things: readonly T[]) => things.filter((thing) => thing.label === label)
    const given = of(scene.detections)
    const detections = choices.sorting === 'each class' ? sortedAsNumpy(given, choices.ties) : given
    const truths = of(scene.truths)
    return { truths, hits: hitsAmong(detections, truths, choices), detections }
  })
  const value = ({ truths, hits, detections }: Ranking) =>
    truths.length === 0
      ? 0
      : choices.precisionOf(
          sorted(detections).map((detection) => hits.has(detection)),
          truths.length,
        )
  switch (choices.pool) {
    case 'over classes': {
      const pooled = <T>(of: (one: Ranking) => Iterable<T>) => perClass.flatMap((one) => [...of(one)])
      return [
        value({
          truths: pooled(({ truths }) => truths),
          hits: new Set(pooled(({ hits }) => hits)),
          detections: pooled(({ detections }) => detections),
        }),
      ]
    }
    case 'by image':
      return perClass.map(({ truths, hits, detections }) =>
        average(
          [...Map.groupBy(truths, ({ image }) => image)].map(([image, inside]) =>
            value({ truths: inside, hits, detections: detections.filter((one) => one.image === image) }),
          ),
        ),
      )
    default:
      return perClass.map(value)
  }
}

interface AtThreshold extends Choices {
  readonly threshold: number
  readonly overlapsOf: (detection: Detection, rivals: readonly Truth[]) => readonly number[]
  readonly precisionOf: (hits: readonly boolean[], positives: number) => number
}

interface Ranking extends Scene {
  readonly hits: ReadonlySet<Detection>
}

/** Most thresholds find the same. */
function rememberPrecisions({ envelope: kind, ...choices }: Choices): AtThreshold['precisionOf'] {
  const { recall: reaches = (reached, level) => reached >= level } = choices
  const { average: averaged = (points, { reaches }) => precisionAtLevels(points, 100, reaches) } = choices
  const known = new Map<string, number>()
  return (hits, positives) => {
    const key = `${positives}/${hits.map(Number).join('')}`
    const found = known.get(key)
    if (found !== undefined) return found
    const raw = precisionCurve(hits, positives)
    const value = averaged(kind === 'none' ? raw : envelope(raw), { raw, reaches })
    known.set(key, value)
    return value
  }
}

/** A detection has the same rivals at every threshold. */
function rememberOverlaps(rule: OverlapRule | undefined): AtThreshold['overlapsOf'] {
  const known = new Map<Detection, readonly number[]>()
  return (detection, rivals) => {
    const overlaps = known.get(detection) ?? rivals.map(({ box }) => overlap(detection.box, box, rule))
    known.set(detection, overlaps)
    return overlaps
  }
}

function hitsAmong(
  detections: readonly Detection[],
  truths: readonly Truth[],
  { match = takeBestFree, comparison, threshold, overlapsOf }: AtThreshold,
): ReadonlySet<Detection> {
  const isEnough = (found: number) => (comparison === 'above' ? found > threshold : found >= threshold)
  const images = [...Map.groupBy(detections, ({ image }) => image)]
  const found = images.flatMap(([image, inside]) => {
    const rivals = truths.filter((truth) => truth.image === image)
    const ranked = sorted(inside)
    const hits = match(
      ranked.map((detection) => overlapsOf(detection, rivals)),
      isEnough,
    )
    return ranked.filter((_, at) => hits[at])
  })
  return new Set(found)
}

function sorted<T extends Detection>(detections: readonly T[]): readonly T[] {
  return detections.toSorted((a, b) => b.score - a.score)
}
