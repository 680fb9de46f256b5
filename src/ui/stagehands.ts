import type { Deps } from '../app/deps.ts'
import type { FilePlace, PlaceInDeck } from '../app/edit-card.ts'
import { Problem } from '../core/problem.ts'
import type { Notice } from './frame/notice.ts'
import type { SideEffect } from './frame/screen.ts'

/** What ink lends while it holds the terminal. */
export interface Terminal {
  readonly exit: (error?: unknown) => void
  readonly suspendTerminal: (callback: () => Promise<void>) => Promise<void>
  readonly stopProcess: () => Promise<void>
}

export type RunEditor = (place: FilePlace) => Promise<void>

/** They do what screens want done and what is no state of theirs. */
export interface Stagehands {
  readonly perform: <Event>(effect: SideEffect<Event>, hear: (event: Event) => void) => void
  /** Does something that may fail: a Problem is told, a bug ends the program. */
  readonly attempt: (action: () => void | Promise<void>) => void
  readonly deps: () => Deps
  readonly attach: (terminal: Terminal) => void
  readonly exit: () => void
  /** Until the shell lets the program go on. */
  readonly stop: () => void
  /** Whether another program has the terminal. */
  readonly hasLent: () => boolean
}

export interface StagehandOptions {
  readonly runEditor: RunEditor
  readonly tell: (notice: Notice) => void
}

export function createStagehands(initial: Deps, { runEditor, tell }: StagehandOptions): Stagehands {
  let deps = initial
  let terminal: Terminal | undefined
  let isLent = false

  function attempt(action: () => void | Promise<void>): void {
    try {
      action()?.catch(fail)
    } catch (error) {
      fail(error)
    }
  }

  function fail(error: unknown): void {
    if (error instanceof Problem) tell({ tone: 'bad', text: error.line })
    else terminal?.exit(error instanceof Error ? error : new Error(String(error)))
  }

  async function lend(use: () => Promise<void>): Promise<void> {
    isLent = true
    try {
      await terminal?.suspendTerminal(use)
    } finally {
      isLent = false
    }
  }

  function edit(place: FilePlace): Promise<void> {
    return lend(() => runEditor(place))
  }

  async function editDeck(place: PlaceInDeck): Promise<void> {
    try {
      await edit(place)
    } finally {
      place.dropUnchanged()
    }
    deps = { ...deps, content: await deps.readContent() }
  }

  function begin<Event>(effect: SideEffect<Event>, hear: (event: Event) => void): Promise<void> {
    switch (effect.kind) {
      case 'edit':
        return edit({ path: effect.path, line: 1 }).then(() => hear(effect.after))
      case 'edit-deck':
        return editDeck(effect.place).then(() => hear(effect.after))
      case 'work':
        return effect.work(deps, hear)
    }
  }

  return {
    perform: (effect, hear) => attempt(() => begin(effect, hear)),
    attempt,
    deps: () => deps,
    attach: (lent) => {
      terminal = lent
    },
    exit: () => terminal?.exit(),
    stop: () => attempt(() => lend(async () => terminal?.stopProcess())),
    hasLent: () => isLent,
  }
}
