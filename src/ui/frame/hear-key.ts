import { HELP_KEYS, SCROLL_KEYS } from '../help/help-view.ts'
import type { Stage } from '../stage.ts'
import type { ComposedFrame, FrameView } from './compose-frame.ts'
import { type Binding, bindingFor, type CommonEvent } from './key-table.ts'
import type { Machine } from './machine.ts'
import type { Pressed } from './read-keys.ts'
import type { ScreenPlan } from './screen-plan.ts'

export interface FrameKeys<State, Event extends { readonly kind: string }> {
  readonly plan: ScreenPlan<State, Event>
  readonly machine: Machine<State>
  readonly stage: Stage
  readonly view: Machine<FrameView>
  /** The frame as it would be drawn now. */
  readonly compose: () => ComposedFrame
}

/** A key goes to the screen's table, then to what scrolls, then to what is typed. */
export function hearKey<State, Event extends { readonly kind: string }>(
  { name, text }: Pressed,
  keys: FrameKeys<State, Event>,
): void {
  const { plan, machine, stage, view } = keys
  if (stage.machine.get().notice) stage.say(undefined)
  const { isHelpOpen } = view.get()
  const table: readonly Binding<Event | CommonEvent>[] = isHelpOpen ? HELP_KEYS : plan.keys(machine.get())
  const event = bindingFor(table, name)?.event
  if (event !== undefined) stage.attempt(() => hearEvent(event, keys))
  else if (!scroll(name, keys) && !isHelpOpen && text !== undefined) typeText(text, keys)
}

export function typeText<State, Event extends { readonly kind: string }>(
  text: string,
  { plan, machine, stage, view }: Omit<FrameKeys<State, Event>, 'compose'>,
): void {
  if (!view.get().isHelpOpen) stage.attempt(() => plan.type?.(text, machine, stage))
}

function hearEvent<State, Event extends { readonly kind: string }>(
  event: Event | CommonEvent,
  { plan, machine, stage, view }: FrameKeys<State, Event>,
): void | Promise<void> {
  if (!isCommon(event)) return plan.hear(event, machine, stage)
  switch (event.kind) {
    case 'help':
      return view.set({ isHelpOpen: !view.get().isHelpOpen, scroll: 0, bodyKey: '' })
    case 'language':
      return stage.switchLocale()
    case 'leave':
      return stage.leave()
  }
}

function isCommon(event: { readonly kind: string }): event is CommonEvent {
  return event.kind === 'help' || event.kind === 'language' || event.kind === 'leave'
}

/** Whether the key scrolled: only where there is something to scroll. */
function scroll<State, Event extends { readonly kind: string }>(
  name: string,
  { view, compose }: FrameKeys<State, Event>,
): boolean {
  const event = bindingFor(SCROLL_KEYS, name)?.event
  const frame = compose()
  if (event === undefined || frame.lastScroll === 0) return false
  const distance = event.sign * (event.by === 'page' ? Math.max(1, frame.page - 1) : 1)
  const wanted = Math.max(0, Math.min(frame.lastScroll, frame.scroll + distance))
  view.set({ ...view.get(), scroll: wanted, bodyKey: frame.bodyKey })
  return true
}
