import { mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A folder for `ANNEAL_HOME` with decks and a database that lie elsewhere, or with none. */
export function makeHome(path: string, { decks, database }: Holdings): string {
  mkdirSync(path)
  if (decks !== undefined) symlinkSync(resolve(decks), join(path, 'decks'))
  if (database !== undefined) symlinkSync(resolve(database), join(path, 'anneal.db'))
  return path
}

interface Holdings {
  readonly decks?: string
  readonly database?: string
}
