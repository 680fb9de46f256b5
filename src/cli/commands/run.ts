import { buffer } from 'node:stream/consumers'
import { settingsIn } from '../../app/deps.ts'
import { findSubmission } from '../../app/find-submission.ts'
import { provideInput } from '../../app/own-input/offer-input.ts'
import { runOnInput } from '../../app/own-input/run-on-input.ts'
import type { Language } from '../../core/exercise.ts'
import { runFields } from '../../output/json/run-json.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'

export interface RunFlags {
  readonly input?: readonly string[] | undefined
  readonly lang?: Language | undefined
  readonly json?: boolean | undefined
}

const EXIT_FAILED = 1

/** Runs the learner's file on an input of their own, and judges nothing. */
export async function run(what: string | undefined, { input, lang, json }: RunFlags): Promise<void> {
  const deps = await openDeps()
  const submission = findSubmission(deps, what, lang)
  const inputs = input ?? [await provideInput(deps, submission)]
  const stdin = inputs.some((word) => /^(?:\w+=)?-$/.test(word)) ? await buffer(process.stdin) : undefined
  const own = await runOnInput(deps, submission, inputs, { stdin })
  if (json) printJson(runFields(own, settingsIn(deps).locale))
  else print((await import('../../ui/plain/trial-text.ts')).trialText(deps, own))
  if (own.outcome.kind !== 'returned') process.exitCode = EXIT_FAILED
}
