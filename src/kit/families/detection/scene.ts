import type { Random } from '../../../core/random.ts'
import { isClearOf } from './clear-overlap.ts'
import { type Box, boxInOrder, nudged, overlap } from './overlap.ts'

/** An object of a class in an image, as an evaluation of detections is given it. */
export interface Truth {
  readonly box: Box
  readonly label: number
  readonly image: number
}

export interface Detection extends Truth {
  readonly score: number
}

export interface Scene {
  readonly detections: readonly Detection[]
  readonly truths: readonly Truth[]
}

export interface SceneSize {
  readonly truths: number
  readonly detections: number
  readonly images: number
  readonly classes: number
  readonly score: () => number
}

/**
 * Objects, and detections that are mostly shaken copies of them. No IoU lies so near a threshold, and no recall so
 * near one of the 101, that correct programs could differ by rounding.
 */
export function drawScene(random: Random, size: SceneSize): Scene {
  const imageIds = random.shuffle(Array.from({ length: 2 * size.images }, (_, id) => id + 3))
  const anywhere = () => ({
    box: drawBox(random),
    label: 1 + random.int(0, size.classes - 1),
    image: imageIds[random.int(0, size.images - 1)] ?? 0,
  })
  const truths = withClearCounts(drawTruths(random, size.truths, anywhere), anywhere)
  const inPlace = Map.groupBy(truths, place)
  const shaken = (): Truth => {
    const truth = truths[random.int(0, truths.length - 1)]
    if (truth === undefined || random.real() < 0.2) return anywhere()
    const reach = random.pick([0.02, 0.08, 0.25])
    const label = random.real() < 0.1 ? 1 + random.int(0, size.classes - 1) : truth.label
    return { ...truth, label, box: shake(random, truth.box, reach) }
  }
  const detections = Array.from({ length: size.detections }, () => {
    for (;;) {
      const detection = shaken()
      const rivals = inPlace.get(place(detection)) ?? []
      if (rivals.every(({ box }) => isClear(overlap(detection.box, box))))
        return { ...detection, score: size.score() }
    }
  })
  return { detections, truths }
}

/** Every third object stands close to another of its class. */
function drawTruths(random: Random, count: number, anywhere: () => Truth): readonly Truth[] {
  const truths: Truth[] = []
  while (truths.length < count) {
    const other = truths[random.int(0, 3 * truths.length)]
    truths.push(other ? { ...other, box: shake(random, other.box, 0.3) } : anywhere())
  }
  return truths
}

function place({ label, image }: Truth): string {
  return `${label}/${image}`
}

/**
 * With five objects a recall of 3/5 is 0.6, while 6 * 0.1 is a little more: no class has a multiple of five,
 * nor have all that are pooled by mistake.
 */
function withClearCounts(truths: readonly Truth[], next: () => Truth): readonly Truth[] {
  const all = [...truths]
  for (;;) {
    const unclear = all.length > 0 && all.length % 5 === 0 ? all[0] : unclearAmong(all)
    if (unclear === undefined) return all
    all.push({ ...next(), label: unclear.label })
  }
}

/**
 * Of detections that lie anywhere, the same with most of them close to an object, of its class and in its
 * image: else nothing meets.
 */
export function meetingScene(random: Random, { detections, truths }: Scene): Scene {
  const objects = truths.map((truth) => ({ ...truth, box: boxInOrder(truth.box) }))
  const settled = detections.map((detection) => {
    const object = objects[random.int(0, 2 * objects.length)]
    if (object === undefined) return { ...detection, box: boxInOrder(detection.box) }
    return { ...object, score: detection.score, box: nudged(random, object.box) }
  })
  return { detections: settled, truths: objects }
}

/** Whether the statement allows it, and correct programs cannot differ by rounding. */
export function isClearScene({ detections, truths }: Scene): boolean {
  const inPlace = Map.groupBy(truths, place)
  const areForward = [...detections, ...truths].every(({ box: [x1, y1, x2, y2] }) => x1 <= x2 && y1 <= y2)
  return (
    areForward &&
    unclearAmong(truths) === undefined &&
    detections.every((detection) => isClearAmong(detection.box, inPlace.get(place(detection)) ?? []))
  )
}

/** No overlap within rounding of a threshold, and no two of those that count within rounding of each other. */
function isClearAmong(box: Box, rivals: readonly Truth[]): boolean {
  const near = rivals
    .map((rival) => ({ of: rival.box, iou: overlap(box, rival.box) }))
    .filter(({ iou }) => iou > 0.49)
  return near.every(
    ({ of, iou }, at) =>
      isClearOf(box, of, nearestThreshold(iou)) &&
      near.slice(0, at).every((other) => Math.abs(iou - other.iou) > 1e-5),
  )
}

/** As numpy.linspace rounds it. */
function nearestThreshold(iou: number): number {
  return 0.5 + 0.05 * Math.min(Math.round((iou - 0.5) / 0.05), 9)
}

/** One of a class that has as many. */
function unclearAmong(truths: readonly Truth[]): Truth | undefined {
  const classes = [...Map.groupBy(truths, ({ label }) => label).values()]
  return classes.find(({ length }) => length % 5 === 0)?.[0]
}

function drawBox(random: Random): Box {
  const [x, y] = [random.real() * 100, random.real() * 100]
  return [x, y, x + 8 + random.real() * 40, y + 8 + random.real() * 40].map(Math.fround) as unknown as Box
}

function shake(random: Random, [x1, y1, x2, y2]: Box, reach: number): Box {
  const by = (length: number) => (2 * random.real() - 1) * reach * length
  const [width, height] = [x2 - x1, y2 - y1]
  return [x1 + by(width), y1 + by(height), x2 + by(width), y2 + by(height)].map(Math.fround) as unknown as Box
}

function isClear(overlap: number): boolean {
  const nearest = Math.round(overlap * 20) / 20
  return Math.abs(overlap - nearest) > 1e-5 || overlap === 0
}
