import { type CardId, cardId } from '../core/ids.ts'

/** The id of a note without one of its own: it holds as long as its prompt and its deck's name are not changed. */
export function deriveId(deck: string, prompt: string): CardId {
  const id = cardId(`${slugOf(deck)}/x${hash(prompt.replace(/\s+/g, ' '))}`)
  if (id === undefined) throw new TypeError(`A deck's name makes no slug: ${deck}`)
  return id
}

/** Whether a note may go by this without having it written. */
export function isDerived(note: string): boolean {
  return /\/x[0-9a-z]{1,13}$/.test(note)
}

function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug || `deck-${hash(name)}`
}

/** 64-bit FNV-1a (Fowler, Noll & Vo) in base 36: short, and the same for ever. */
function hash(text: string): string {
  let state = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) {
    state = BigInt.asUintN(64, (state ^ BigInt(byte)) * 0x100000001b3n)
  }
  return state.toString(36)
}
