import { LOCALES } from '../core/locale.ts'
import { supportFor } from '../grader/languages/all-languages.ts'
import { withoutComments } from '../grader/protocol/code-text.ts'
import type { Submission } from './workspace.ts'

/** Comments may have been added; in either human language, for the setting may have changed since it was written. */
export function isStarter({ exercise, language }: Submission, source: string): boolean {
  const { starter, lexis } = supportFor(language)
  const code = withoutComments(source, lexis)
  return LOCALES.some((locale) => code === withoutComments(starter(exercise, locale), lexis))
}
