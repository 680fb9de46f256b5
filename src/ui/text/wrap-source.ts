import { displayWidth, splitGraphemes } from '../../core/display-width.ts'

/** What is left of a long line of a program stands this much further in. */
const FURTHER_IN = 4

/**
 * A line of a program in as many as it takes: broken at spaces, the rest behind the indentation; inside a
 * word only where it must.
 */
export function wrapSource(line: string, width: number): readonly string[] {
  const room = Math.max(8, width)
  const indent = /^ */.exec(line)?.[0].length ?? 0
  const further = ' '.repeat(Math.min(indent + FURTHER_IN, Math.floor(room / 2)))
  const lines: string[] = []
  let left = line
  while (displayWidth(left) > room) {
    const head = headOf(left, room, lines.length === 0 ? indent : further.length)
    lines.push(head.trimEnd())
    left = further + left.slice(head.length).trimStart()
  }
  return [...lines, left]
}

/** As much as fits, up to a space if there is one behind the indentation. */
function headOf(text: string, width: number, indent: number): string {
  let head = ''
  for (const cluster of splitGraphemes(text)) {
    if (displayWidth(head + cluster) > width) break
    head += cluster
  }
  const space = text[head.length] === ' ' ? head.length : head.lastIndexOf(' ')
  return space > indent ? head.slice(0, space) : head
}
