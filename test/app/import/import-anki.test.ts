import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { flagCard } from '../../../src/app/change-card.ts'
import { importFile } from '../../../src/app/import/import-file.ts'
import { finishImports, openStaging } from '../../../src/app/import/staging.ts'
import { todayQueue } from '../../../src/app/today-queue.ts'
import { loadContent } from '../../../src/content/load-content.ts'
import { FLAG, flagOf } from '../../../src/core/card-flag.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { schedulerFor } from '../../../src/core/parameters-by-scope.ts'
import { noteIdOf } from '../../../src/interop/anki/read/note-id.ts'
import { daysLater, openTestDeps, type TestDeps } from '../open-test-deps.ts'

const FIXTURES = resolve('test/interop/anki/fixtures')
const KINDS = ['legacy-1.apkg', 'legacy-2.apkg', 'latest.apkg', 'whole.colpkg']

/** What Anki itself says of its cards. */
interface TrueCard {
  readonly front: string
  readonly type: number
  readonly queue: number
  readonly due: number
  readonly reviews: number
  readonly stability: number | null
}
const TRUTH: { readonly [card: string]: TrueCard } = JSON.parse(
  readFileSync(join(FIXTURES, 'truth.json'), 'utf8'),
)

async function withContent(deps: TestDeps): Promise<TestDeps> {
  const content = await loadContent({ builtIn: '/nowhere', own: deps.folders.decks })
  return { ...deps, content }
}

const empty = () => openTestDeps({})
const take = async (deps: TestDeps, name: string, isDryRun = false) =>
  importFile(await withContent(deps), join(FIXTURES, name), { isDryRun })

function idIn(front: string, ordinal = 0): CardId {
  const [key = ''] = Object.entries(TRUTH).find(([, card]) => card.front === front) ?? []
  return noteIdOf(key.slice(0, key.lastIndexOf('/')), ordinal)
}

const decksOf = ({ folders }: TestDeps) =>
  Object.fromEntries(
    readdirSync(folders.decks, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name, readFileSync(join(folders.decks, name), 'utf8')]),
  )

test.each(KINDS)('%s gives the cards, memories and days that Anki has', async (name) => {
  const deps = empty()
  const report = await take(deps, name)
  expect(report).toMatchObject({ notes: { added: 16, edited: 0 }, reviews: 22, leftOut: [] })
  const { retrievability } = schedulerFor(deps.store.parameters().cards)
  const reviewed = Object.entries(TRUTH).filter(([, { reviews }]) => reviews > 0)
  expect(reviewed).toHaveLength(6)
  for (const [, { front, stability, due }] of reviewed) {
    const { memory } = deps.store.card(idIn(front))
    if (memory.kind !== 'review') throw new Error(`${front} is ${memory.kind}`)
    const asAnki = { ...memory, stability: stability ?? 0 }
    for (const days of [1, 30, 200])
      expect(retrievability(memory, memory.lastDay + days)).toBeCloseTo(
        retrievability(asAnki, memory.lastDay + days),
        3,
      )
    expect(memory.dueDay).toBe(20_016 + due)
  }
  expect(deps.store.card(idIn('suspended'))).toMatchObject({ suspended: true })
  expect(deps.store.card(idIn('buried')).buriedOn).toBeDefined()
  expect(deps.store.drifted()).toEqual([])
  const { content } = await withContent(deps)
  expect(content.faults).toEqual([])
  expect([...content.cards.keys()]).toHaveLength(report.cards)
})

test('clozes, reversed cards, formulas, lists, code and images are shown as ours are', async () => {
  const deps = empty()
  await take(deps, 'latest.apkg')
  const { content } = await withContent(deps)
  const shown = (front: string, ordinal = 0) => content.cards.get(idIn(front, ordinal))
  const [cloze] = Object.values(TRUTH).filter(({ front }) => front.startsWith('{{c1::Adam}}'))
  expect(shown(cloze?.front ?? '')).toMatchObject({
    kind: 'cloze',
    text: { en: '[1: Adam] divides by [2: 1 - beta^t] (bias).' },
    source: 'Kingma & Ba',
  })
  expect(shown('IoU', 1)).toMatchObject({ prompt: { en: 'intersection over union' }, answer: { en: 'IoU' } })
  expect(shown('What is a <b>receptive field</b>?')).toMatchObject({
    prompt: { en: 'What is a **receptive field**?' },
    tags: ['basics::one', 'cnn'],
  })
  const [formula] = Object.values(TRUTH).filter(({ front }) => front.startsWith('State'))
  expect(shown(formula?.front ?? '')).toMatchObject({
    prompt: { en: 'State $a_i^2$ and $$\\sum_i x_i$$' },
    answer: { en: '- one\n- two\n\n```\nx = [1]\ny *= 2\n```' },
  })
  expect(shown('2 + 2')).toMatchObject({ answer: { en: '4' } })
  const [curve] = Object.values(TRUTH).filter(({ front }) => front.startsWith('Which curve'))
  expect(shown(curve?.front ?? '')?.image).toBe('media/loss curve.png')
  expect(existsSync(join(deps.folders.decks, 'imported/media/loss curve.png'))).toBe(true)
})

test('of the cards of one note one is asked on a day, and the next waits for another', async () => {
  const deps = empty()
  await take(deps, 'latest.apkg')
  const both = [idIn('IoU'), idIn('IoU', 1)]
  const asked = async () => {
    const { fresh } = todayQueue(await withContent(deps), { decks: [], newCards: 99 }, deps.now())
    return both.filter((card) => fresh.includes(card))
  }
  const [first, ...more] = await asked()
  expect(more).toEqual([])
  if (first === undefined) throw new Error('Neither is asked')
  const answer = { kind: 'review', rating: 'easy', durationMs: 1000 } as const
  deps.store.recordCard(first, answer, deps.now(), deps.store.card(first))
  expect(await asked()).toEqual([])
  daysLater(deps, 1)
  expect(await asked()).toEqual(both.filter((card) => card !== first))
})

