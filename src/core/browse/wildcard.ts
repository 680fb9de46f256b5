/** A text as it is compared: capitals and full-width letters are like the others. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Whether a folded text holds the pattern somewhere; `*` stands for anything. */
export function containing(pattern: string): (text: string) => boolean {
  const parts = partsOf(pattern)
  return (text) => endOf(parts, text, 0) !== undefined
}

/** Whether a folded text is the pattern from end to end. */
export function matching(pattern: string): (text: string) => boolean {
  const [first = '', ...rest] = partsOf(pattern)
  const last = rest.pop()
  if (last === undefined) return (text) => text === first
  return (text) => {
    const end = text.startsWith(first) ? endOf(rest, text, first.length) : undefined
    return end !== undefined && text.length - last.length >= end && text.endsWith(last)
  }
}

function partsOf(pattern: string): string[] {
  return fold(pattern).split('*')
}

/** Where the last of some parts ends, each as early behind the one before as it can be: no pattern costs more than one pass. */
function endOf(parts: readonly string[], text: string, from: number): number | undefined {
  let end = from
  for (const part of parts) {
    const at = text.indexOf(part, end)
    if (at < 0) return undefined
    end = at + part.length
  }
  return end
}
