import { expect, test } from 'vitest'
import { readHashcards } from '../../../src/interop/hashcards/read-hashcards.ts'

/** As src/cmd/export.rs of hashcards writes it. */
const card = (hash: string, familyHash: string | null, content: object) => ({
  hash,
  familyHash,
  deckName: 'Geography',
  location: { filePath: '/x/Geography.md', lineStart: 3, lineEnd: 4 },
  content,
  performance: null,
})
const text = 'Größte Stadt: Berlin, in Deutschland.'
const at = (part: string) => {
  const start = Buffer.byteLength(text.slice(0, text.indexOf(part)))
  return { cloze: { text, start, end: start + Buffer.byteLength(part) - 1 } }
}
const EXPORT = {
  cards: [
    card('b2', 'fam', at('Deutschland')),
    card('a1', null, { basic: { question: 'Capital?', answer: 'Paris [F]' } }),
    card('b1', 'fam', at('Berlin')),
  ],
  sessions: [
    {
      sessionId: 1,
      startedAt: '2025-10-05T14:30:00.000',
      endedAt: '2025-10-05T14:40:00.000',
      reviews: [
        { reviewId: 1, hash: 'b2', reviewedAt: '2025-10-05T14:30:15.123', grade: 'Forgot', stability: 1 },
        { reviewId: 2, hash: 'a1', reviewedAt: '2025-10-05T14:31:15.123', grade: 'Easy', stability: 9 },
      ],
    },
  ],
}

test('cards of one text are one note, and each review is that of its part', () => {
  const deck = readHashcards(JSON.parse(JSON.stringify(EXPORT)))
  expect(deck?.notes).toMatchObject([
    {
      guid: 'fam',
      deck: 'Geography',
      content: { kind: 'cloze', text: 'Größte Stadt: [1: Berlin], in [2: Deutschland].' },
      reviews: [{ part: 1, at: new Date(2025, 9, 5, 14, 30, 15, 123).getTime(), rating: 'again' }],
    },
    {
      guid: 'a1',
      content: { prompt: 'Capital?', answer: 'Paris [F]' },
      reviews: [{ part: 0, rating: 'easy' }],
    },
  ])
})

test('other JSON is not taken for it', () => {
  expect(readHashcards({ cards: [{ hash: 1 }], sessions: [] })).toBeUndefined()
  expect(readHashcards(null)).toBeUndefined()
})
