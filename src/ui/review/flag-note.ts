import type { Text } from '../../core/locale.ts'
import { EDITING_KEYS, NEVER_MIND } from '../frame/field-keys.ts'
import type { Binding } from '../frame/key-table.ts'
import type { TypingEvent } from '../frame/typed-line.ts'

/** Before the field for what is wrong with a card. */
export const FLAG_NOTE: Text = { en: 'Note (or none)', zh: '备注（可不填）' }

export const FLAG_IT: Text = { en: 'flag it', zh: '加旗标' }

/** Of the card in sight. */
export const UNFLAG: Binding<{ readonly kind: 'unflag' }> = {
  keys: ['f'],
  help: { en: 'take the flag away', zh: '去掉旗标' },
  event: { kind: 'unflag' },
}

/** Before the note of a card that has one. */
export const FLAG_NAME: Text = { en: 'Flag', zh: '旗标' }

type NoteEvent = { readonly kind: 'flag' | 'give-up' } | TypingEvent

/** While a note is being typed in a review. */
export const NOTE_KEYS: readonly Binding<NoteEvent>[] = [
  { keys: ['enter'], help: FLAG_IT, event: { kind: 'flag' } },
  NEVER_MIND,
  ...EDITING_KEYS,
]
