import { isNumericField, isProse, type LineRole, roleOf } from './deck-line.ts'
import type { MarkedLine } from './mark-lines.ts'

/** A line with what stands around it. */
export interface DeckLine extends MarkedLine {
  readonly role: LineRole
  readonly isBehindBlank: boolean
  /** The line below. */
  readonly below: LineRole | undefined
  /** Whether a prompt stands below it, or below more lines of such fields. */
  readonly isAbovePrompt: boolean
  /** Whether a bracket stands in it, or in the text that goes on below. */
  readonly hasBracket: boolean
  /** The next one that is not blank. */
  readonly next: LineRole | undefined
}

export function surroundedLines(marked: readonly MarkedLine[]): readonly DeckLine[] {
  const roles = marked.map(({ kind, text }): LineRole => (kind === 'plain' ? roleOf(text) : OTHER[kind]))
  let next: LineRole | undefined
  let hasBracket = false
  let isAbovePrompt = false
  const ahead = roles.toReversed().map((role, at, reversed) => {
    const behind = next
    const below = reversed[at - 1]
    if (role.kind !== 'blank') next = role
    hasBracket = (behind?.kind === 'text' && hasBracket) || Boolean(marked.at(-1 - at)?.text.includes('['))
    isAbovePrompt = isPrompt(below) || (isOfCard(below) && isAbovePrompt)
    return { next: behind, hasBracket, isAbovePrompt }
  })
  return marked.map((line, at) => ({
    ...line,
    role: roles[at] ?? OTHER.comment,
    isBehindBlank: at === 0 || roles[at - 1]?.kind === 'blank',
    below: roles[at + 1],
    next: ahead.at(-1 - at)?.next,
    hasBracket: Boolean(ahead.at(-1 - at)?.hasBracket),
    isAbovePrompt: Boolean(ahead.at(-1 - at)?.isAbovePrompt),
  }))
}

const OTHER = { code: { kind: 'text' }, comment: { kind: 'blank' } } as const satisfies {
  readonly [kind: string]: LineRole
}

export function isPrompt(role: LineRole | undefined): boolean {
  return role?.kind === 'field' && (role.name === 'Q' || role.name === 'C')
}

/** A field that may as well stand above the prompt. */
export function isOfCard(role: LineRole | undefined): boolean {
  return role?.kind === 'field' && !isProse(role.name) && !isNumericField(role.name)
}
