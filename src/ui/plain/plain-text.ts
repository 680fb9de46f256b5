import type { Deps } from '../../app/deps.ts'
import { settingsIn } from '../../app/deps.ts'
import type { Exercise, Language } from '../../core/exercise.ts'
import type { Around } from '../frame/screen-plan.ts'
import { messagesIn } from '../messages/messages.ts'
import { type Line, line, printable } from '../text/line.ts'
import { paint } from '../theme.ts'

/** As wide as a terminal is at least. */
const WIDTH = 80

/** How plain output is drawn: in the language of the setting. */
export function plainAround(deps: Deps): Around {
  const { locale } = settingsIn(deps)
  return { locale, messages: messagesIn(locale), width: WIDTH, now: deps.now() }
}

/** The exercise, and what the command knows it by. */
export function titleLine({ title, id }: Exercise, language: Language, { locale, messages }: Around): Line {
  const { aside, comma } = messages.punctuation
  return line(title[locale] + aside(id + comma + language))
}

/** Lines as text; with colour only where it was asked for. */
export function plainText(lines: readonly Line[], colour = false): string {
  return lines
    .map((runs) =>
      printable(runs)
        .map(({ text, tone }) => (colour ? paint(text, tone, true) : text))
        .join('')
        .trimEnd(),
    )
    .join('\n')
}
