import { resolve } from 'node:path'
import type { Content } from '../content/content.ts'
import type { Moment } from '../core/day.ts'
import { schedulerFor } from '../core/parameters-by-scope.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { ParameterScope } from '../core/scheduling-parameters.ts'
import { type MachineDefaults, type Settings, settingsOf } from '../core/settings.ts'
import type { Store } from '../store/create-store.ts'

/** What every use case works on; cli makes it. */
export interface Deps {
  readonly store: Store
  readonly content: Content
  /** The content as its files stand now, after an edit. */
  readonly readContent: () => Promise<Content>
  readonly machine: MachineDefaults
  readonly folders: Folders
  readonly now: () => Moment
}

export interface Folders {
  /** Holds what the build made of decks and exercises, and `exercises/` with their statements. */
  readonly builtIn: string
  /** Bundled graders; nothing of it ever reaches a submission's process but the harness. */
  readonly graders: string
  /** What can be made again, such as compiled submissions. */
  readonly cache: string
  /** The user's own decks, exercises and graders. */
  readonly decks: string
  readonly exercises: string
  readonly ownGraders: string
  /** Copies of the database, unless the setting says otherwise. */
  readonly backups: string
  readonly home: string
}

export function settingsIn({ store, machine }: Deps): Settings {
  const { cards } = store.parameters()
  return { ...settingsOf(store.settings(), machine), retention: cards.desiredRetention }
}

/** A path of the settings, where `~` stands for the home. */
export function absoluteIn({ folders }: { readonly folders: Pick<Folders, 'home'> }, path: string): string {
  return resolve(path.replace(/^~(?=$|[\\/])/, folders.home))
}

export function schedulersIn({ store }: Deps): { readonly [S in ParameterScope]: Scheduler } {
  const { cards, exercises } = store.parameters()
  return { cards: schedulerFor(cards), exercises: schedulerFor(exercises) }
}
