import type { Nd } from '#kit'

/**
 * As pycocotools: by falling score (ties by index) each detection takes the free object that it overlaps most, if the IoU is at least the
 * threshold; of equals, the last. 1 for a detection that has taken one.
 */
export function matchDetections(
  boxes: Nd<'f32'>,
  scores: Nd<'f32'>,
  truths: Nd<'f32'>,
  threshold: number,
): Nd<'u8'> {
  const order = Array.from(scores.data.keys()).sort(
    (a, b) => (scores.data[b] as number) - (scores.data[a] as number),
  )
  const free = new Map(rows(truths).entries())
  const flags = new Uint8Array(order.length)
  const detections = rows(boxes)
  for (const at of order) {
    const object = bestFor(detections[at] as Corners, free, threshold)
    if (object === undefined) continue
    free.delete(object)
    flags[at] = 1
  }
  return { shape: [order.length], data: flags }
}

type Corners = readonly [x1: number, y1: number, x2: number, y2: number]

function rows({ shape, data }: Nd<'f32'>): readonly Corners[] {
  return Array.from({ length: shape[0] as number }, (_, at) => {
    const [x1, y1, x2, y2] = data.subarray(4 * at)
    return [x1, y1, x2, y2] as unknown as Corners
  })
}

function bestFor(box: Corners, free: ReadonlyMap<number, Corners>, threshold: number): number | undefined {
  let [best, bestOverlap]: [number | undefined, number] = [undefined, threshold]
  for (const [object, corners] of free) {
    const overlap = iou(box, corners)
    if (overlap >= bestOverlap) [best, bestOverlap] = [object, overlap]
  }
  return best
}

function iou([ax1, ay1, ax2, ay2]: Corners, [bx1, by1, bx2, by2]: Corners): number {
  const width = Math.max(0, Math.min(ax2, bx2) - Math.max(ax1, bx1))
  const height = Math.max(0, Math.min(ay2, by2) - Math.max(ay1, by1))
  const shared = width * height
  // Two boxes without area give 0 / 0, which is not at least any threshold.
  return shared / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - shared)
}
