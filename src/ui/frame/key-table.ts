import type { KeyHelp, Messages } from '../messages/messages.ts'
import { type Line, lineWidth, run } from '../text/line.ts'

/** One line of a screen's key table. Handler, footer and help follow from it. */
export interface Binding<Event> {
  /** The first is the one that is shown. */
  readonly keys: readonly [string, ...string[]]
  readonly help: KeyHelp
  readonly event: Event
  /** Where the footer has no room for it, or the screen shows it elsewhere. */
  readonly onlyInHelp?: true
}

/** What every screen understands. */
export type CommonEvent = { readonly kind: 'help' | 'language' | 'leave' }

export const HELP = {
  keys: ['?', 'f1'],
  help: 'help',
  event: { kind: 'help' },
} as const satisfies Binding<CommonEvent>
export const LANGUAGE = {
  keys: ['l'],
  help: 'language',
  event: { kind: 'language' },
} as const satisfies Binding<CommonEvent>
export const LEAVE = {
  keys: ['q', 'escape'],
  help: 'leave',
  event: { kind: 'leave' },
} as const satisfies Binding<CommonEvent>

export const COMMON_KEYS = [LANGUAGE, HELP, LEAVE] as const

/** The first line that has the key: a screen puts its own before the common ones. */
export function bindingFor<Event>(table: readonly Binding<Event>[], key: string): Binding<Event> | undefined {
  return table.find(({ keys }) => keys.includes(key))
}

/** `space reveal  u undo  …` in as many lines as it takes. */
export function footerLines(
  table: readonly Binding<unknown>[],
  messages: Messages,
  width: number,
): readonly Line[] {
  const lines: Line[] = []
  let current: Line = []
  for (const binding of table.filter(({ onlyInHelp }) => !onlyInHelp)) {
    const hint = [
      run(keyLabel(binding.keys[0], messages), 'key'),
      run(` ${messages.keyHelp[binding.help]}`, 'hint'),
    ]
    if (current.length > 0 && lineWidth(current) + 2 + lineWidth(hint) > width) {
      lines.push(current)
      current = []
    }
    current = current.length === 0 ? hint : [...current, run('  '), ...hint]
  }
  return current.length === 0 ? lines : [...lines, current]
}

export function keyLabel(key: string, { keyNames }: Messages): string {
  return Object.hasOwn(keyNames, key) ? keyNames[key as keyof typeof keyNames] : key
}
