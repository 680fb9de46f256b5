import { compareWithAccepted } from '../../app/compare-with-accepted.ts'
import { findSubmission } from '../../app/find-submission.ts'
import type { Language } from '../../core/exercise.ts'
import { diffFields } from '../../output/json/diff-json.ts'
import { diffText } from '../../ui/plain/diff-text.ts'
import { openDeps } from '../open-deps.ts'
import { hasColour, print, printJson } from '../print.ts'

/** Shows what changed since the last accepted submission. */
export async function diff(
  what: string | undefined,
  { lang, json }: { readonly lang?: Language | undefined; readonly json?: boolean },
): Promise<void> {
  const deps = await openDeps()
  const comparison = compareWithAccepted(deps, findSubmission(deps, what, lang))
  if (json) return printJson(diffFields(comparison, deps.now()))
  print(diffText(deps, comparison, hasColour()))
}
