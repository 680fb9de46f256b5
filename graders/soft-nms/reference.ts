import type { Nd } from '#kit'

export interface SoftNmsResult {
  readonly index: Nd<'i32'>
  readonly score: Nd<'f32'>
}

/** Soft-NMS with the Gaussian penalty: in each round the best box is chosen, and the others lose by how much they overlap it. */
export function softNms(
  boxes: Nd<'f32'>,
  scores: Nd<'f32'>,
  sigma: number,
  scoreThreshold: number,
): SoftNmsResult {
  const chosen: Candidate[] = []
  let left: readonly Candidate[] = Array.from(scores.data, (score, index) => ({ index, score }))
  for (;;) {
    left = left.filter(({ score }) => score >= scoreThreshold)
    const [first, ...others] = left
    if (first === undefined) break
    const best = others.reduce((one, other) => (other.score > one.score ? other : one), first)
    chosen.push(best)
    left = left
      .filter((one) => one !== best)
      .map(({ index, score }) => {
        const overlap = iou(boxes.data, 4 * best.index, 4 * index)
        return { index, score: score * Math.exp(-(overlap ** 2) / sigma) }
      })
  }
  return {
    index: { shape: [chosen.length], data: Int32Array.from(chosen, ({ index }) => index) },
    score: { shape: [chosen.length], data: Float32Array.from(chosen, ({ score }) => score) },
  }
}

interface Candidate {
  readonly index: number
  readonly score: number
}

function iou(data: Float32Array, a: number, b: number): number {
  const [ax1, ay1, ax2, ay2] = data.subarray(a) as unknown as [number, number, number, number]
  const [bx1, by1, bx2, by2] = data.subarray(b) as unknown as [number, number, number, number]
  const width = Math.max(Math.min(ax2, bx2) - Math.max(ax1, bx1), 0)
  const height = Math.max(Math.min(ay2, by2) - Math.max(ay1, by1), 0)
  const shared = width * height
  // Lest two boxes without area give 0 / 0.
  return shared && shared / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - shared)
}
