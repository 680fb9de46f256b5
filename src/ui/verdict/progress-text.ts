import type { Messages } from '../messages/messages.ts'
import type { Progress } from './verdict-state.ts'

/** What the judge is at. Undefined before it has begun. */
export function progressText(progress: Progress | undefined, { verdict }: Messages): string {
  switch (progress?.kind) {
    case undefined:
      return verdict.starting
    case 'cases':
      return verdict.casesDone(progress.done, progress.total)
    case 'budget':
      return verdict.measuring(progress.label ?? verdict.withReference, progress.pairs)
  }
}
