import { hash } from 'node:crypto'
import { type CardId, cardId } from '../../../core/ids.ts'
import { noteOfGuid } from '../note-guid.ts'

/**
 * The note of ours that goes by a guid: our own that comes back, or one whose id follows from it.
 * @param part counted from nought
 */
export function noteIdOf(guid: string, part: number): CardId {
  const own = noteOfGuid(guid)
  if (own !== undefined && part === 0) return own
  const id = cardId(part === 0 ? `anki/n${digestOf(guid)}` : `anki/n${digestOf(guid)}-${part + 1}`)
  if (id === undefined) throw new Error(`No id follows from ${guid}`)
  return id
}

function digestOf(guid: string): string {
  return BigInt(`0x${hash('sha1', guid).slice(0, 24)}`).toString(36)
}
