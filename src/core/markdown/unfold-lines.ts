import { displayWidth } from '../display-width.ts'

/** A line break in a paragraph is a space, and nothing between two ideographs. */
export function unfoldLines(text: string): string {
  return text.replace(/[ ]*\n[ ]*/g, (_, at: number, whole: string) => {
    const before = whole.slice(0, at).trimEnd().at(-1) ?? ''
    const after = whole.slice(at).trimStart().at(0) ?? ''
    return displayWidth(before) > 1 && displayWidth(after) > 1 ? '' : ' '
  })
}
