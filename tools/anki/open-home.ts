import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Deps } from '../../src/app/deps.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'

/** A learner's folder with the program's decks and their own. @param offsetMin local time minus UTC */
export async function openHome(folder: string, offsetMin: number): Promise<Deps> {
  const decks = join(folder, 'decks')
  mkdirSync(decks, { recursive: true })
  const now = { at: Date.now(), offsetMin }
  const readContent = () => loadContent({ builtIn: 'dist', own: decks })
  return {
    store: createStore(openDatabase(join(folder, 'anneal.db'))),
    content: await readContent(),
    readContent,
    machine: { locale: 'en', workspace: join(folder, 'workspace') },
    folders: {
      builtIn: 'dist',
      graders: 'dist/graders',
      cache: join(folder, 'cache'),
      backups: join(folder, 'backups'),
      home: folder,
      decks,
      exercises: join(folder, 'exercises'),
      ownGraders: join(folder, 'graders'),
    },
    now: () => now,
  }
}
