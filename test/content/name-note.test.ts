import { expect, test } from 'vitest'
import { nameNote } from '../../src/content/name-note.ts'
import { parseDeck } from '../../src/content/parse-deck.ts'

const cardsOf = (text: string) => parseDeck(text, 'own.md').deck.cards

function nameAt(text: string, at: number): string | undefined {
  const card = cardsOf(text)[at]
  if (card === undefined) throw new Error('The deck has no such card.')
  return nameNote(text, 'own.md', card.note)?.text
}

test('a note keeps its id when its text is mended behind it', () => {
  const text =
    '---\r\ntitle: Own\r\n---\r\nQ: one\r\nA: 1\r\n\r\nQ: What is teh mean?\r\nA: x\r\n\r\nC: [a]\r\n'
  const before = cardsOf(text).map(({ id }) => id)
  const named = nameAt(text, 1) ?? ''
  expect(named.split('\r\n')[6]).toBe(`## ${before[1]}`)
  expect(cardsOf(named.replace('teh', 'the')).map(({ id }) => id)).toEqual(before)
})

test.each<[string, string]>([
  ['one that has an id', '## a/b\nQ: x\nA: y\n'],
  ['one whose neighbour would be taken for a part of it', 'Q: x\nA: y\nA.zh: z\nA.zh: u\n'],
])('is not written above %s', (_, text) => {
  expect(nameAt(text, 0)).toBeUndefined()
})

test.each<[string, string, number, string]>([
  ['behind the mark of the file', '\ufeffQ: x\nA: y\n', 0, '\ufeff## ID\nQ: x\nA: y\n'],
  [
    'between lines that end with a return',
    'Q: a\rA: b\r\rQ: x\rA: y\r',
    1,
    'Q: a\rA: b\r\r## ID\rQ: x\rA: y\r',
  ],
  [
    'below lines that end otherwise',
    'Q: a\u2028b\r\nA: c\r\nQ: x\r\nA: y',
    1,
    'Q: a\u2028b\r\nA: c\r\n## ID\r\nQ: x\r\nA: y',
  ],
  [
    'above tags',
    'tags: a\nQ: x\nA: y\n\ntags: b\nQ: z\nA: y\n',
    0,
    '## ID\ntags: a\nQ: x\nA: y\n\ntags: b\nQ: z\nA: y\n',
  ],
  [
    'above a choice without an answer',
    'Q: x\n- [x] a\n- [ ] b\n\nC: [z]\n',
    0,
    '## ID\nQ: x\n- [x] a\n- [ ] b\n\nC: [z]\n',
  ],
  [
    'above Chinese alone',
    'Q.zh: 甲\nA.zh: 乙\n\nQ.zh: 丙\nA.zh: 丁\n',
    0,
    '## ID\nQ.zh: 甲\nA.zh: 乙\n\nQ.zh: 丙\nA.zh: 丁\n',
  ],
])('is written %s', (_, text, at, named) => {
  expect(nameAt(text, at)).toBe(named.replace('ID', cardsOf(text)[at]?.note ?? ''))
})

test('is not written into a deck that has changed since', () => {
  const [card] = cardsOf('Q: x\nA: y\n')
  if (card === undefined) throw new Error('The deck has no card.')
  expect(nameNote('Q: other\nA: y\n', 'own.md', card.note)).toBeUndefined()
  expect(nameNote('', 'own.md', card.note)).toBeUndefined()
})
