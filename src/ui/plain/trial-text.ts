import type { Deps } from '../../app/deps.ts'
import type { OwnRun } from '../../app/own-input/run-on-input.ts'
import { BLANK } from '../text/line.ts'
import { trialLines } from '../trial/trial-lines.ts'
import { plainAround, plainText, titleLine } from './plain-text.ts'

export function trialText(deps: Deps, own: OwnRun): string {
  const { exercise, language } = own.submission
  const around = plainAround(deps)
  return plainText([titleLine(exercise, language, around), BLANK, ...trialLines(own, around)])
}
