import {
  argsortAsNumpy,
  average,
  type CurvePoint,
  type Detection,
  envelope,
  type MatchingChoices,
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
  readonly images?: 'ignored'
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
    const perClass = labels.map((label) => rankedIn(scene, label, choices))
    const precisionOf = rememberPrecisions(choices)
    const byThreshold = Array.from({ length: 10 }, (_, step) => {
      const threshold = (50 + 5 * step) / 100
      const found = perClass.map((one) => ({ ...one, hits: hitsAmong(one.images, threshold, choices) }))
      return average(averagePrecisions(found, choices.pool, precisionOf))
    })
    return { map: mean(byThreshold), map50: byThreshold[0] ?? 0, map75: byThreshold[5] ?? 0 }
  }
}

/** In the order in which equal scores are taken: sorting is stable from here on. */
function prepared({ detections, truths }: Scene, { labels, images, order, ties, sorting }: Choices): Scene {
  const named = <T extends Truth>(thing: T) => ({
    ...thing,
    ...(labels && { label: 0 }),
    ...(images && { image: 0 }),
  })
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

/** Of one class, the best score first. */
interface Ranked extends Scene {
  readonly images: readonly RankedImage[]
}

interface RankedImage {
  readonly ranked: readonly Detection[]
  /** Of each with each truth of the image. */
  readonly overlaps: readonly (readonly number[])[]
}

/** All that does not depend on a threshold. */
function rankedIn(scene: Scene, label: number, { sorting, ties, extra }: Choices): Ranked {
  const of = <T extends Truth>(things: readonly T[]) => things.filter((thing) => thing.label === label)
  const given = of(scene.detections)
  const detections = sorted(sorting === 'each class' ? sortedAsNumpy(given, ties) : given)
  const truths = of(scene.truths)
  const images = [...Map.groupBy(detections, ({ image }) => image)].map(([image, ranked]) => {
    const rivals = truths.filter((truth) => truth.image === image)
    return { ranked, overlaps: ranked.map((one) => rivals.map(({ box }) => overlap(one.box, box, extra))) }
  })
  return { detections, truths, images }
}

/** One for each class, or for whatever is pooled. */
function averagePrecisions(
  perClass: readonly Ranking[],
  pool: Choices['pool'],
  precisionOf: PrecisionOf,
): readonly number[] {
  const value = ({ truths, hits, detections }: Ranking) =>
    truths.length === 0
      ? 0
      : precisionOf(
          detections.map((detection) => hits.has(detection)),
          truths.length,
        )
  switch (pool) {
    case 'over classes': {
      const pooled = <T>(of: (one: Ranking) => Iterable<T>) => perClass.flatMap((one) => [...of(one)])
      return [
        value({
          truths: pooled(({ truths }) => truths),
          hits: new Set(pooled(({ hits }) => hits)),
          detections: sorted(pooled(({ detections }) => detections)),
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

type PrecisionOf = (hits: readonly boolean[], positives: number) => number

interface Ranking extends Scene {
  readonly hits: ReadonlySet<Detection>
}

/** Most thresholds find the same. */
function rememberPrecisions({ envelope: kind, ...choices }: Choices): PrecisionOf {
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

function hitsAmong(
  images: Ranked['images'],
  threshold: number,
  { match = takeBestFree, comparison }: Choices,
): ReadonlySet<Detection> {
  const isEnough = (found: number) => (comparison === 'above' ? found > threshold : found >= threshold)
  const found = images.flatMap(({ ranked, overlaps }) => {
    const hits = match(overlaps, isEnough)
    return ranked.filter((_, at) => hits[at])
  })
  return new Set(found)
}

function sorted<T extends Detection>(detections: readonly T[]): readonly T[] {
  return detections.toSorted((a, b) => b.score - a.score)
}
