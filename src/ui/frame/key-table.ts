import { type Say, type Text, verbatim } from '../../core/locale.ts'
import { type Line, lineWidth, run } from '../text/line.ts'
import type { Destination } from './destination.ts'

export interface Pressed {
  /** A character, or the name of a key: `space`, `enter`, `up`. */
  readonly name: string
  /** What it would write. */
  readonly text: string | undefined
}

/** One line of a screen's key table. Handler, footer and help follow from it. */
export interface Binding<Event> {
  /** The first is the one that is shown. */
  readonly keys: readonly [string, ...string[]]
  readonly help: Text
  readonly event: Event
  /** Where the footer has no room for it, or the screen shows it elsewhere. */
  readonly onlyInHelp?: true
}

/** What is the same on every screen. */
export type CommonEvent =
  | { readonly kind: 'help' | 'language' | 'leave' | 'stop' }
  | { readonly kind: 'go'; readonly to: Destination }

export const HELP: Binding<CommonEvent> = {
  keys: ['?'],
  help: { en: 'help', zh: '帮助' },
  event: { kind: 'help' },
}
export const LANGUAGE: Binding<CommonEvent> = {
  keys: ['l'],
  help: { en: '中文', zh: 'English' },
  event: { kind: 'language' },
}
export const LEAVE: Binding<CommonEvent> = {
  keys: ['q', 'escape'],
  help: { en: 'leave', zh: '返回' },
  event: { kind: 'leave' },
}

/** Heard everywhere, also in a field. */
export const STOP: Binding<CommonEvent> = {
  keys: ['ctrl-z'],
  help: { en: 'to the shell; `fg` leads back', zh: '回到 shell，用 `fg` 返回' },
  event: { kind: 'stop' },
  onlyInHelp: true,
}

/** For a key that leads to another screen; `leave` there leads back. */
export function go(to: Destination): CommonEvent {
  return { kind: 'go', to }
}

export const COMMON_KEYS: readonly Binding<CommonEvent>[] = [LANGUAGE, HELP, LEAVE, STOP]

export function isCommon(event: { readonly kind: string }): event is CommonEvent {
  return ['help', 'language', 'leave', 'stop', 'go'].includes(event.kind)
}

/** The first line that has the key: a screen puts its own before the common ones. */
export function bindingFor<Event>(table: readonly Binding<Event>[], key: string): Binding<Event> | undefined {
  return table.find(({ keys }) => keys.includes(key))
}

/** Each line with the keys that lead to it: those of an earlier one are heard there. */
export function heardLines<Event>(table: readonly Binding<Event>[]): readonly Binding<Event>[] {
  const taken = new Set<string>()
  return table.flatMap((binding) => {
    const [first, ...rest] = binding.keys.filter((key) => !taken.has(key))
    for (const key of binding.keys) taken.add(key)
    return first === undefined ? [] : [{ ...binding, keys: [first, ...rest] }]
  })
}

/** `space reveal  u undo  …`; where that takes more lines, what help names too gives way: the last first. */
export function footerLines(
  table: readonly Binding<unknown>[],
  say: Say,
  width: number,
  mostLines: number,
): readonly Line[] {
  let shown = heardLines(table).filter(({ onlyInHelp }) => !onlyInHelp)
  for (;;) {
    const lines = hintLines(shown, say, width)
    const last = shown.findLastIndex((binding) => !leadsOn(binding))
    if (lines.length <= mostLines || last < 1) return lines.slice(0, mostLines)
    shown = shown.toSpliced(last, 1)
  }
}

/** To help, or out. By its kind: each part of the built program has bindings of its own. */
function leadsOn({ event }: Binding<unknown>): boolean {
  const { kind } = event as { readonly kind?: unknown }
  return kind === HELP.event.kind || kind === LEAVE.event.kind
}

function hintLines(bindings: readonly Binding<unknown>[], say: Say, width: number): readonly Line[] {
  const lines: Line[] = []
  let current: Line = []
  for (const { keys, help } of bindings) {
    const hint = [run(say(keyLabel(keys[0])), 'key'), run(` ${say(help)}`, 'hint')]
    if (current.length > 0 && lineWidth(current) + 2 + lineWidth(hint) > width) {
      lines.push(current)
      current = []
    }
    current = current.length === 0 ? hint : [...current, run('  '), ...hint]
  }
  return current.length === 0 ? lines : [...lines, current]
}

/** What stands on the key, for a key that has a name. */
export function keyLabel(key: string): Text {
  return KEY_LABELS[key] ?? verbatim(key)
}

const KEY_LABELS: { readonly [key: string]: Text } = {
  space: { en: 'space', zh: '空格' },
  enter: { en: 'enter', zh: '回车' },
  escape: verbatim('esc'),
  backspace: { en: 'backspace', zh: '退格' },
  delete: verbatim('del'),
  up: verbatim('↑'),
  down: verbatim('↓'),
  left: verbatim('←'),
  right: verbatim('→'),
  pageup: verbatim('page up'),
  pagedown: verbatim('page down'),
}
