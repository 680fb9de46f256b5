import type { Say, Text } from '../../core/locale.ts'
import type { Tone } from '../theme/theme.ts'
import { type Line, run } from './line.ts'
import { wrap } from './wrap.ts'

/** How a text is shown. */
export interface Manner {
  readonly say: Say
  readonly width: number
}

/** A text in as many lines as it takes. */
export function paragraph({ say, width }: Manner, text: Text, tone?: Tone): readonly Line[] {
  return wrap([run(say(text), tone)], width)
}
