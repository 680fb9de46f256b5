import type { Problem } from '../../core/problem.ts'
import type { Around } from '../frame/around.ts'
import type { Line } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'

/** Why a submission could not be run at all, and what to do. */
export function problemLines({ texts }: Problem, around: Around): readonly Line[] {
  return [...paragraph(around, texts.message, 'bad'), ...paragraph(around, texts.remedy)]
}
