import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Deps } from '../../src/app/deps.ts'
import { type Content, contentOf, shelve } from '../../src/content/content.ts'
import { parseDeck } from '../../src/content/parse-deck.ts'
import { DAY_MS, type Moment } from '../../src/core/day.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'

export interface TestDeps extends Deps {
  readonly clock: { at: number }
  /** The same database through another connection, as a second process has it. */
  readonly again: () => Deps
}

export const NOON = Date.UTC(2026, 10, 24, 12)

/** A real store in a folder of its own, decks given as Markdown, and a clock that the test moves. */
export function openTestDeps(decks: { readonly [name: string]: string }): TestDeps {
  const home = mkdtempSync(join(tmpdir(), 'anneal-test-'))
  const database = join(home, 'anneal.db')
  const clock = { at: NOON }
  const content = parsed(decks)
  const open = (): Deps => {
    const store = createStore(openDatabase(database))
    onTestFinished(() => void store.close())
    return {
      store,
      content,
      readContent: async () => content,
      machine: { locale: 'en', workspace: join(home, 'workspace') },
      folders: {
        builtIn: 'dist',
        graders: 'dist/graders',
        decks: join(home, 'decks'),
        exercises: join(home, 'exercises'),
        ownGraders: join(home, 'graders'),
        backups: join(home, 'backups'),
        cache: join(home, 'cache'),
        home,
      },
      now: (): Moment => ({ at: clock.at, offsetMin: 0 }),
    }
  }
  const deps = open()
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  return { ...deps, clock, again: open }
}

export function daysLater(deps: TestDeps, days: number): void {
  deps.clock.at += days * DAY_MS
}

function parsed(decks: { readonly [name: string]: string }): Content {
  const read = Object.entries(decks).map(([name, text]) => parseDeck(text, `${name}.md`))
  return contentOf(
    read.map(({ deck }) => shelve(deck)),
    [],
    read.flatMap(({ faults }) => faults),
  )
}
