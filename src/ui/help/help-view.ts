import { type Binding, type CommonEvent, keyLabel } from '../frame/key-table.ts'
import type { Picture } from '../frame/picture.ts'
import type { Around } from '../frame/screen-plan.ts'
import type { Messages } from '../messages/messages.ts'
import { BLANK, hang, type Line, line, lineWidth, run, spaces } from '../text/line.ts'
import { wrap } from '../text/wrap.ts'

interface ScrollEvent {
  readonly kind: 'scroll'
  readonly by: 'line' | 'page'
  readonly sign: 1 | -1
}

/** What scrolls a text; heard by the frame on every screen. */
export const SCROLL_KEYS: readonly Binding<ScrollEvent>[] = [
  { keys: ['j', 'down'], help: 'scrollDown', event: { kind: 'scroll', by: 'line', sign: 1 } },
  { keys: ['k', 'up'], help: 'scrollUp', event: { kind: 'scroll', by: 'line', sign: -1 } },
  { keys: ['pagedown'], help: 'pageDown', event: { kind: 'scroll', by: 'page', sign: 1 } },
  { keys: ['pageup'], help: 'pageUp', event: { kind: 'scroll', by: 'page', sign: -1 } },
]

export const HELP_KEYS: readonly Binding<CommonEvent>[] = [
  { keys: ['q', 'escape', '?', 'enter', 'space', 'f1'], help: 'closeHelp', event: { kind: 'help' } },
  { keys: ['l'], help: 'language', event: { kind: 'language' } },
]

/** The keys of the screen below, from its own table, and how the program works. */
export function drawHelp(table: readonly Binding<unknown>[], { messages, width }: Around): Picture {
  const { help } = messages
  return {
    title: line(help.title, 'title'),
    aside: [],
    body: [
      line(help.keys, 'heading'),
      ...keyLines(table, messages, width),
      BLANK,
      line(help.scrolling, 'heading'),
      ...keyLines(SCROLL_KEYS, messages, width),
      BLANK,
      line(help.about, 'heading'),
      ...help.text.flatMap((text) => hang([run('• ', 'hint')], wrap([run(text)], width - 2))),
    ],
    bodyKey: 'help',
    pinned: [],
  }
}

function keyLines(table: readonly Binding<unknown>[], messages: Messages, width: number): readonly Line[] {
  const rows = table.map(({ keys, help }) => ({
    keys: run(keys.map((key) => keyLabel(key, messages)).join(', '), 'key'),
    help: messages.keyHelp[help],
  }))
  const column = Math.min(26, Math.max(...rows.map((row) => lineWidth([row.keys]))) + 2)
  return rows.flatMap((row) => {
    const prefix = [spaces(2), row.keys, spaces(Math.max(2, column - lineWidth([row.keys])))]
    return hang(prefix, wrap([run(row.help)], width - lineWidth(prefix)))
  })
}
