/** A text as it is compared: capitals and full-width letters are like the others. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/**
 * Whether a folded text holds the pattern somewhere: as in Anki `*` stands for anything and `_` for one
 * character, behind `\` for themselves.
 */
export function containing(pattern: string): (text: string) => boolean {
  const parts = partsOf(pattern)
  return (text) => endOf(parts, text, 0) !== undefined
}

/** Whether a folded text is the pattern from end to end. */
export function matching(pattern: string): (text: string) => boolean {
  const [first = ANYTHING, ...rest] = partsOf(pattern)
  const last = rest.pop()
  if (last === undefined) return (text) => text.length === first.lengthAt(text, 0)
  return (text) => {
    const start = first.lengthAt(text, 0)
    const end = start === undefined ? undefined : endOf(rest, text, start)
    return end !== undefined && last.endsAtLeastBehind(text, end)
  }
}

/** What stands between two stars. */
interface Part {
  /** Where its first place at or behind `from` ends. */
  readonly endIn: (text: string, from: number) => number | undefined
  /** How long it is where it stands right there. */
  readonly lengthAt: (text: string, at: number) => number | undefined
  /** Whether the text ends with it, behind a place. */
  readonly endsAtLeastBehind: (text: string, from: number) => boolean
}

function partsOf(pattern: string): readonly Part[] {
  return splitAtStars(fold(pattern)).map((characters) =>
    characters.some(({ isAny }) => isAny) ? loosePart(characters) : plainPart(characters),
  )
}

interface PatternCharacter {
  readonly text: string
  readonly isAny: boolean
}

function splitAtStars(pattern: string): readonly (readonly PatternCharacter[])[] {
  const parts: PatternCharacter[][] = [[]]
  for (const [written] of pattern.matchAll(/\\[\\*_"():-]|./gsu)) {
    if (written === '*') parts.push([])
    else parts.at(-1)?.push({ text: written.replace(/^\\(?=.)/su, ''), isAny: written === '_' })
  }
  return parts
}

function plainPart(characters: readonly PatternCharacter[]): Part {
  const part = characters.map(({ text }) => text).join('')
  return {
    endIn(text, from) {
      const at = text.indexOf(part, from)
      return at < 0 ? undefined : at + part.length
    },
    lengthAt: (text, at) => (text.startsWith(part, at) ? part.length : undefined),
    endsAtLeastBehind: (text, from) => text.length - part.length >= from && text.endsWith(part),
  }
}

const ANYTHING = plainPart([])

function loosePart(characters: readonly PatternCharacter[]): Part {
  const source = characters
    .map(({ text, isAny }) => (isAny ? '.' : text.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')))
    .join('')
  const [search, stick, end] = [
    new RegExp(source, 'gsu'),
    new RegExp(source, 'ysu'),
    new RegExp(`${source}$`, 'gsu'),
  ]
  return {
    endIn: (text, from) => lastIndex(search, text, from),
    lengthAt(text, at) {
      const found = lastIndex(stick, text, at)
      return found === undefined ? undefined : found - at
    },
    endsAtLeastBehind: (text, from) => lastIndex(end, text, from) !== undefined,
  }
}

function lastIndex(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/**
 * Where the last of some parts ends, each as early behind the one before as it can be: no pattern costs more
 * than one pass.
 */
function endOf(parts: readonly Part[], text: string, from: number): number | undefined {
  let end: number | undefined = from
  for (const part of parts) {
    end = part.endIn(text, end)
    if (end === undefined) return undefined
  }
  return end
}
