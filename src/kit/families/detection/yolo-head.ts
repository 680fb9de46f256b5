import type { Random } from '../../../core/random.ts'
import { f32, type Nd } from '../../arrays.ts'

/*
 * An output map of YOLO: [A, 5+C, H, W], of which an anchor in a cell has 5 + C numbers. One of them at a
 * time, for wrong choices.
 */

export interface HeadCell {
  readonly anchor: number
  readonly row: number
  readonly column: number
  /** tx, ty, tw, th, objectness, classes. */
  readonly values: readonly number[]
}

/** In the order of anchors, rows and columns. @param layout 'channels last' where it is read as [A, H, W, 5+C] */
export function headCells({ shape, data }: Nd<'f32'>, layout?: 'channels last'): readonly HeadCell[] {
  const [anchors = 0, channels = 0, height = 0, width = 0] = shape
  const cells = height * width
  return Array.from({ length: anchors * cells }, (_, at) => {
    const [anchor, cell] = [Math.floor(at / cells), at % cells]
    const place = (channel: number) =>
      layout ? at * channels + channel : (anchor * channels + channel) * cells + cell
    const values = Array.from({ length: channels }, (__, channel) => data[place(channel)] ?? 0)
    return { anchor, row: Math.floor(cell / width), column: cell % width, values }
  })
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** Logits of a network that is being trained, on a small grid. */
export function drawHead(random: Random): Nd<'f32'> {
  const [anchors, classes] = [random.int(1, 3), random.int(1, 4)]
  const [height, width] = [random.int(1, 4), random.int(1, 4)]
  const scale = random.pick([1, 2, 5])
  return f32([anchors, 5 + classes, height, width], () => scale * random.normal())
}
