import { structuredPatch } from 'diff'
import type { AcceptedComparison } from '../../app/compare-with-accepted.ts'
import type { Deps } from '../../app/deps.ts'
import { dateOf, studyDayOf } from '../../core/day.ts'
import type { Text } from '../../core/locale.ts'
import { type Line, line } from '../text/line.ts'
import { visibleControls } from '../text/visible-controls.ts'
import type { Tone } from '../theme/theme.ts'
import { plainAround, plainText } from './plain-text.ts'

/** What changed since the last accepted submission, as a unified diff; or one line that says why there is none. */
export function diffText(
  deps: Deps,
  { submission, now, accepted }: AcceptedComparison,
  colour: boolean,
): string {
  const { say } = plainAround(deps)
  const { exercise, language, path } = submission
  if (accepted === undefined) return say(neverAccepted(exercise.id, language))
  const day = dateOf(studyDayOf({ at: accepted.at, offsetMin: deps.now().offsetMin }))
  if (accepted.source === now) return say(sameAs(path, day))
  const { hunks } = structuredPatch('', '', accepted.source, now)
  const lines: readonly Line[] = [
    line(`--- ${say(acceptedOn(day))}`, 'bad'),
    line(`+++ ${visibleControls(path)}`, 'good'),
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: changed }) => [
      line(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, 'hint'),
      ...changed.map((text) => line(visibleControls(text), TONES[text[0] ?? ' '])),
    ]),
  ]
  return plainText(lines, colour)
}

const TONES: { readonly [sign: string]: Tone } = { '+': 'good', '-': 'bad', '\\': 'hint' }

function neverAccepted(id: string, language: string): Text {
  return {
    en: `Nothing was accepted yet for ${id} in ${language}: there is nothing to compare with.`,
    zh: `${id} 还没有通过的 ${language} 提交，没有可比较的内容。`,
  }
}

function sameAs(path: string, date: string): Text {
  return {
    en: `${path} is what was accepted on ${date}: no difference.`,
    zh: `${path} 与 ${date} 通过的提交相同，没有差异。`,
  }
}

function acceptedOn(date: string): Text {
  return { en: `accepted ${date}`, zh: `${date} 通过` }
}
