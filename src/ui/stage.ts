import { type Deps, settingsIn } from '../app/deps.ts'
import { switchLocale } from '../app/switch-locale.ts'
import { aroundIn } from './frame/around.ts'
import { type ComposedFrame, composeFrame, TOP } from './frame/compose-frame.ts'
import type { OpenScreen } from './frame/define-screen.ts'
import type { Destination } from './frame/destination.ts'
import { HELP_KEYS } from './frame/help-page.ts'
import { bindingFor, type CommonEvent, type Pressed, STOP } from './frame/key-table.ts'
import { leavingLines } from './frame/leaving.ts'
import type { Notice } from './frame/notice.ts'
import { scrolledBy } from './frame/scroll-page.ts'
import { isTooSmall, type WindowSize } from './frame/window-size.ts'
import { openScreen } from './screens.ts'
import { holdState } from './stage-state.ts'
import { createStagehands, type RunEditor, type Terminal } from './stagehands.ts'
import type { Line } from './text/line.ts'
import { createWalk } from './walk-screens.ts'

/** The screens as whoever has the terminal sees them: keys go in, and frames come out. */
export interface Stage {
  readonly frame: (size: WindowSize) => ComposedFrame
  readonly hear: (pressed: Pressed, size: WindowSize) => void
  /** A pasted text, which is never taken for keys. */
  readonly type: (text: string, size: WindowSize) => void
  readonly subscribe: (listener: () => void) => () => void
  /** Another number whenever the frame may be another. */
  readonly version: () => number
  readonly attach: (terminal: Terminal) => void
  /** From now on screens begin what they do without keys. */
  readonly begin: () => void
  readonly destination: () => Destination
  /** The program has ended. */
  readonly close: () => void
  /** What stays in the terminal when the program has ended. */
  readonly leavings: (size: WindowSize) => readonly Line[]
}

export function createStage(initial: Deps, start: Destination, runEditor: RunEditor): Stage {
  const { deps, attempt, perform, exit, stop, hasLent, attach } = createStagehands(initial, {
    runEditor,
    tell: (notice) => update({ notice }),
  })
  const held = holdState({
    destination: start,
    trail: [],
    shown: open(start),
    past: [],
    view: TOP,
    locale: settingsIn(initial).locale,
    notice: undefined,
  })
  const { now, update } = held
  const { goTo, leave } = createWalk(held, open, exit)

  /** Of what a screen has to say later, nobody hears who has left it. */
  function open(destination: Destination): OpenScreen {
    const changed = (notice: Notice | undefined) => update(notice && screen === now().shown ? { notice } : {})
    const screen = openScreen(destination, { deps, perform, hearCommon, changed })
    return screen
  }

  function hear({ name, text }: Pressed, size: WindowSize): void {
    if (STOP.keys.includes(name)) {
      stop()
      return
    }
    // Whoever does not see the screen must not answer on it.
    if (isTooSmall(size)) return
    if (now().notice) update({ notice: undefined })
    const { shown, view } = now()
    if (text !== undefined && !view.isHelpOpen && shown.hasField()) {
      shown.type(text)
      return
    }
    const isTaken = view.isHelpOpen ? pressInHelp(name) : shown.press(name)
    if (!isTaken) scroll(name, size)
  }

  function type(text: string, size: WindowSize): void {
    const { shown, view } = now()
    if (!view.isHelpOpen && !isTooSmall(size)) shown.type(text)
  }

  function pressInHelp(name: string): boolean {
    const event = bindingFor(HELP_KEYS, name)?.event
    if (event) hearCommon(event)
    return event !== undefined
  }

  function hearCommon(event: CommonEvent): void {
    switch (event.kind) {
      case 'help':
        update({ view: { ...TOP, isHelpOpen: !now().view.isHelpOpen } })
        break
      case 'language':
        update({ locale: switchLocale(deps()) })
        break
      case 'go':
        goTo(event.to)
        break
      case 'stop':
        stop()
        break
      case 'leave':
        leave()
    }
  }

  function scroll(name: string, size: WindowSize): void {
    const { bodyKey, ...frame } = compose(size)
    const scrolled = scrolledBy(name, frame)
    if (scrolled !== undefined) update({ view: { ...now().view, scroll: scrolled, bodyKey } })
  }

  function compose(size: WindowSize): ComposedFrame {
    const { shown, view, locale, notice } = now()
    return composeFrame({ screen: shown, view, locale, notice, size, now: deps().now() })
  }

  function leavings(size: WindowSize): readonly Line[] {
    const { shown, past, locale } = now()
    const around = aroundIn(size, locale, deps().now())
    return leavingLines([...past, shown].flatMap((screen) => screen.leaves(around) ?? []))
  }

  /** What comes together with the key that lends the terminal is meant for whoever then has it. */
  function listen(action: () => void): void {
    if (!hasLent()) attempt(action)
  }

  return {
    frame: compose,
    hear: (pressed, size) => listen(() => hear(pressed, size)),
    type: (text, size) => listen(() => type(text, size)),
    subscribe: held.subscribe,
    version: held.version,
    attach,
    begin: () => {
      if (held.hasBegun()) return
      held.begin()
      now().shown.begin()
      update()
    },
    destination: () => now().destination,
    close: () => {
      now().shown.leave()
      now().shown.close()
    },
    leavings,
  }
}
