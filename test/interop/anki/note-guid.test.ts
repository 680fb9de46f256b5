import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CardId, noteOf } from '../../../src/core/ids.ts'
import { guidOf, noteOfGuid, ordinalOf } from '../../../src/interop/anki/note-guid.ts'
import { cardAt } from '../../../tools/anki/card-at.ts'

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,3}$/)
const cards = fc
  .tuple(slug, slug, fc.integer({ min: 1, max: 99 }))
  .map(([deck, name, part]) => `${deck}/${name}${part === 1 ? '' : `#${part}`}` as CardId)

test('a card is found by the guid of its note and its place there', () => {
  fc.assert(
    fc.property(cards, (card) => {
      const note = noteOfGuid(guidOf(noteOf(card)))
      expect(note && cardAt(note, ordinalOf(card))).toBe(card)
    }),
  )
})

test.each(['bq^z3k#M!x', 'anneal:', 'anneal:adam', 'anneal:adam/a#2', 'anneal:../etc/passwd', ''])(
  'the guid %j names no note of ours',
  (guid) => {
    expect(noteOfGuid(guid)).toBeUndefined()
  },
)

test('no note has a hundredth hidden part', () => {
  expect(cardAt('adam/a' as CardId, 98)).toBe('adam/a#99')
  expect(cardAt('adam/a' as CardId, 99)).toBeUndefined()
})
