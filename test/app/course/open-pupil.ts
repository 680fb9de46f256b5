import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type PulledCourse, type PullWanted, pullCourse } from '../../../src/app/course/pull-course.ts'
import { connectToHub, type HubConnection } from '../../../src/app/hub/connect.ts'
import { openSharedFolder } from '../../../src/app/sync/shared-folder.ts'
import { type Synced, syncNow } from '../../../src/app/sync/sync-now.ts'
import type { Content } from '../../../src/content/content.ts'
import { loadContent } from '../../../src/content/load-content.ts'
import type { TestHub } from '../../hub/open-test-hub.ts'
import { openTestDeps, type TestDeps } from '../open-test-deps.ts'

export interface Pupil {
  readonly deps: TestDeps
  readonly connect: () => Promise<HubConnection>
  readonly pull: (how?: Partial<PullWanted>) => Promise<PulledCourse>
  /** Below the data folder; undefined where there is no such file. */
  readonly read: (path: string) => string | undefined
  readonly write: (path: string, text: string) => void
  readonly remove: (path: string) => void
  readonly content: () => Promise<Content>
  readonly syncFolder: (path: string) => Promise<Synced>
}

export const AS_BEFORE: PullWanted = {
  graders: undefined,
  restore: false,
  dryRun: false,
  onFiles: () => undefined,
}

/** A machine of somebody of a course, with the program's own content and whatever lies in its data folder. */
export function openPupil({ url, tokens }: TestHub, name: string): Pupil {
  const deps = openTestDeps({})
  const { folders, store } = deps
  const inHome = (path: string) => join(folders.home, path)
  const content = () =>
    loadContent({ builtIn: folders.builtIn, own: folders.decks, ownExercises: folders.exercises })
  const connect = async () => {
    const token = tokens[name] ?? ''
    const connection = await connectToHub(url, token)
    const { person, course } = connection.reply
    store.hubs.keep({
      member: person.id,
      url,
      token,
      course: course.title,
      name,
      usedAt: deps.now().at,
      syncedAt: deps.now().at,
    })
    return connection
  }
  return {
    deps,
    connect,
    content,
    pull: async (how) => {
      const now = { ...deps, content: await content() }
      const pulled = await pullCourse(now, await connect(), { ...AS_BEFORE, ...how })
      if (pulled === undefined) throw new Error('the course gives nothing')
      return pulled
    },
    read: (path) => (existsSync(inHome(path)) ? readFileSync(inHome(path), 'utf8') : undefined),
    write: (path, text) => {
      mkdirSync(dirname(inHome(path)), { recursive: true })
      writeFileSync(inHome(path), text)
    },
    remove: (path) => rmSync(inHome(path)),
    syncFolder: async (path) => {
      const folder = await openSharedFolder(deps, path, {
        encrypt: false,
        mayMake: true,
        dryRun: false,
        askPassphrase: async () => '',
      })
      return syncNow(deps, folder, { dryRun: false, graders: true, onProgress: () => undefined })
    },
  }
}
