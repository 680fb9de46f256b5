import type { Text } from '../../core/locale.ts'

export const CASE: Text = { en: 'Case', zh: '用例' }
/** The two sides of a comparison. */
export const EXPECTED: Text = { en: 'expected', zh: '期望' }
export const GOT: Text = { en: 'got', zh: '实际' }
