import type { Text } from '../../core/locale.ts'
import type { Binding } from './key-table.ts'

/** Moves the mark of a list by so many rows, as far as there are any. */
export interface MoveEvent {
  readonly kind: 'move'
  readonly by: number
}

/** The row of so many that is marked where one is wanted that there need not be. */
export function rowWithin(wanted: number, rows: number): number {
  return Math.max(0, Math.min(rows - 1, wanted))
}

const FAR = 10

/** In every list in which one row is marked. */
export const MOVE_KEYS: readonly Binding<MoveEvent>[] = [
  { keys: ['down', 'j'], help: { en: 'down', zh: '下移' }, event: { kind: 'move', by: 1 } },
  { keys: ['up', 'k'], help: { en: 'up', zh: '上移' }, event: { kind: 'move', by: -1 } },
  moveFar('pagedown', FAR, { en: 'ten down', zh: '下移十行' }),
  moveFar('pageup', -FAR, { en: 'ten up', zh: '上移十行' }),
  moveFar('home', -Infinity, { en: 'to the first', zh: '到第一行' }),
  moveFar('end', Infinity, { en: 'to the last', zh: '到最后一行' }),
]

function moveFar(key: string, by: number, help: Text): Binding<MoveEvent> {
  return { keys: [key], help, event: { kind: 'move', by }, onlyInHelp: true }
}
