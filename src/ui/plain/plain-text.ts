import { type Deps, settingsIn } from '../../app/deps.ts'
import type { Exercise, Language } from '../../core/exercise.ts'
import { sayIn, type Text, verbatim } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import { imageRows } from '../frame/window-size.ts'
import { type Line, line, printable } from '../text/line.ts'
import { type Manner, paragraph } from '../text/paragraph.ts'
import { paint } from '../theme/theme.ts'
import { aside, enumerate, join } from '../words/punctuation.ts'

/** That of a terminal of the least usual size. */
const ROOM = { width: 80, windowWidth: 80, imageRows: imageRows({ rows: 24 }) }

/** How plain output is drawn: in the language of the setting. */
export function plainAround(deps: Deps): Around {
  const { locale } = settingsIn(deps)
  return { locale, say: sayIn(locale), ...ROOM, now: deps.now() }
}

/** The exercise, and what the command knows it by. */
export function titleLine({ title, id }: Exercise, language: Language, { say }: Around): Line {
  return line(say(join(title, aside(enumerate([verbatim(id), verbatim(language)])))))
}

/** Texts one below the other. */
export function toldText(manner: Manner, texts: readonly Text[]): string {
  return plainText(texts.flatMap((text) => paragraph(manner, text)))
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