test('a second time nothing changes, nor by another kind of file', async () => {
  const deps = empty()
  await take(deps, 'latest.apkg')
  const [before, events] = [decksOf(deps), deps.store.countEvents()]
  for (const name of ['latest.apkg', 'legacy-2.apkg', 'legacy-1.apkg']) {
    const again = await take(deps, name)
    expect(again).toMatchObject({ notes: { added: 0, changed: 0, unchanged: 16 }, reviews: 0, otherFacts: 0 })
  }
  expect(decksOf(deps)).toEqual(before)
  expect(deps.store.countEvents()).toBe(events)
})

test('a dry run says the same and changes nothing', async () => {
  const deps = empty()
  const dry = await take(deps, 'latest.apkg', true)
  expect(existsSync(deps.folders.decks)).toBe(false)
  expect(deps.store.countEvents()).toBe(0)
  expect(await take(deps, 'latest.apkg')).toEqual({ ...dry, isDryRun: false })
})

/** The collection of an older Anki, in which somebody went on. */
function newerPackage({ folders }: TestDeps, sql: string): string {
  const entries = unzipSync(readFileSync(join(FIXTURES, 'legacy-2.apkg')))
  const db = new Database(Buffer.from(entries['collection.anki21'] ?? []))
  db.exec(sql)
  const path = join(folders.home, 'newer.apkg')
  writeFileSync(path, zipSync({ ...entries, 'collection.anki21': db.serialize() }))
  db.close()
  return path
}

test('a newer file changes the notes that changed in Anki, and what is remembered of them stays', async () => {
  const deps = empty()
  await take(deps, 'legacy-2.apkg')
  const [before, sum] = [deps.store.cards(), idIn('2 + 2')]
  const newer = newerPackage(
    deps,
    `update notes set flds = replace(flds, char(31) || '4', char(31) || 'four'), mod = mod + 60
     where flds like '2 + 2%'`,
  )
  const again = async () => importFile(await withContent(deps), newer, { isDryRun: false })
  expect(await again()).toMatchObject({
    notes: { added: 0, changed: 1, unchanged: 15, edited: 0 },
    reviews: 0,
  })
  const { content } = await withContent(deps)
  expect(content.faults).toEqual([])
  expect(content.cards.get(sum)).toMatchObject({ answer: { en: 'four' } })
  expect(deps.store.cards()).toEqual(before)
  expect(await again()).toMatchObject({ notes: { changed: 0, unchanged: 16 }, otherFacts: 0 })
})

test('red flags come along, and never in the place of one that says more', async () => {
  const deps = empty()
  const flagged = newerPackage(deps, 'update cards set flags = case when ord = 0 then 1 else 2 end')
  const [first, second] = [idIn('IoU'), idIn('IoU', 1)]
  const noteOn = (card: CardId) => flagOf(card, deps.store.settings())
  const report = await importFile(await withContent(deps), flagged, { isDryRun: false })
  expect([noteOn(first), noteOn(second)]).toEqual([FLAG, undefined])
  deps.clock.at += 1000
  flagCard(await withContent(deps), first, 'which box?')
  await importFile(await withContent(deps), flagged, { isDryRun: false })
  expect(noteOn(first)).toBe('which box?')
  expect(report.leftOut).toEqual([])
})

test('reviews that came in Anki since are joined to those that are here', async () => {
  const deps = empty()
  await take(deps, 'legacy-2.apkg')
  const { reviews } = await importFile(
    await withContent(deps),
    newerPackage(
      deps,
      `insert into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)
       select max(id) + 86400000, cid, -1, 3, 1, 1, 2500, 1000, 1 from revlog`,
    ),
    { isDryRun: false },
  )
  expect(reviews).toBe(1)
  expect(deps.store.drifted()).toEqual([])
})

test('what the learner edited stays, and is told', async () => {
  const deps = empty()
  await take(deps, 'latest.apkg')
  const path = join(deps.folders.decks, 'imported/vision.md')
  writeFileSync(path, readFileSync(path, 'utf8').replace('A: 4', 'A: four'))
  const edited = decksOf(deps)
  expect(await take(deps, 'latest.apkg')).toMatchObject({ notes: { unchanged: 15, edited: 1 } })
  expect(decksOf(deps)).toEqual(edited)
})

test('an import that was killed before its log was written leaves nothing; one killed behind it is finished', () => {
  const deps = empty()
  const dead = 2 ** 22 + 1
  for (const [nonce, isWritten] of [['a', false] as const, ['b', true] as const]) {
    const staging = openStaging(deps, nonce)
    writeFileSync(staging.fileFor(`imported/${nonce}.md`), nonce)
    const name = `.import-${dead}-${nonce}`
    mkdirSync(join(deps.folders.decks, name), { recursive: true })
    cpSync(join(deps.folders.decks, staging.name), join(deps.folders.decks, name), { recursive: true })
    staging.drop()
    if (isWritten) deps.store.accept([], () => undefined, name)
  }
  finishImports(deps)
  expect(readdirSync(deps.folders.decks)).toEqual(['imported'])
  expect(readdirSync(join(deps.folders.decks, 'imported'))).toEqual(['b.md'])
  expect(deps.store.importsToFinish()).toEqual([])
})
