import { average, type Detection, interpolatedPrecision, overlap, type Scene, type Truth } from '#kit'
import type { meanAveragePrecision } from './reference.ts'
import { toScene } from './scene.ts'

/** How a mean average precision departs from COCO's. */
export interface Rule {
  readonly prepare?: (scene: Scene) => Scene
  /** What holds at most 100 detections. */
  readonly limit?: 'class of an image' | 'image' | 'none'
  readonly extra?: number
  readonly match?: Match
  readonly precision?: Precision
  readonly classes?: (scene: Scene) => readonly number[]
  readonly ranking?: 'by class' | 'by image' | 'over classes'
  /** The result where no class has a truth. */
  readonly nothing?: number
  readonly mean?: (byThreshold: readonly number[]) => number
}

/** The index of the truth that a detection takes, or -1. */
type Match = (overlaps: readonly number[], taken: readonly boolean[], threshold: number) => number
/** Of detections in falling order of score: which are true positives, and how many truths there are. */
type Precision = (hits: readonly boolean[], positives: number) => number

export function mapWith(rule: Rule): typeof meanAveragePrecision {
  const { prepare = (scene: Scene) => scene, nothing = -1, mean = average } = rule
  const { classes = ({ truths }: Scene) => truths.map(({ label }) => label) } = rule
  return (...args) => {
    const scene = limited(prepare(toScene(...args)), rule.limit ?? 'class of an image')
    const labels = [...new Set(classes(scene))]
    if (scene.truths.length === 0) return { map: nothing, map50: nothing, map75: nothing }
    const overlapsOf = rememberOverlaps(rule.extra ?? 0)
    const byThreshold = Array.from({ length: 10 }, (_, step) =>
      average(rankings(scene, labels, { ...rule, threshold: (50 + 5 * step) / 100, overlapsOf })),
    )
    return { map: mean(byThreshold), map50: byThreshold[0] ?? 0, map75: byThreshold[5] ?? 0 }
  }
}

export function bestFree(overlaps: readonly number[], taken: readonly boolean[], threshold: number): number {
  let best = -1
  for (const [at, overlap] of overlaps.entries()) {
    if (!taken[at] && overlap >= (overlaps[best] ?? threshold)) best = at
  }
  return best
}

function limited(scene: Scene, limit: NonNullable<Rule['limit']>): Scene {
  if (limit === 'none') return scene
  const key = ({ image, label }: Detection) => (limit === 'image' ? `${image}` : `${image}/${label}`)
  const groups = Map.groupBy(sorted(scene.detections), key)
  const within = new Set([...groups.values()].flatMap((group) => group.slice(0, 100)))
  return { ...scene, detections: scene.detections.filter((detection) => within.has(detection)) }
}

/** One average precision for each class, or for whatever the rule ranks together. */
function rankings(scene: Scene, labels: readonly number[], rule: RuleAtThreshold): readonly number[] {
  const { precision = (hits, positives) => interpolatedPrecision(hits, positives, 100) } = rule
  const perClass = labels.map((label) => {
    const of = <T extends Truth>(things: readonly T[]) => things.filter((thing) => thing.label === label)
    return { truths: of(scene.truths), judged: judge(of(scene.detections), of(scene.truths), rule) }
  })
  const value = ({ truths, judged }: Ranking) => {
    const hits = sorted(judged).map(({ hit }) => hit)
    return truths.length === 0 ? 0 : precision(hits, truths.length)
  }
  switch (rule.ranking) {
    case 'over classes':
      return [value({ truths: scene.truths, judged: perClass.flatMap(({ judged }) => judged) })]
    case 'by image':
      return perClass.map(({ truths, judged }) =>
        average(
          [...Map.groupBy(truths, ({ image }) => image)].map(([image, inside]) =>
            value({ truths: inside, judged: judged.filter((detection) => detection.image === image) }),
          ),
        ),
      )
    default:
      return perClass.map(value)
  }
}

interface RuleAtThreshold extends Rule {
  readonly threshold: number
  readonly overlapsOf: (detection: Detection, rivals: readonly Truth[]) => readonly number[]
}

/** A detection has the same rivals at every threshold. */
function rememberOverlaps(extra: number): RuleAtThreshold['overlapsOf'] {
  const known = new Map<Detection, readonly number[]>()
  return (detection, rivals) => {
    const overlaps = known.get(detection) ?? rivals.map(({ box }) => overlap(detection.box, box, { extra }))
    known.set(detection, overlaps)
    return overlaps
  }
}

interface Ranking {
  readonly truths: readonly Truth[]
  readonly judged: readonly Judged[]
}

interface Judged extends Detection {
  readonly hit: boolean
}

/** By image in ascending order, and within one by falling score. */
function judge(
  detections: readonly Detection[],
  truths: readonly Truth[],
  { match = bestFree, threshold, overlapsOf }: RuleAtThreshold,
): readonly Judged[] {
  const images = [...Map.groupBy(detections, ({ image }) => image)].sort(([a], [b]) => a - b)
  return images.flatMap(([image, inside]) => {
    const rivals = truths.filter((truth) => truth.image === image)
    const taken = rivals.map(() => false)
    return sorted(inside).map((detection) => {
      const at = match(overlapsOf(detection, rivals), taken, threshold)
      if (at >= 0) taken[at] = true
      return { ...detection, hit: at >= 0 }
    })
  })
}

function sorted<T extends Detection>(detections: readonly T[]): readonly T[] {
  return detections.toSorted((a, b) => b.score - a.score)
}
