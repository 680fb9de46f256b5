import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportCards } from '../../src/app/export/export-cards.ts'
import { askAnki } from './ask-anki.ts'
import { comparePackage } from './compare-package.ts'
import type { Finding } from './finding.ts'
import { studiedHome } from './studied-home.ts'

/** Local time minus UTC where the simulated learner lives. */
const OFFSET_MIN = 60

/** How an archive is named, and so taken, and how often. */
export type Import = readonly [name: string, times: number]

export const IMPORTS: readonly Import[] = [
  ['all.apkg', 1],
  ['all.colpkg', 1],
  ['all.apkg', 2],
]

/** Whether Anki finds in our archives what the learner has. */
export async function* findPackages(imports: readonly Import[] = IMPORTS): AsyncGenerator<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-anki-'))
  const deps = await studiedHome(folder, OFFSET_MIN)
  try {
    for (const [name, times] of imports) {
      const path = join(folder, name)
      const written = await exportCards(deps, path, EVERYTHING)
      yield* comparePackage(
        deps,
        written,
        askAnki(path, OFFSET_MIN, times),
        times === 1 ? name : `${name}, twice`,
      )
    }
  } finally {
    deps.store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const EVERYTHING = {
  decks: [],
  languages: ['en', 'zh'],
  scheduling: true,
  force: true,
  onWritten: () => undefined,
} as const
