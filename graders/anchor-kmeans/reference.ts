import type { Nd } from '#kit'

type Size = readonly [width: number, height: number]

/** So many rounds of k-means with the distance 1 - IoU of boxes on one corner; a centre without sizes stays. */
export function anchorKmeans(sizes: Nd<'f32'>, k: number, initial: Nd<'f32'>, iterations: number): Nd<'f32'> {
  const boxes = rows(sizes)
  let centres = rows(initial)
  for (let round = 0; round < iterations; round++) {
    const clusters = Map.groupBy(boxes, (box) => nearest(box, centres))
    centres = centres.map((centre, at) => mean(clusters.get(at)) ?? centre)
  }
  return { shape: [k, 2], data: Float32Array.from(centres.flat()) }
}

function rows({ shape, data }: Nd<'f32'>): readonly Size[] {
  return Array.from({ length: shape[0] as number }, (_, at): Size => {
    const [width, height] = data.subarray(2 * at) as unknown as Size
    return [width, height]
  })
}

/** Of equal ones the first. */
function nearest(box: Size, centres: readonly Size[]): number {
  const overlaps = centres.map((centre) => iou(box, centre))
  return overlaps.indexOf(Math.max(...overlaps))
}

function iou([w, h]: Size, [cw, ch]: Size): number {
  const shared = Math.min(w, cw) * Math.min(h, ch)
  return shared / (w * h + cw * ch - shared)
}

function mean(boxes: readonly Size[] | undefined): Size | undefined {
  if (boxes === undefined) return undefined
  const [width, height] = boxes.reduce(([w, h], [width, height]) => [w + width, h + height])
  return [width / boxes.length, height / boxes.length]
}
