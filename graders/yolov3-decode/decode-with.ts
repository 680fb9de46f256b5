import { f32, type HeadCell, headCells, sigmoid } from '#kit'
import type { yolov3Decode } from './reference.ts'

type Grid = Record<'height' | 'width' | 'stride', number>
type Pair = readonly [number, number]
type Four = readonly [number, number, number, number]

interface Choices {
  readonly offset?: (raw: number) => number
  readonly cell?: (at: HeadCell, grid: Grid) => Pair
  /** What the centre is multiplied by. */
  readonly unit?: (grid: Grid) => Pair
  /** What becomes of the place within the cell. */
  readonly inCell?: 'not scaled'
  readonly size?: (raw: number, anchor: number, grid: Grid) => number
  readonly anchor?: (given: Pair) => Pair
  readonly objectness?: (raw: number) => number
  readonly classes?: (raw: readonly number[], objectness: number) => readonly number[]
  readonly channels?: (given: Four) => Four
  readonly form?: (box: Four) => Four
  readonly rows?: (one: HeadCell, other: HeadCell) => number
  readonly layout?: 'channels last' | 'reshaped'
}

/** YOLOv3's decoding with one thing of each kind changed, or as it should be. */
export function decodeWith(choices: Choices): typeof yolov3Decode {
  const { rows = () => 0, objectness = sigmoid, classes = (raw) => raw.map(sigmoid) } = choices
  return (t, anchors, stride) => {
    const [, channels = 0, height = 0, width = 0] = t.shape
    const isReshaped = choices.layout === 'reshaped'
    const decoded = headCells(t, choices.layout === 'channels last' ? choices.layout : undefined)
      .toSorted(rows)
      .flatMap((cell) => {
        const sides = anchors.data.subarray(2 * cell.anchor, 2 * cell.anchor + 2)
        const box = boxOf(cell, [sides[0] ?? 0, sides[1] ?? 0], { height, width, stride }, choices)
        const object = objectness(cell.values[4] ?? 0)
        return [[...box, object, ...classes(cell.values.slice(5), object)]]
      })
    return f32(
      [decoded.length, channels],
      (isReshaped ? channelsFirst(decoded, height * width) : decoded).flat(),
    )
  }
}

/** The rows of each anchor as its map has them: channel after channel. */
function channelsFirst(rows: readonly (readonly number[])[], cells: number): readonly (readonly number[])[] {
  return Array.from({ length: rows.length / cells }, (_, anchor) => {
    const own = rows.slice(anchor * cells, (anchor + 1) * cells)
    return (own[0] ?? []).flatMap((_value, channel) => own.map((row) => row[channel] ?? 0))
  })
}

function boxOf(at: HeadCell, sides: Pair, grid: Grid, choices: Choices): Four {
  const { offset = sigmoid, cell = ({ row, column }) => [column, row], form = (box) => box } = choices
  const { unit = ({ stride }) => [stride, stride], anchor = (given) => given } = choices
  const { size = (raw, side) => side * Math.exp(raw) } = choices
  const { channels = (given) => given } = choices
  const [tx, ty, tw, th] = channels(at.values.slice(0, 4) as unknown as Four)
  const [[left, top], [ux, uy], [width, height]] = [cell(at, grid), unit(grid), anchor(sides)]
  return form([
    choices.inCell ? left * ux + offset(tx) : (left + offset(tx)) * ux,
    choices.inCell ? top * uy + offset(ty) : (top + offset(ty)) * uy,
    size(tw, width, grid),
    size(th, height, grid),
  ])
}
