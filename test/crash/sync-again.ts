/**
 * `node sync-again.ts HOME`: behind a power cut, that machine and a new one sync until both have all. A line on stdout for each thing that one lacks.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { createStore, type Store } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { dataIn, sharedIn, syncWith } from './shared-homes.ts'

const [, , home = ''] = process.argv
const machines = [
  { store: createStore(openDatabase(join(home, 'anneal.db'))), data: dataIn(home) },
  { store: createStore(openDatabase(join(home, 'third.db'))), data: join(home, 'third') },
] as const

for (const { store, data } of [...machines, ...machines]) await syncWith(store, data, sharedIn(home))
const [struck, third] = machines.map(({ store, data }) => ({ ...seenBy(store), decks: decksOf(data) }))
if (!isDeepStrictEqual(struck, third)) console.log('the machines differ')
if (third?.decks.size !== 2) console.log(`${third?.decks.size} decks`)
if (third?.entries.length !== 52) console.log(`${third?.entries.length} entries`)
for (const { store, data } of machines) {
  const { taken, written, files, faults } = await syncWith(store, data, sharedIn(home))
  const news =
    taken.added + taken.refused + written + files.taken.length + files.sent + files.conflicts.length
  if (news > 0) console.log('a third sync has something to do')
  for (const { path, why } of [...faults, ...files.faults]) console.log(`${path}: ${why.en}`)
  store.close()
}

function seenBy(store: Store) {
  return { entries: [...store.entries()], ...store.projection() }
}

function decksOf(data: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(data, 'decks')).filter((name) => !name.startsWith('.'))
  return new Map(names.map((name) => [name, readFileSync(join(data, 'decks', name), 'utf8')]))
}
