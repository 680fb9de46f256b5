import type { Binding } from '../frame/key-table.ts'

/** Beside `MORE_BY_KEY`. */
export const TEN_MORE: Binding<{ readonly kind: 'more' }> = {
  keys: ['m'],
  help: { en: 'ten more', zh: '再来十张' },
  event: { kind: 'more' },
}
