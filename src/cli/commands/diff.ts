import { compareWithAccepted } from '../../app/compare-with-accepted.ts'
import { findSubmission } from '../../app/workspace.ts'
import type { Language } from '../../core/exercise.ts'
import { diffText } from '../../ui/plain/diff-text.ts'
import { openDeps } from '../open-deps.ts'
import { hasColour, print } from '../print.ts'

/** Shows what changed since the last accepted submission. */
export async function diff(
  what: string | undefined,
  { lang }: { readonly lang?: Language | undefined },
): Promise<void> {
  const deps = await openDeps()
  const comparison = compareWithAccepted(deps, findSubmission(deps, what, lang))
  print(diffText(deps, comparison, hasColour()))
}
