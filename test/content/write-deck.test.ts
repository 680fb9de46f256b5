import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDeck } from '../../src/content/parse-deck.ts'
import { writeDeck } from '../../src/content/write-deck.ts'
import type { Deck } from '../../src/core/card.ts'

const DECKS = globSync('decks/*.md')

/** A card stands in another line. */
function unplaced({ cards, ...title }: Deck): object {
  return { ...title, cards: cards.map(({ line, ...card }) => card) }
}

test('a written deck is read as the same deck', () => {
  expect(DECKS.length).toBeGreaterThan(40)
  for (const path of DECKS) {
    const { deck } = parseDeck(readFileSync(path, 'utf8'), path)
    const { text, changed } = writeDeck(deck)
    const again = parseDeck(text, path)
    expect({ changed, faults: again.faults }).toEqual({ changed: [], faults: [] })
    expect(unplaced(again.deck)).toEqual(unplaced(deck))
  }
})

const line = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '---',
    '----',
    '***',
    '```',
    '```py',
    '~~~',
    '## a/b',
    '## TCP/IP',
    '### x',
    '# x',
    '<!-- x -->',
    '<!--',
    '-->',
  ),
  fc.constantFrom(
    'A:',
    'A.zh: 答',
    'C: a [b] and [c]',
    'C.zh: [1: 甲] [2: 乙]',
    'Q: ',
    'errata: x',
    'tags: a, b',
    'source: B',
    'image: p/a.png',
  ),
  fc.constantFrom(
    '- [x] right',
    '- [ ] wrong',
    '1. one',
    '2. two',
    '    code',
    '  deeper',
    '   ```',
    'let n = int(1, 9)',
    'answer = n + 1',
    'A: $@{n} + 1$',
    'tolerance: 1%',
    'unit: px',
  ),
  fc.constantFrom(
    '> quoted',
    '`a',
    '$x$',
    'trailing  ',
    '\tx',
    'C: drive',
    'Q.zh: 中文 [1: x]',
    '"x"',
    "title: 'y'",
    '中：文',
  ),
)

test('what a reader makes of any lines is written so that it is read the same, or told', () => {
  let cards = 0
  let told = 0
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.array(line, { maxLength: 8 }), (lines, more) => {
      const read = parseDeck(['Q: what', ...lines, '', 'Q: other', 'A: x', ...more].join('\n'), 'any.md').deck
      const { text, changed } = writeDeck(read)
      const again = parseDeck(text, 'any.md').deck
      cards += read.cards.length
      told += changed.length
      if (changed.length === 0) expect(unplaced(again)).toEqual(unplaced(read))
    }),
    { numRuns: 3000 },
  )
  // Comments and code that are never closed.
  expect(cards).toBeGreaterThan(3000)
  expect(told / cards).toBeLessThan(0.05)
})

test('a title that looks quoted keeps its quotes', () => {
  const { deck } = parseDeck('---\ntitle: "\\"So\\" he said"\ntitle.zh: “甲”\n---\nQ: a\nA: b\n', 'x.md')
  expect(deck.title.en).toBe('"So" he said')
  expect(parseDeck(writeDeck(deck).text, 'x.md').deck.title).toEqual(deck.title)
})
