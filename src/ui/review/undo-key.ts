import type { Binding } from '../frame/key-table.ts'

/** Takes the latest change of a card back. */
export const UNDO: Binding<{ readonly kind: 'undo' }> = {
  keys: ['u'],
  help: { en: 'undo', zh: '撤销' },
  event: { kind: 'undo' },
}
