import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { placeToEdit } from '../../src/app/edit-card.ts'
import { contentOf, shelve } from '../../src/content/content.ts'
import { parseDeck } from '../../src/content/parse-deck.ts'
import { cardId } from '../../src/core/ids.ts'
import { openTestDeps } from './open-test-deps.ts'

const DECK = '## nms/one\nQ: One?\nA: 1.\n\n## nms/two\nQ: Two?\nA: 2.\n'

/** The place of a built-in card, and the learner's own deck. */
function begin() {
  const builtIn = mkdtempSync(join(tmpdir(), 'anneal-test-'))
  onTestFinished(() => rmSync(builtIn, { recursive: true }))
  writeFileSync(join(builtIn, 'nms.md'), DECK)
  const deps = openTestDeps({ nms: DECK })
  const own = join(deps.folders.decks, 'nms.md')
  const copy = (slug: string) => {
    const id = cardId(slug)
    const card = id && deps.content.cards.get(id)
    if (card === undefined) throw new Error(`no card ${slug}`)
    return placeToEdit({ ...deps, folders: { ...deps.folders, builtIn } }, card)
  }
  return { own, copy, deps }
}

test('a built-in card is copied to a deck of the learner’s own, and a changed copy stays', () => {
  const { own, copy } = begin()
  const { path, line, dropUnchanged } = copy('nms/two')
  expect(path).toBe(own)
  const copied = readFileSync(own, 'utf8')
  expect(copied.split('\n')[line - 1]).toBe('## nms/two')
  writeFileSync(own, copied.replace('2.', 'two.'))
  dropUnchanged()
  expect(readFileSync(own, 'utf8')).toContain('A: two.')
})

test('a copy that nobody changed is taken away, with the deck that was made for it', () => {
  const { own, copy } = begin()
  copy('nms/one').dropUnchanged()
  expect(existsSync(own)).toBe(false)
})

test('a copy that nobody changed leaves the deck as it was before', () => {
  const { own, copy } = begin()
  copy('nms/one')
  const before = readFileSync(own, 'utf8')
  copy('nms/two').dropUnchanged()
  expect(readFileSync(own, 'utf8')).toBe(before)
})

test('what hinders the copy is told with what to do', () => {
  const { own, copy } = begin()
  writeFileSync(dirname(own), 'a file in its way')
  expect(() => copy('nms/one')).toThrow('lies below a file that is not a folder')
})

test('a note of the learner’s own without an id gets the one it goes by, and loses it when nothing else was changed', () => {
  const { own, deps } = begin()
  const text = 'Q: What is teh mean?\nA: The average.\n'
  mkdirSync(dirname(own))
  writeFileSync(own, text)
  const [card] = parseDeck(text, own).deck.cards
  if (card === undefined) throw new Error('The deck has no card.')
  const content = contentOf([shelve(parseDeck(text, own).deck)], [], [])
  const { line, dropUnchanged } = placeToEdit({ ...deps, content }, card)
  expect(line).toBe(2)
  const named = readFileSync(own, 'utf8')
  expect(named).toBe(`## ${card.id}\n${text}`)
  dropUnchanged()
  expect(readFileSync(own, 'utf8')).toBe(text)
})

test('a card is copied behind those of a deck in UTF-16 without harm to them, and not to one that cannot be read', () => {
  const { own, copy } = begin()
  copy('nms/one')
  writeFileSync(own, Buffer.from('\ufeffQ: 一?\nA: 1\n', 'utf16le'))
  copy('nms/two')
  expect(readFileSync(own, 'utf8')).toBe('Q: 一?\nA: 1\n\n## nms/two\nQ: Two?\nA: 2.\n')
  const broken = Buffer.from('b9e9d2bb', 'hex')
  writeFileSync(own, broken)
  expect(() => copy('nms/two')).toThrow('not UTF-8')
  expect(readFileSync(own)).toEqual(broken)
})
