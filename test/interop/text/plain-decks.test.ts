import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCloze } from '../../../src/core/cloze.ts'
import { dayOfDate } from '../../../src/core/day.ts'
import { hideParts } from '../../../src/interop/text/hide-parts.ts'
import { readPlainDeck } from '../../../src/interop/text/read-plain-deck.ts'

const sides = (text: string) =>
  readPlainDeck(text).notes.map(({ content }) =>
    content.kind === 'basic' ? [content.prompt, content.answer] : [content.text],
  )

test('Obsidian: two colons in a line, both ways with three', () => {
  const text = `---
title: Physics
tags: [a]
---
#flashcards/physics/quanta
The unit of force::newton ^block-1
<!--SR:!2024-08-16,51,230-->
- [ ] \`std::vector\`::a C++ container
Energy:::$E$
<!--SR:!2024-08-16,51,230!2024-08-20,7,250-->

no card here
`
  const deck = readPlainDeck(text)
  expect(deck.title).toBe('Physics')
  expect(sides(text)).toEqual([
    ['The unit of force', 'newton'],
    ['`std::vector`', 'a C++ container'],
    ['Energy', '$E$'],
    ['$E$', 'Energy'],
  ])
  expect(deck.notes.map((note) => note.deck)).toEqual(Array(4).fill('physics::quanta'))
  expect(deck.notes.map(({ line }) => line)).toEqual([6, 8, 9, 9])
  expect(deck.notes.map(({ schedules: [first] }) => first && [first.dueDay, first.intervalDays])).toEqual([
    [dayOfDate('2024-08-16'), 51],
    undefined,
    [dayOfDate('2024-08-16'), 51],
    [dayOfDate('2024-08-20'), 7],
  ])
})

test('Obsidian: sides of several lines, and highlights as clozes', () => {
  const text = `#flashcards
What is
a mutex?
?
A lock.
\`\`\`c

a::b
\`\`\`

There and back
??
Back again
<!--SR:!fsrs,2026-12-01T10:00:00Z,12,11.5,5.25,2,4,1,0,2026-11-19T10:00:00Z-->

This ==note== has ==number;;hint== and a [link](x.md), an [array].
==2;;later== before ==1;;earlier==
`
  expect(sides(text)).toEqual([
    ['What is\na mutex?', 'A lock.\n```c\n\na::b\n```'],
    ['There and back', 'Back again'],
    ['Back again', 'There and back'],
    [
      'This [1: note] has [2: number] (hint) and a [link](x.md), an \\[array\\].\n[2: later] before [1: earlier]',
    ],
  ])
  expect(readPlainDeck(text).notes[1]?.schedules[0]).toMatchObject({
    stability: 11.5,
    difficulty: 5.25,
    lastReview: Date.parse('2026-11-19T10:00:00Z'),
  })
})

test('Obsidian: a comparison is no highlight', () => {
  const lines = [
    'a == b and c == d',
    'if (x==1 && y==2)',
    'http://a?b==c==d',
    '中文==高亮==中文',
    'x == y ==z==^[why]',
  ]
  expect(sides(`#flashcards\n\n${lines.join('\n\n')}\n`)).toEqual([
    ['中文[1: 高亮]中文'],
    ['x == y [1: z] (why)'],
  ])
})

test('carddown and NeuraCache: the examples of carddown’s own tests', () => {
  const text = `# Single-line flashcards

Capital of France? : Paris 🧠
Speed of light? : ~3 × 10⁸ m/s 🧠 #physics

Explain photosynthesis #flashcard #biology
Plants convert sunlight into chemical energy.
6CO₂ + 6H₂O → C₆H₁₂O₆ + 6O₂
---

Radii of stable orbits #flashcard #physics

a0  = h2 / (m_e k e^2)

- - -
Never ended #flashcard
answer
`
  const { notes, remarks } = readPlainDeck(text)
  expect(sides(text)).toEqual([
    ['Capital of France?', 'Paris'],
    ['Speed of light?', '~3 × 10⁸ m/s'],
    ['Explain photosynthesis', 'Plants convert sunlight into chemical energy.\n6CO₂ + 6H₂O → C₆H₁₂O₆ + 6O₂'],
    ['Radii of stable orbits', 'a0  = h2 / (m_e k e^2)'],
  ])
  expect(notes.map(({ tags }) => tags)).toEqual([[], ['physics'], ['biology'], ['physics']])
  expect(remarks.map(({ line }) => line)).toEqual([16])
})

test('mdanki: the sample of its repository', () => {
  const text = `# Simple Card

## Card front 1

Card back 1. All cards use markdown syntax.

[#tree](tree.md)

## B-tree complexity: access, insert, delete

All: O(log n)

[#complexity](complexity.md) [#tree](tree.md) [#tag]()

## Card with additional front data

Front data goes here

%

Back data goes here

And here

[#tag1]() [#tag2]()

## Not allowed card
`
  const { title, notes } = readPlainDeck(text)
  expect(title).toBe('Simple Card')
  expect(sides(text)).toEqual([
    ['Card front 1', 'Card back 1. All cards use markdown syntax.'],
    ['B-tree complexity: access, insert, delete', 'All: O(log n)'],
    ['Card with additional front data\n\nFront data goes here', 'Back data goes here\n\nAnd here'],
  ])
  expect(notes.map(({ tags }) => tags)).toEqual([['tree'], ['complexity', 'tree', 'tag'], ['tag1', 'tag2']])
})

test('ankdown: fields with a per cent sign between them', () => {
  const text = `Expected Value of $f(x)$

%

$$\\mathbb{E}[f(x)] = \\sum_x p(x)f(x)$$

%

math, probability

---
Second
%
Card
`
  expect(sides(text)).toEqual([
    ['Expected Value of $f(x)$', '$$\\mathbb{E}[f(x)] = \\sum_x p(x)f(x)$$'],
    ['Second', 'Card'],
  ])
  expect(readPlainDeck(text).notes[0]?.tags).toEqual(['math', 'probability'])
})

test('whatever is hidden, the cloze text hides just that', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', ':', '1', '(', ')', '中', '^', '!', '[', ']') })
  fc.assert(
    fc.property(text, text, text, (before, within, behind) => {
      fc.pre(/\w/.test(within))
      const { parts, numbers } = parseCloze(
        hideParts([
          { text: before, number: undefined },
          { text: within, number: 1 },
          { text: behind, number: undefined },
        ]),
      )
      const bare = (part: string) => part.replace(/\\(?=[[\]])/g, '').trim()
      const hidden = parts.flatMap((part) => (part.kind === 'hidden' ? [bare(part.text)] : []))
      expect(numbers).toEqual([1])
      expect(hidden).toEqual([within.trim()])
      expect(bare(parts.map((part) => part.text).join(''))).toContain(within.trim())
    }),
  )
})

test.each([
  ['one line without end', 'x'.repeat(2_000_000)],
  ['highlights', '=='.repeat(200_000)],
  ['highlights that never end', '==;\t'.repeat(50_000)],
  ['colons', 'a::b::c'.repeat(100_000)],
  ['brackets', '==a[=='.repeat(100_000)],
  ['schedules', `a::b\n<!--SR:${'!2024-01-01,1,250'.repeat(50_000)}-->`],
  ['fences', '```\n'.repeat(100_000)],
  ['nothing but controls', '\0\x1b[31m\r\n'.repeat(50_000)],
])('a hostile text is read in time that grows with it alone: %s', (_, text) => {
  expect(readPlainDeck(text).notes.length).toBeLessThanOrEqual(text.length)
})
