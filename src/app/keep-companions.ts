import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rewriteOrMake } from '../disk/rewrite-or-make.ts'
import { textIfThere } from '../disk/text-if-there.ts'
import { supportFor } from '../grader/languages/all-languages.ts'
import type { Companion } from '../grader/protocol/language.ts'
import type { Deps } from './deps.ts'
import type { Submission } from './workspace.ts'

/**
 * Puts what an editor reads beside the learner's file, and brings it up to date. What begins with another
 * line is the learner's own, and stays.
 */
export function keepCompanions(
  { folders }: Pick<Deps, 'folders'>,
  { exercise, language, path }: Submission,
): void {
  const { companions, harnessFile } = supportFor(language)
  const harness = join(folders.graders, '_harness', harnessFile)
  for (const companion of companions(exercise)) {
    const beside = join(dirname(path), companion.name)
    const [text, found] = [textOf(companion, harness), textIfThere(beside)]
    if (found === undefined || (found !== text && firstLine(found) === firstLine(text))) {
      rewriteOrMake(beside, text)
    }
  }
}

function textOf(companion: Companion, harness: string): string {
  return companion.kind === 'text' ? companion.text : readFileSync(join(harness, companion.name), 'utf8')
}

function firstLine(text: string): string | undefined {
  return text.split('\n', 1)[0]
}
