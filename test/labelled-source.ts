import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wholeSource } from '../src/author/changed-submission.ts'

/** A labelled submission as a learner would have written it: `labelledSource('adam', 'wrong/uncorrected.ts')`. */
export function labelledSource(exercise: string, name: string): string {
  const path = join('graders', exercise, 'submissions', name)
  return wholeSource(path, readFileSync(path, 'utf8'))
}
