import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { lintPaths } from '../../src/content/lint-paths.ts'
import { formatFault } from '../../src/core/fault.ts'

const EXERCISE =
  'title: Adam\ntitle.zh: Adam\ntopic: adam\nsignature: "(g: f64) -> f64"\ndifficulty: easy\nminutes: 5\nprerequisites: [adam/one, adam/lost]\n'
let root: string
const lint = async (...paths: readonly string[]) => {
  const folders = { builtIn: join(root, 'program'), own: join(root, 'own') }
  const faults = await lintPaths(
    paths.map((path) => join(root, path)),
    folders,
  )
  return faults.map((fault) => formatFault(fault).replaceAll(`${root}/`, ''))
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'anneal-lint-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  write(
    'program/decks/adam.md',
    '---\ntitle: A\ntitle.zh: 甲\ngroup: a\n---\n## adam/one\nQ: What?\nA: That.\n',
  )
  write('program/decks/sgd.md', '## sgd/one\nafter: adam/one\nQ: Why?\nA: So.\n')
  write('program/exercises/adam/exercise.yaml', EXERCISE)
  write('own/mine.md', 'after: adam/one, adam/two\nexercise: adam, none\nQ: Mine?\nA: Yes.\n')
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

test("one's own deck is held to the relaxed rules, and may link to the program's cards", async () => {
  expect(await lint('own/mine.md')).toEqual([
    'own/mine.md:1: The prerequisite adam/two is no card; correct it or write the card.',
    'own/mine.md:1: The exercise none does not exist; correct it or take it out.',
  ])
})

test("one of the program's decks is held to the strict rules, beside its neighbours", async () => {
  const faults = await lint('program/decks/sgd.md')
  expect(faults.length).toBeGreaterThan(5)
  expect(faults.every((fault) => fault.startsWith('program/decks/sgd.md:'))).toBe(true)
  expect(faults.join()).not.toContain('adam/one is no card')
})

test('a card in a file of another ending is told, and what is none is not', async () => {
  for (const name of ['own/notes.txt', 'own/b.mkd', 'own/cards']) write(name, 'Q: Read?\nA: No.\n')
  write('own/plain.txt', 'a :: b\n')
  const told = (name: string) =>
    `own/${name}: Only files that end in .md or .markdown are read as decks; rename it.`
  expect((await lint('own')).filter((fault) => fault.includes('rename'))).toEqual([
    told('b.mkd'),
    told('cards'),
    told('notes.txt'),
  ])
  expect(await lint('own/plain.txt')).toContain(told('plain.txt'))
})

test('a folder without any deck is told', async () => {
  write('own/pictures/one.png', '')
  expect(await lint('own/pictures')).toEqual([
    'own/pictures: The folder holds no deck (a file that ends in .md or .markdown) and no exercise.yaml; name another.',
  ])
})

test('without a path everything is linted, exercises too', async () => {
  const faults = await lint()
  for (const path of ['program/decks/adam.md', 'program/decks/sgd.md', 'own/mine.md']) {
    expect(faults.some((fault) => fault.startsWith(`${path}:`))).toBe(true)
  }
  expect(faults.at(-1)).toBe(
    'program/exercises/adam/exercise.yaml: The prerequisite adam/lost is no card; correct it or write the card.',
  )
})

test('an exercise is linted by its file, its folder or all of theirs', async () => {
  write('program/exercises/sgd/exercise.yaml', EXERCISE.replace('minutes: 5', 'minuets: 5'))
  write('program/exercises/sgd/statement.en.md', 'Q: Not a card?')
  const lost = 'The prerequisite adam/lost is no card; correct it or write the card.'
  expect(await lint('program/exercises/adam/exercise.yaml')).toEqual([
    `program/exercises/adam/exercise.yaml: ${lost}`,
  ])
  const sgd = await lint('program/exercises/sgd')
  expect(sgd).toHaveLength(2)
  expect(sgd[1]).toMatch(
    /^program\/exercises\/sgd\/exercise.yaml:6: The field minuets is unknown \(did you mean minutes\?\)/,
  )
  expect(await lint('program/exercises')).toHaveLength(3)
})

test('a path that does not exist is a problem with a remedy', async () => {
  await expect(lint('none.md')).rejects.toMatchObject({
    message: `There is no file ${join(root, 'none.md')}.`,
    remedy: 'Name a deck (a Markdown file), an exercise.yaml, or a folder of them.',
  })
})

test('an image is looked for beside its deck', async () => {
  write('own/images.md', 'image: img/one.png\nQ: One?\nA: 1.\n\nimage: img/two.png\nQ: Two?\nA: 2.\n')
  write('own/img/one.png', '')
  expect(await lint('own/images.md')).toEqual([
    'own/images.md:5: There is no image img/two.png beside the deck; put it there, or correct the path.',
  ])
})
