import { structuredPatch } from 'diff'
import type { Comparison } from '../../app/compare-with-accepted.ts'
import type { Deps } from '../../app/deps.ts'
import { dateOf, studyDayOf } from '../../core/day.ts'
import { type Line, line } from '../text/line.ts'
import { visibleControls } from '../text/visible-controls.ts'
import type { Tone } from '../theme.ts'
import { plainAround, plainText } from './plain-text.ts'

/** What changed since the last accepted submission, as a unified diff; or one line that says why there is none. */
export function diffText(deps: Deps, { submission, now, accepted }: Comparison, colour: boolean): string {
  const { diff } = plainAround(deps).messages
  const { exercise, language, path } = submission
  if (accepted === undefined) return diff.neverAccepted(exercise.id, language)
  const day = dateOf(studyDayOf({ at: accepted.at, offsetMin: deps.now().offsetMin }))
  if (accepted.source === now) return diff.same(path, day)
  const { hunks } = structuredPatch('', '', accepted.source, now)
  const lines: readonly Line[] = [
    line(`--- ${diff.accepted(day)}`, 'bad'),
    line(`+++ ${visibleControls(path)}`, 'good'),
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: changed }) => [
      line(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, 'hint'),
      ...changed.map((text) => line(visibleControls(text), TONES[text[0] ?? ' '])),
    ]),
  ]
  return plainText(lines, colour)
}

const TONES: { readonly [sign: string]: Tone } = { '+': 'good', '-': 'bad', '\\': 'hint' }
