import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Exercise } from '../../core/exercise.ts'
import { formatInput } from '../../core/own-input/format-input.ts'
import type { NamedValue, Verdict } from '../../core/verdict.ts'
import { textIfThere } from '../../disk/text-if-there.ts'
import { authorFaultOf, inCase } from '../../grader/cases/author-fault.ts'
import { type AnyGrader, loadGrader } from '../../grader/cases/load-grader.ts'
import { nameArgs } from '../../grader/cases/name-args.ts'
import { supportFor } from '../../grader/languages/all-languages.ts'
import { spelledArgument } from '../../grader/words/spell-verdict.ts'
import type { Deps } from '../deps.ts'
import { graderRootFor } from '../own-grader/grader-root.ts'
import { graderProblem } from '../own-grader/try-grader.ts'
import { type Submission, submissionPath, writeInWorkspace } from '../workspace.ts'

/** Where the learner's own input to an exercise lies: beside its starter. */
export function inputPath(deps: Deps, submission: Submission): string {
  return join(folderOf(deps, submission), 'input.json')
}

/** The case that the last submission failed, if it failed one. */
function failingPath(deps: Deps, submission: Submission): string {
  return join(folderOf(deps, submission), 'failing-case.json')
}

function folderOf(deps: Deps, { exercise, language }: Submission): string {
  return dirname(submissionPath(deps, exercise.id, language))
}

/**
 * Writes an input to begin with, unless the learner has made one of it: the case that failed last, else one
 * of the exercise's own.
 */
export async function provideInput(deps: Deps, submission: Submission): Promise<string> {
  const path = inputPath(deps, submission)
  const [failing, own] = [textIfThere(failingPath(deps, submission)), await ownCase(deps, submission)]
  const there = textIfThere(path)
  if (there === undefined || there === own) writeInWorkspace(path, failing ?? own)
  return path
}

async function ownCase(deps: Deps, { exercise, language }: Submission): Promise<string> {
  const grader = await loadGrader(await graderRootFor(deps.folders, exercise), exercise)
  const { spell } = supportFor(language)
  return formatInput(firstCase(grader, exercise).map((one) => spelledArgument(one, spell)))
}

function firstCase({ cases }: AnyGrader, exercise: Exercise): readonly NamedValue[] {
  const { name, args } = cases[0] ?? { name: { en: 'the first', zh: '第一个' }, args: [] }
  try {
    return inCase(name, 'grader.ts', () => nameArgs(exercise, args))
  } catch (error) {
    const fault = authorFaultOf(error)
    throw fault ? graderProblem(fault) : error
  }
}

/** Larger ones are of no use to a reader. */
const MOST_LETTERS = 200_000

/**
 * Keeps the failing case of a verdict for who wants to run on it; that of the verdict before goes, and an
 * input which was just that.
 */
export function keepFailingCase(deps: Deps, submission: Submission, verdict: Verdict): void {
  const [path, input] = [failingPath(deps, submission), inputPath(deps, submission)]
  const before = textIfThere(path)
  if (before !== undefined && textIfThere(input) === before) rmSync(input)
  rmSync(path, { force: true })
  const args = argumentsIn(verdict)
  const text = args.length === 0 ? '' : formatInput(args)
  if (text !== '' && text.length <= MOST_LETTERS) writeInWorkspace(path, text)
}

function argumentsIn(verdict: Verdict): readonly NamedValue[] {
  return ('failure' in verdict && verdict.failure?.args) || []
}
