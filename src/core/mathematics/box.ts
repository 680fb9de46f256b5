import { displayWidth } from '../display-width.ts'
import { sum } from '../sum.ts'

/** A rectangle of terminal cells: every line is `width` columns wide (a Chinese character takes two). */
export interface MathBox {
  readonly lines: readonly string[]
  readonly width: number
  /** The line that stands level with the text beside the box. */
  readonly baseline: number
}

export function textBox(text: string): MathBox {
  return { lines: [text], width: displayWidth(text), baseline: 0 }
}

/** Side by side, level at their baselines. */
export function beside(boxes: readonly MathBox[]): MathBox {
  const above = Math.max(0, ...boxes.map((box) => box.baseline))
  const below = Math.max(0, ...boxes.map((box) => box.lines.length - 1 - box.baseline))
  const lines = Array.from({ length: above + below + 1 }, (_, row) =>
    boxes.map((box) => box.lines[row - above + box.baseline] ?? ' '.repeat(box.width)).join(''),
  )
  return { lines, width: sum(boxes.map((box) => box.width)), baseline: above }
}

/** One above the other, centred. @param level the index of the box whose baseline is the stack's */
export function stacked(boxes: readonly MathBox[], level: number): MathBox {
  const width = Math.max(0, ...boxes.map((box) => box.width))
  const above = sum(boxes.slice(0, level).map((box) => box.lines.length))
  return {
    lines: boxes.flatMap((box) => aligned(box, width, 'centre').lines),
    width,
    baseline: above + (boxes[level]?.baseline ?? 0),
  }
}

export function aligned(box: MathBox, width: number, align: 'left' | 'centre' | 'right'): MathBox {
  const free = Math.max(width - box.width, 0)
  const before = align === 'left' ? 0 : align === 'right' ? free : free >> 1
  const lines = box.lines.map((line) => ' '.repeat(before) + line + ' '.repeat(free - before))
  return { lines, width: box.width + free, baseline: box.baseline }
}
