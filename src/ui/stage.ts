import { type Deps, settingsIn } from '../app/deps.ts'
import { switchLocale } from '../app/switch-locale.ts'
import { type Locale, sayIn } from '../core/locale.ts'
import { type ComposedFrame, composeFrame, type FrameView, TOP } from './frame/compose-frame.ts'
import type { OpenScreen } from './frame/define-screen.ts'
import type { Destination } from './frame/destination.ts'
import { HELP_KEYS } from './frame/help-page.ts'
import { bindingFor, type CommonEvent, type Pressed, STOP } from './frame/key-table.ts'
import { leavingLines } from './frame/leaving.ts'
import type { Notice } from './frame/notice.ts'
import { scrolledBy } from './frame/scroll-page.ts'
import { isTooSmall, textWidth, type WindowSize, windowWidth } from './frame/window-size.ts'
import { openScreen } from './screens.ts'
import { createStagehands, type RunEditor, type Terminal } from './stagehands.ts'
import type { Line } from './text/line.ts'

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

/** What all screens share. */
interface StageState {
  readonly destination: Destination
  /** Where the learner was before, the latest last. */
  readonly trail: readonly Left[]
  readonly shown: OpenScreen
  /** What was shown before, as it was left. */
  readonly past: readonly OpenScreen[]
  readonly view: FrameView
  readonly locale: Locale
  readonly notice: Notice | undefined
}

/** A screen to which the learner may come back. */
interface Left {
  readonly destination: Destination
  readonly screen: OpenScreen
}

const SECOND_MS = 1000

export function createStage(initial: Deps, start: Destination, runEditor: RunEditor): Stage {
  const { deps, attempt, perform, exit, stop, attach } = createStagehands(initial, {
    runEditor,
    tell: (notice) => update({ notice }),
  })
  const listeners = new Set<() => void>()
  let hasBegun = false
  let version = 0
  let tick: NodeJS.Timeout | undefined
  // Not React's: of keys that arrive in one burst each sees what the one before has made.
  let state: StageState = {
    destination: start,
    trail: [],
    shown: open(start),
    past: [],
    view: TOP,
    locale: settingsIn(initial).locale,
    notice: undefined,
  }

  function update(change: Partial<StageState> = {}): void {
    state = { ...state, ...change }
    version++
    clearTimeout(tick)
    if (hasBegun && state.shown.hasClock()) tick = setTimeout(update, SECOND_MS).unref()
    for (const listener of listeners) listener()
  }

  /** Of what a screen has to say later, nobody hears who has left it. */
  function open(destination: Destination): OpenScreen {
    const changed = (notice: Notice | undefined) => update(notice && screen === state.shown ? { notice } : {})
    const screen = openScreen(destination, { deps, perform, hearCommon, changed })
    return screen
  }

  function show(destination: Destination, trail: readonly Left[]): void {
    turnTo(open(destination), destination, trail)
    if (hasBegun) state.shown.begin()
  }

  function turnTo(shown: OpenScreen, destination: Destination, trail: readonly Left[]): void {
    update({ destination, trail, shown, past: [...state.past, state.shown], view: TOP })
  }

  function goTo(destination: Destination): void {
    show(destination, [...state.trail, { destination: state.destination, screen: state.shown }])
  }

  function hear({ name, text }: Pressed, size: WindowSize): void {
    if (STOP.keys.includes(name)) {
      stop()
      return
    }
    // Whoever does not see the screen must not answer on it.
    if (isTooSmall(size)) return
    if (state.notice) update({ notice: undefined })
    const { isHelpOpen } = state.view
    if (text !== undefined && !isHelpOpen && state.shown.hasField()) {
      state.shown.type(text)
      return
    }
    const isTaken = isHelpOpen ? pressInHelp(name) : state.shown.press(name)
    if (isTaken || scroll(name, size) || isHelpOpen || text === undefined) return
    state.shown.type(text)
  }

  function pressInHelp(name: string): boolean {
    const event = bindingFor(HELP_KEYS, name)?.event
    if (event) hearCommon(event)
    return event !== undefined
  }

  function hearCommon(event: CommonEvent): void {
    switch (event.kind) {
      case 'help':
        update({ view: { ...TOP, isHelpOpen: !state.view.isHelpOpen } })
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

  /** To the screen before, or out of the program. */
  function leave(): void {
    const before = state.trail.at(-1)
    const trail = state.trail.slice(0, -1)
    if (before === undefined) exit()
    else if (before.screen.goOn()) turnTo(before.screen, before.destination, trail)
    else show(before.destination, trail)
  }

  /** Whether the key scrolled. */
  function scroll(name: string, size: WindowSize): boolean {
    const { bodyKey, ...frame } = compose(size)
    const scrolled = scrolledBy(name, frame)
    if (scrolled !== undefined) update({ view: { ...state.view, scroll: scrolled, bodyKey } })
    return scrolled !== undefined
  }

  function compose(size: WindowSize): ComposedFrame {
    const { shown, view, locale, notice } = state
    return composeFrame({ screen: shown, view, locale, notice, size, now: deps().now() })
  }

  function leavings(size: WindowSize): readonly Line[] {
    const { shown, past, locale } = state
    const widths = { width: textWidth(size), windowWidth: windowWidth(size) }
    const around = { locale, say: sayIn(locale), ...widths, now: deps().now() }
    return leavingLines([...past, shown].flatMap((screen) => screen.leaves(around) ?? []))
  }

  return {
    frame: compose,
    hear: (pressed, size) => attempt(() => hear(pressed, size)),
    type: (text, size) =>
      attempt(() => (state.view.isHelpOpen || isTooSmall(size) ? undefined : state.shown.type(text))),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    version: () => version,
    attach,
    begin: () => {
      if (hasBegun) return
      hasBegun = true
      state.shown.begin()
      update()
    },
    destination: () => state.destination,
    close: () => state.shown.close(),
    leavings,
  }
}
