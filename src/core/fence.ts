/**
 * The marks of a line that opens fenced code. Backticks that are closed in their own line are code within it
 * (CommonMark 4.5).
 */
export function openingFence(line: string): string | undefined {
  const match = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line)
  return match?.[1] ?? match?.[2]
}

/**
 * Within a line three backticks with a space behind them are spoken of, as in "``` opens code": whatever else
 * has three has no space there.
 */
export function isFenceNamed(text: string): boolean {
  return /^`{3,}[ \t](?!`)/.test(text)
}

export function closesFence(line: string, marks: string): boolean {
  const found = line.trim()
  return found.startsWith(marks) && found === marks.charAt(0).repeat(found.length)
}

/**
 * The marks of the code that is open behind a line, given those of the code that was open before it. In a
 * list code is indented.
 */
export function fenceAfter(line: string, open: string | undefined): string | undefined {
  if (open === undefined) return openingFence(line.trimStart())
  return closesFence(line, open) ? undefined : open
}
