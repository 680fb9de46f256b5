import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { BUILT_IN_FILE, encodeBuiltIn } from '../../src/content/built-in-content.ts'
import type { Content } from '../../src/content/content.ts'
import { loadContent, loadStatement } from '../../src/content/load-content.ts'
import { parseBuiltIn } from '../../src/content/parse-built-in.ts'
import { formatFault } from '../../src/core/fault.ts'
import { exerciseId } from '../../src/core/ids.ts'
import { wholeDeck } from './whole-deck.ts'

const EXERCISE =
  'title: Adam\ntitle.zh: Adam\ntopic: adam\nsignature: "(g: f64) -> f64"\ndifficulty: easy\nminutes: 5\n'
const ADAM = exerciseId('adam')

function folderOf(files: { readonly [path: string]: string | Buffer }): string {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-content-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** All that there is, texts too. */
function wholeOf({ decks, cards, exercises, faults }: Content) {
  return { decks: decks.map(wholeDeck), cards: [...cards.values()], exercises, faults }
}

test('decks and exercises are found by their ids', async () => {
  const builtIn = folderOf({
    'decks/a.md': '## a/one\nQ: x\nA: y\n',
    'decks/notes.txt': 'no deck',
    'exercises/adam/exercise.yaml': EXERCISE,
    'exercises/adam/statement.en.md': 'Write Adam.',
    'exercises/README.md': 'no exercise',
  })
  const content = await loadContent({ builtIn })
  expect([...content.cards.keys()]).toEqual(['a/one'])
  expect([...content.exercises.keys()]).toEqual(['adam'])
  expect(content.faults).toEqual([])
  if (ADAM === undefined) throw new Error('adam is an id')
  expect(loadStatement(join(builtIn, 'exercises', ADAM), 'en')).toBe('Write Adam.')
  expect(() => loadStatement(join(builtIn, 'exercises', ADAM), 'zh')).toThrow(
    'statement.zh.md cannot be read.',
  )
})

test('what the build writes gives the same as the files', async () => {
  const files = {
    'decks/a.md': '## a/one\nQ: x\nA: y\nerrata: z\n\n## a/two\nafter: a/one\nC: [1: x] [2: y]\n',
    'exercises/adam/exercise.yaml': EXERCISE,
  }
  const source = folderOf(files)
  const { decks, exercises } = await parseBuiltIn(source)
  const built = folderOf({ [BUILT_IN_FILE]: encodeBuiltIn(decks, exercises, 'this build') })
  const read = await loadContent({ builtIn: built })
  expect(wholeOf(read)).toEqual(wholeOf(await loadContent({ builtIn: source })))
  expect(read.cards.size).toBe(3)
})

test("a user's card takes the place of a built-in one with its id", async () => {
  const builtIn = folderOf({ 'decks/a.md': '## a/one\nQ: built in\nA: y\n\n## a/two\nQ: stays\nA: y\n' })
  const own = folderOf({ 'sub/mine.md': '## a/one\nQ: mine\nA: y\n' })
  const content = await loadContent({ builtIn, own })
  expect([...content.cards.values()].map((card) => card.kind === 'basic' && card.prompt.en)).toEqual([
    'stays',
    'mine',
  ])
  expect(content.decks.map(({ name, cards }) => [name, cards.length])).toEqual([
    ['a', 1],
    ['mine', 1],
  ])
  expect(content.faults).toEqual([])
})

test('faults are values, and the rest loads', async () => {
  const builtIn = folderOf({
    'decks/a.md': '## a/one\nQ: x\nA: y\n',
    'exercises/adam/exercise.yaml': 'title: 3\n',
  })
  const own = folderOf({
    'b.md': '## b/one\nQ: x\nA: y\n\n## b/two\nQ: no answer\n',
    'c.md': '## b/one\nQ: z\nA: y\n',
    'huge.md': 'x'.repeat(4_000_001),
  })
  const content = await loadContent({ builtIn, own })
  expect([...content.cards.keys()].sort()).toEqual(['a/one', 'b/one'])
  expect(content.exercises.size).toBe(0)
  expect(content.faults.map(formatFault).filter((fault) => !fault.includes('exercise.yaml'))).toEqual([
    `${join(own, 'b.md')}:5: The note has no answer; add a line A: with it.`,
    `${join(own, 'huge.md')}: The file has 4000001 bytes, and may have 4000000; shorten it, or split it up.`,
    `${join(own, 'c.md')}:1: The id b/one is already used in ${join(own, 'b.md')}:1; give this note another.`,
  ])
})

test('an exercise that would take long to parse is a fault', async () => {
  const builtIn = folderOf({ 'exercises/adam/exercise.yaml': `title: ${'['.repeat(19_994)}` })
  const { faults } = await loadContent({ builtIn })
  expect(faults.map(formatFault)).toEqual([
    `${join(builtIn, 'exercises/adam/exercise.yaml')}: The file has 20001 bytes, and may have 20000; shorten it, or split it up.`,
  ])
})

test('a missing folder of own decks has none', async () => {
  const builtIn = folderOf({ 'decks/a.md': '## a/one\nQ: x\nA: y\n' })
  expect((await loadContent({ builtIn, own: join(builtIn, 'nowhere') })).decks).toHaveLength(1)
})

test('a file where the folder should be, and a folder named like a deck, are faults', async () => {
  const builtIn = folderOf({ 'decks/a.md': '## a/one\nQ: x\nA: y\n', 'decks/b.md/c.txt': '', own: '' })
  const { cards, faults } = await loadContent({ builtIn, own: join(builtIn, 'own') })
  expect(cards.size).toBe(1)
  expect(faults.map(formatFault)).toEqual([
    `${join(builtIn, 'decks/b.md')}: It is no ordinary file.`,
    `${join(builtIn, 'own')}: It cannot be read (ENOTDIR); check what it is and its permissions.`,
  ])
})
