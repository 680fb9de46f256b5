import type { Diagnosis } from '../../core/verdict.ts'
import { DEPENDS_ON_EARLIER } from '../words/sentences.ts'

const EARLIER: Diagnosis['mistakes'][number] = {
  id: 'earlier-calls',
  message: DEPENDS_ON_EARLIER,
  cards: [],
}

/** Of no exercise's rules: what is kept from one call to the next. */
export const EARLIER_CALLS: Diagnosis = { ...EARLIER, mistakes: [EARLIER] }
