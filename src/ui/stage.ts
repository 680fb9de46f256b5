import type { Deps } from '../app/deps.ts'
import { settingsIn } from '../app/deps.ts'
import type { Place } from '../app/edit-card.ts'
import { type Locale, otherLocale } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { createMachine, type Machine } from './frame/machine.ts'
import type { Notice } from './messages/notices.ts'
import { type OpenScreen, openScreen, type Screen } from './screen.ts'

export interface StageState {
  readonly shown: OpenScreen
  readonly locale: Locale
  readonly notice: Notice | undefined
}

/** What ink lends while it holds the terminal. */
export interface Terminal {
  readonly exit: (error?: unknown) => void
  readonly suspendTerminal: (callback: () => Promise<void>) => Promise<void>
}

/** What every screen shares: where the learner is, in which language, and on what the use cases work. */
export interface Stage {
  readonly machine: Machine<StageState>
  readonly deps: () => Deps
  readonly go: (screen: Screen) => void
  /** Back to the screen before, or out of the program. */
  readonly leave: () => void
  /** Keeps the language as the setting. */
  readonly switchLocale: () => void
  readonly say: (notice: Notice | undefined) => void
  /** Lends the terminal to the editor. */
  readonly edit: (place: Place) => Promise<void>
  /** Reads decks and exercises again, as they now are. */
  readonly readContent: () => Promise<void>
  /** Does something that may fail: a Problem is told, a bug ends the program. */
  readonly attempt: (action: () => void | Promise<void>) => void
  readonly attach: (terminal: Terminal) => void
}

export type RunEditor = (place: Place) => Promise<void>

export function createStage(initial: Deps, start: Screen, runEditor: RunEditor): Stage {
  let deps = initial
  let terminal: Terminal | undefined
  let trail: readonly Screen[] = [start]
  const machine = createMachine<StageState>({
    shown: openScreen(deps, start),
    locale: settingsIn(deps).locale,
    notice: undefined,
  })
  const update = (change: Partial<StageState>) => machine.set({ ...machine.get(), ...change })

  function show(next: readonly Screen[]): void {
    const last = next.at(-1)
    if (last === undefined) {
      terminal?.exit()
      return
    }
    update({ shown: openScreen(deps, last) })
    trail = next
  }

  function fail(error: unknown): void {
    if (error instanceof Problem) {
      update({ notice: { tone: 'bad', text: error.line } })
    } else {
      terminal?.exit(error instanceof Error ? error : new Error(String(error)))
    }
  }

  return {
    machine,
    deps: () => deps,
    go: (screen) => show([...trail, screen]),
    leave: () => show(trail.slice(0, -1)),
    switchLocale: () => {
      const locale = otherLocale(machine.get().locale)
      deps.store.configure('locale', locale, deps.now())
      update({ locale })
    },
    say: (notice) => update({ notice }),
    edit: async (place) => terminal?.suspendTerminal(() => runEditor(place)),
    readContent: async () => {
      deps = { ...deps, content: await deps.readContent() }
    },
    attempt: (action) => {
      try {
        action()?.catch(fail)
      } catch (error) {
        fail(error)
      }
    },
    attach: (lent) => {
      terminal = lent
    },
  }
}
