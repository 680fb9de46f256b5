import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportCards } from '../../src/app/export/export-cards.ts'
import { ankiPython } from './anki-python.ts'
import { type AnkiFacts, comparePackage } from './compare-package.ts'
import type { Finding } from './finding.ts'
import { OFFSET_MIN, studiedHome } from './studied-home.ts'

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
  const deps = await studiedHome(folder)
  try {
    for (const [name, times] of imports) {
      const path = join(folder, name)
      const written = await exportCards(deps, path, EVERYTHING)
      yield* comparePackage(deps, written, askAnki(path, times), times === 1 ? name : `${name}, twice`)
    }
  } finally {
    deps.store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const EVERYTHING = {
  decks: [],
  languages: ['en', 'zh'],
  scheduling: true,
  force: true,
  onWritten: () => undefined,
} as const

function askAnki(path: string, times: number): AnkiFacts {
  const args = ['tools/anki/package_truth.py', path, String(OFFSET_MIN), String(times)]
  return JSON.parse(execFileSync(ankiPython(), args, { encoding: 'utf8', maxBuffer: 2 ** 28 })) as AnkiFacts
}
