import type { Assignment } from '../../core/assign-exercise.ts'
import { type Binding, type CommonEvent, go } from '../frame/key-table.ts'

/** None where every card that the exercise needs is stable. */
export function reviewMissing({
  exercise,
  missing,
}: Pick<Assignment, 'exercise' | 'missing'>): readonly Binding<CommonEvent>[] {
  if (missing.length === 0) return []
  const options = {
    decks: [],
    exercise: exercise.id,
    newCards: undefined,
    limit: undefined,
    mode: 'scheduled',
  } as const
  return [
    {
      keys: ['n'],
      help: { en: 'review its cards now', zh: '现在复习所需卡片' },
      event: go({ kind: 'review', options }),
    },
  ]
}
