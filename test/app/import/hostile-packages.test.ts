import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { importFile } from '../../../src/app/import/import-file.ts'
import { Problem } from '../../../src/core/problem.ts'
import { runs } from '../../seed.ts'
import { openTestDeps } from '../open-test-deps.ts'

const FIXTURES = resolve('test/interop/anki/fixtures')
const folder = mkdtempSync(join(tmpdir(), 'anneal-hostile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
function fileOf(bytes: Uint8Array): string {
  const path = join(folder, `${++count}.apkg`)
  writeFileSync(path, bytes)
  return path
}

const entriesOf = (name: string) => unzipSync(readFileSync(join(FIXTURES, name)))
const archive = (entries: { readonly [name: string]: Uint8Array }) => fileOf(zipSync(entries))

/** What is said of it. Nothing may be left, neither in the log nor beside it. */
async function refusalOf(path: string): Promise<string> {
  const deps = openTestDeps({})
  const said = await importFile(deps, path, { isDryRun: false }).then(
    () => 'taken',
    (error: unknown) => {
      if (!(error instanceof Problem)) throw error
      return error.message.replace(path, 'FILE')
    },
  )
  if (said !== 'taken') {
    expect(deps.store.countEvents()).toBe(0)
    expect(existsSync(deps.folders.decks) ? readdirSync(deps.folders.decks) : []).toEqual([])
  }
  return said
}

/** The older collection, with more in it. */
function collectionWith(sql: string): Uint8Array {
  const path = join(folder, `${++count}.db`)
  writeFileSync(path, entriesOf('legacy-2.apkg')['collection.anki21'] ?? Buffer.alloc(0))
  const db = new Database(path)
  db.exec(sql)
  db.close()
  return readFileSync(path)
}
const withCollection = (collection: Uint8Array) =>
  archive({ ...entriesOf('legacy-2.apkg'), 'collection.anki21': collection })

const DAMAGED = 'FILE holds a damaged collection.'
const MORE_THAN_TABLES = 'FILE holds a collection with more than tables in it, as none of Anki has.'

test.each<[string, () => string, string]>([
  ['nothing', () => fileOf(Buffer.alloc(0)), 'FILE is no archive of Anki, or not a whole one.'],
  [
    'no archive',
    () => fileOf(Buffer.from('Q: a\nA: b\n')),
    'FILE is no archive of Anki, or not a whole one.',
  ],
  [
    'half of one',
    () => fileOf(readFileSync(join(FIXTURES, 'latest.apkg')).subarray(0, 30_000)),
    'FILE is no archive of Anki, or not a whole one.',
  ],
  ['another archive', () => archive({ 'a.txt': Buffer.from('a') }), 'FILE holds no collection of Anki.'],
  [
    'a later version',
    () => archive({ ...entriesOf('latest.apkg'), meta: Buffer.from([8, 9]) }),
    'FILE is of a version of Anki that is not known here.',
  ],
  [
    'a path that climbs',
    () => archive({ ...entriesOf('legacy-2.apkg'), '../../evil': Buffer.from('a') }),
    'FILE is damaged.',
  ],
  ['no database', () => withCollection(Buffer.from('x'.repeat(5000))), DAMAGED],
  [
    'a trigger',
    () =>
      withCollection(collectionWith('create trigger t after insert on notes begin delete from notes; end')),
    MORE_THAN_TABLES,
  ],
  [
    'a view',
    () => withCollection(collectionWith('drop table graves; create view graves as select 1')),
    MORE_THAN_TABLES,
  ],
  [
    'a virtual table',
    () => withCollection(collectionWith('create virtual table v using fts5(a)')),
    MORE_THAN_TABLES,
  ],
  [
    'a bomb',
    () =>
      archive({
        ...entriesOf('latest.apkg'),
        'collection.anki21b': zstdCompressSync(Buffer.alloc(80_000_000)),
      }),
    'FILE holds more in collection.anki21b than a collection of Anki could.',
  ],
  [
    'a list that is none',
    () => archive({ ...entriesOf('legacy-2.apkg'), media: Buffer.from('[') }),
    'FILE has a list of media that cannot be read.',
  ],
  ['a folder without a deck', () => folder, 'In FILE no Markdown file or text holds a card.'],
])('%s is refused in one line, and leaves nothing', async (_, make, said) => {
  expect(await refusalOf(make())).toBe(said)
})

test('a pipe that nobody writes to holds up nobody', async () => {
  const path = join(folder, 'pipe.apkg')
  execFileSync('mkfifo', [path])
  expect(await refusalOf(path)).toBe('FILE is no file.')
})

test('media under the names of paths are left out, and nothing lies outside', async () => {
  const media = Buffer.from(
    JSON.stringify({ 0: '../../evil.png', 1: '/etc/evil', 2: 'a\\b', 3: '.hidden', 4: 'ok.png' }),
  )
  const files = Object.fromEntries(['0', '1', '2', '3', '4'].map((name) => [name, Buffer.from(name)]))
  const deps = openTestDeps({})
  const report = await importFile(deps, archive({ ...entriesOf('legacy-2.apkg'), ...files, media }), {
    isDryRun: false,
  })
  expect(report.media).toEqual({ added: 1, known: 0 })
  expect(report.remarks).toHaveLength(1)
  expect(existsSync(join(deps.folders.home, 'evil.png'))).toBe(false)
})

test('archives with bytes turned are taken or refused, and never break the program', async () => {
  mkdirSync(folder, { recursive: true })
  const turned = fc.tuple(
    fc.constantFrom('latest.apkg', 'legacy-1.apkg', 'legacy-2.apkg', 'whole.colpkg'),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 8 }),
  )
  await fc.assert(
    fc.asyncProperty(turned, async ([name, turns]) => {
      const bytes = readFileSync(join(FIXTURES, name))
      for (const [at, mask] of turns) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ mask
      expect(typeof (await refusalOf(fileOf(bytes)))).toBe('string')
    }),
    { numRuns: runs(15) },
  )
})

test('collections with bytes turned too', async () => {
  const whole = entriesOf('legacy-2.apkg')['collection.anki21'] ?? Buffer.alloc(0)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 30 }),
      async (turns) => {
        const bytes = Buffer.from(whole)
        for (const [at, mask] of turns) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ mask
        expect(typeof (await refusalOf(withCollection(bytes)))).toBe('string')
      },
    ),
    { numRuns: runs(15) },
  )
})
