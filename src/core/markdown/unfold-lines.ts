import { displayWidth } from '../display-width.ts'

/** A line break in a paragraph is a space, and nothing between two ideographs. Takes time linear in the text. */
export function unfoldLines(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/g, (gap, at: number) => {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + gap.length)]
    const joint = displayWidth(before) > 1 && displayWidth(after) > 1 ? '' : ' '
    return gap.replace(/(?<! ) *\n */g, joint)
  })
}
