import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportCards } from '../../../src/app/export/export-cards.ts'
import { loadContent } from '../../../src/content/load-content.ts'
import { parseDeck } from '../../../src/content/parse-deck.ts'
import { cardId } from '../../../src/core/ids.ts'
import { daysLater, openTestDeps, type TestDeps } from '../open-test-deps.ts'

const NMS =
  '---\ntitle: NMS\ngroup: detection\n---\n## nms/one\ntags: a, b c\nQ: One, "two"?\nA: =1+1\n\n## nms/parts\nC: [1: x}}] and [2: y]\n'
const ADAM = '## adam/m\nQ: What?\nA: That.\n'

function begin() {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const deps = openTestDeps({ nms: NMS, adam: ADAM })
  const order = {
    decks: [],
    languages: ['en'],
    scheduling: true,
    force: false,
    onWritten: () => undefined,
  } as const
  const write = async (name: string, more: object = {}) => {
    const path = join(folder, name)
    return { exported: await exportCards(deps, path, { ...order, ...more }), path }
  }
  return { folder, deps, order, write }
}

function answer(deps: TestDeps, text: string): void {
  const card = cardId(text)
  if (card === undefined) throw new Error(text)
  deps.store.recordCard(
    card,
    { kind: 'review', rating: 'good', durationMs: 1234.6 },
    deps.now(),
    deps.store.card(card),
  )
}

test('one deck is a file of Markdown, several are a folder of them', async () => {
  const { folder, write } = begin()
  const { exported, path } = await write('one.md', { decks: ['nms'] })
  expect(exported).toMatchObject({ notes: 2, cards: 3, remarks: [] })
  expect(parseDeck(readFileSync(path, 'utf8'), 'nms.md')).toMatchObject({
    deck: { title: { en: 'NMS' } },
    faults: [],
  })
  await expect(write('all.md')).rejects.toThrow('A Markdown file holds one deck')
  expect((await write('notes/')).exported).toMatchObject({ notes: 3, cards: 4 })
  expect(readdirSync(join(folder, 'notes')).sort()).toEqual(['adam.md', 'nms.md'])
  await expect(write('notes/')).rejects.toThrow('is there already')
})

test('a table of notes has the header lines of Anki', async () => {
  const { write } = begin()
  const { path } = await write('notes.csv', { decks: ['nms'] })
  expect(readFileSync(path, 'utf8').split('\n')).toEqual([
    '#separator:comma',
    '#html:false',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:4',
    '#columns:guid,notetype,deck,tags,Front,Back',
    'anneal:nms/one,Basic,Anneal::detection::NMS,a b-c,"One, ""two""?",=1+1',
    'anneal:nms/parts,Cloze,Anneal::detection::NMS,,{{c1::x} }}} and {{c2::y}},',
    '',
  ])
})

test('the review log has what stands, with the state that each review met', async () => {
  const { deps, write } = begin()
  answer(deps, 'nms/one')
  daysLater(deps, 1)
  answer(deps, 'nms/one')
  answer(deps, 'adam/m')
  answer(deps, 'nms/parts')
  deps.store.undo(deps.store.latestOwnChange()?.id ?? '', deps.now())
  const { exported, path } = await write('my-revlog.csv', { decks: ['nms'] })
  expect(exported.reviews).toBe(2)
  const [first, second] = [deps.clock.at - 86_400_000, deps.clock.at]
  expect(readFileSync(path, 'utf8')).toBe(
    'card_id,review_time,review_rating,review_state,review_duration\n' +
      `nms/one,${first},3,0,1235\nnms/one,${second},3,1,1235\n`,
  )
})

test('nothing is replaced without being told to, and nothing is left where writing fails', async () => {
  const { folder, write } = begin()
  const path = join(folder, 'mine.json')
  writeFileSync(path, 'mine')
  await expect(write('mine.json')).rejects.toThrow('is there already')
  expect(readFileSync(path, 'utf8')).toBe('mine')
  await expect(write('two.md')).rejects.toThrow()
  await write('mine.json', { force: true })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 'anneal-dump', version: 1 })
  expect(readdirSync(folder)).toEqual(['mine.json'])
})

test('what a killed process has begun is swept away', async () => {
  const { folder, write } = begin()
  const left = join(folder, '.all.json.999999999.part')
  writeFileSync(left, 'half')
  await write('all.json')
  expect(existsSync(left)).toBe(false)
})

test('a dump holds cards with their states, own files and the log, an element a line', async () => {
  const { deps, write } = begin()
  mkdirSync(deps.folders.decks)
  writeFileSync(join(deps.folders.decks, 'own.md'), ADAM)
  answer(deps, 'nms/one')
  const { path } = await write('all.json')
  const text = readFileSync(path, 'utf8')
  const dump = JSON.parse(text)
  expect(dump.cards).toHaveLength(4)
  expect(dump.cards[0]).toMatchObject({ id: 'nms/one', state: { memory: { kind: 'learning' } } })
  expect(dump.files).toEqual([{ path: 'own.md', text: ADAM }])
  expect(dump.log).toEqual([...deps.store.entries()])
  expect(text.split('\n').filter((line) => line.startsWith('{"id":"nms/'))).toHaveLength(3)
})

test('a dump holds the images that own decks name, in fields and in texts', async () => {
  const { folder, deps, order } = begin()
  const { decks } = deps.folders
  mkdirSync(decks)
  const own = '## own/a\nimage: field.png\n\nQ: What?\nA: ![That](text.png)\n'
  const files = { 'field.png': 'one', 'text.png': 'other', 'own.md': own }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(decks, name), text)
  const content = await loadContent({ builtIn: deps.folders.home, own: decks })
  const path = join(folder, 'all.json')
  await exportCards({ ...deps, content }, path, order)
  const dumped = JSON.parse(readFileSync(path, 'utf8')).files as { path: string; text: string }[]
  expect(Object.fromEntries(dumped.map((file) => [file.path, file.text]))).toEqual(files)
})
