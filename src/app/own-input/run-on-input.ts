import { basename } from 'node:path'
import type { Exercise } from '../../core/exercise.ts'
import { fitInput } from '../../core/own-input/fit-input.ts'
import type { Spell } from '../../core/spell-names.ts'
import { unreachable } from '../../core/unreachable.ts'
import type { NamedValue } from '../../core/verdict.ts'
import { valuesOf } from '../../grader/cases/case.ts'
import { loadGrader } from '../../grader/cases/load-grader.ts'
import { supportFor } from '../../grader/languages/all-languages.ts'
import { type OneRun, type RunOutcome, runOnce } from '../../grader/run-once.ts'
import { spelledArgument, spelledValue, spellText } from '../../grader/words/spell-verdict.ts'
import type { Deps } from '../deps.ts'
import { graderRootFor } from '../own-grader/grader-root.ts'
import { toolPlaces } from '../tool-places.ts'
import { readSource, type Submission } from '../workspace.ts'
import { type ReadingOptions, readInputs } from './read-inputs.ts'

/** A submission that was run on an input of the learner's own, named as its language does. */
export interface OwnRun extends OneRun {
  readonly submission: Submission
  readonly inputs: readonly string[]
  readonly args: readonly NamedValue[]
  /** Undefined where nobody but the statement says what it allows. */
  readonly isAllowed: boolean | undefined
}

/**
 * Judges and records nothing. @param inputs as `readInputs` takes them
 * @throws Problem when a file cannot be read, the input does not fit or the language cannot be run
 */
export async function runOnInput(
  deps: Deps,
  submission: Submission,
  inputs: readonly string[],
  { stdin, signal }: Partial<Pick<ReadingOptions, 'stdin'>> & { readonly signal?: AbortSignal } = {},
): Promise<OwnRun> {
  const { exercise, language, path } = submission
  const { spell } = supportFor(language)
  const given = await readInputs(inputs, exercise.signature, { spell, stdin })
  const args = fitInput(given, exercise.signature, spell)
  const graderRoot = await graderRootFor(deps.folders, exercise)
  const { outcome, ...printed } = await runOnce({
    exercise,
    language,
    source: readSource(path),
    fileName: basename(path),
    args,
    graderRoot,
    ...toolPlaces(deps),
    signal,
  })
  const { valid } = await loadGrader(graderRoot, exercise)
  return {
    submission,
    inputs,
    args: args.map((one) => spelledArgument(one, spell)),
    isAllowed: valid?.(...valuesOf(args)),
    outcome: spelledOutcome(outcome, exercise, spell),
    ...printed,
  }
}

function spelledOutcome(outcome: RunOutcome, exercise: Exercise, spell: Spell): RunOutcome {
  switch (outcome.kind) {
    case 'returned':
      return {
        kind: 'returned',
        value: spelledValue(outcome.value, spell),
        remark: outcome.remark && spellText(outcome.remark, exercise, spell),
      }
    case 'odd':
      return { kind: 'odd', summary: spellText(outcome.summary, exercise, spell) }
    case 'failed':
      return outcome
    default:
      return unreachable(outcome)
  }
}
