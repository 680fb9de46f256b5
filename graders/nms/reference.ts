import type { Nd } from '#kit'

/**
 * Greedy non-maximum suppression of boxes x1 y1 x2 y2, as torchvision.ops.nms: indices kept, by falling score (ties by index).
 * A box goes when its IoU with a kept one is above the threshold; a box that has gone suppresses nothing.
 */
export function nms(boxes: Nd<'f32'>, scores: Nd<'f32'>, threshold: number): Nd<'i32'> {
  const order = Uint32Array.from(scores.data, (_, index) => index).sort(
    (a, b) => (scores.data[b] as number) - (scores.data[a] as number) || a - b,
  )
  const kept: number[] = []
  for (const candidate of order) {
    if (!kept.some((better) => iou(boxes.data, 4 * better, 4 * candidate) > threshold)) kept.push(candidate)
  }
  return { shape: [kept.length], data: Int32Array.from(kept) }
}

/** Of the boxes that begin at `a` and `b`. 0 where they do not overlap, so two boxes without area have no 0 / 0. */
function iou(data: Float32Array, a: number, b: number): number {
  const left = Math.max(data[a] as number, data[b] as number)
  const right = Math.min(data[a + 2] as number, data[b + 2] as number)
  if (right <= left) return 0
  const top = Math.max(data[a + 1] as number, data[b + 1] as number)
  const bottom = Math.min(data[a + 3] as number, data[b + 3] as number)
  if (bottom <= top) return 0
  const intersection = (right - left) * (bottom - top)
  return intersection / (area(data, a) + area(data, b) - intersection)
}

function area(data: Float32Array, at: number): number {
  const width = (data[at + 2] as number) - (data[at] as number)
  return width * ((data[at + 3] as number) - (data[at + 1] as number))
}
