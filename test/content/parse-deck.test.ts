import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDeck } from '../../src/content/parse-deck.ts'
import { formatFault } from '../../src/core/fault.ts'
import { codePoint } from '../code-point.ts'
import { runs } from '../seed.ts'

const HEAD = '---\ntitle: Test\ntitle.zh: 测试\ngroup: tests\n---\n'
const cardsOf = (text: string) => parseDeck(text, 'decks/test.md').deck.cards
const faultsOf = (text: string) => parseDeck(text, 'decks/test.md').faults.map(formatFault)

describe('a deck', () => {
  test('has the names of its front matter', () => {
    expect(parseDeck(`${HEAD}## a/b\nQ: x\nA: y\n`, 'decks/adam.md').deck).toMatchObject({
      name: 'adam',
      title: { en: 'Test', zh: '测试' },
      group: 'tests',
      path: 'decks/adam.md',
      beyond: false,
    })
    expect(parseDeck('---\ntitle: "Quoted: yes"\nbeyond: true\n---\n', 'x.md').deck).toMatchObject({
      title: { en: 'Quoted: yes', zh: 'Quoted: yes' },
      group: 'x',
      beyond: true,
    })
  })

  test.each([
    ['tags: [deep, "#vision", flashcards/ml]'],
    ['tags:\n  - deep\n  - vision\n  - flashcards'],
    ['tags: deep, vision'],
  ])('gives its tags to all of its notes: %s', (tags) => {
    const { deck, faults } = parseDeck(`---\n${tags}\n---\ntags: own\nQ: one\nA: 1\n\nC: a [part]\n`, 'x.md')
    expect(faults).toEqual([])
    expect(deck.cards.map((card) => card.tags)).toEqual([
      ['own', 'deep', 'vision'],
      ['deep', 'vision'],
    ])
  })

  test('may be nothing but prompts and answers, in one language', () => {
    const cards = cardsOf('Q: one\nA: 1\n\nQ: two\nA: 2\n\nC: a [part]\n')
    expect(cards.map(({ kind }) => kind)).toEqual(['basic', 'basic', 'cloze'])
    expect(cards[0]).toMatchObject({
      prompt: { en: 'one', zh: 'one' },
      answer: { en: '1', zh: '1' },
      source: '',
    })
    expect(cards.map(({ id }) => id)).toEqual(
      cardsOf('C: a [part]\n\nQ: two\nA: changed\n\nQ: one\nA: 1\n')
        .map(({ id }) => id)
        .toReversed(),
    )
    expect(cards.every(({ id }) => /^test\/x[0-9a-z]+$/.test(id))).toBe(true)
  })

  test('keeps what its fields hold', () => {
    const [card] = cardsOf(`${HEAD}## adam/first
tags: optimiser, moments
source: Kingma & Ba 2015, section 3
exercise: adam
after: adam/zero, adam/cloze#1, adam/cloze#2
image: pictures/adam.png
errata: Wrong.
errata.zh: 错。

Q: Code?

\`\`\`py
## not/a-heading? no: in a fence only ids end it
A: not a field
\`\`\`
A: A list:
- one

- two
Q.zh： 代码？
A.zh: 列表
`)
    expect(card).toMatchObject({
      id: 'adam/first',
      note: 'adam/first',
      deck: 'test',
      tags: ['optimiser', 'moments'],
      source: 'Kingma & Ba 2015, section 3',
      exercises: ['adam'],
      after: ['adam/zero', 'adam/cloze', 'adam/cloze#2'],
      image: 'pictures/adam.png',
      errata: { en: 'Wrong.', zh: '错。' },
      prompt: { zh: '代码？' },
      answer: { en: 'A list:\n- one\n\n- two', zh: '列表' },
      line: 6,
    })
    expect(card?.kind === 'basic' && card.prompt.en).toContain('A: not a field\n```')
  })

  test('gives a cloze note a card for each number, the first with the id of the note', () => {
    const cards = cardsOf('## a/b\nC: [1: x] and [2: y], [1: z]\nC.zh: [2: 乙]和[1: 甲]\n')
    expect(cards.map(({ id, note, kind }) => ({ id, note, kind }))).toEqual([
      { id: 'a/b', note: 'a/b', kind: 'cloze' },
      { id: 'a/b#2', note: 'a/b', kind: 'cloze' },
    ])
  })

  test.each<[string, unknown]>([
    ['tolerance: 0.01\nA: x', { kind: 'absolute', value: 0.01 }],
    ['tolerance: 1%\nA: x', { kind: 'relative', value: 0.01 }],
    ['A: $@{answer:3}$', { kind: 'decimals', value: 3 }],
    ['A: $@{answer}$', { kind: 'decimals', value: 6 }],
  ])('reads how exact a number must be from %j', (fields, tolerance) => {
    expect(cardsOf(`## a/b\nQ: @{n}?\nlet n = int(1, 9)\nanswer = n / 4\n${fields}\n`)[0]).toMatchObject({
      tolerance,
    })
  })

  test('reads the decimals of a figure where nothing is drawn', () => {
    const [card] = cardsOf('## a/b\nQ: Half of 3?\nanswer = 3 / 2\nA: $3 / 2 = 1.50$\n')
    expect(card).toMatchObject({ tolerance: { kind: 'decimals', value: 2 } })
  })

  test('is the same with the line ends and marks of any editor', () => {
    const plain = `${HEAD}## a/b\nQ: é？\nA: y\n`
    for (const text of [
      plain.replaceAll('\n', '\r\n'),
      plain.replaceAll('\n', '\r'),
      `\ufeff${plain}`,
      plain.normalize('NFD'),
    ]) {
      expect(parseDeck(text, 'x.md')).toEqual(parseDeck(plain, 'x.md'))
    }
  })
})

describe('a broken note', () => {
  test.each<[string, string, string]>([
    ['no answer', '## a/b\nQ: x\n', 'decks/test.md:1: The note has no answer; add a line A: with it.'],
    [
      'no prompt',
      '## a/b\nA: x\n',
      'decks/test.md:1: The note has no prompt; give it Q: and A:, or C: with [hidden parts].',
    ],
    [
      'two prompts',
      '## a/b\nQ: x\nC: [y]\n',
      'decks/test.md:1: The note has both Q and C; make two notes of it.',
    ],
    [
      'a field twice',
      '## a/b\nQ: x\nQ: z\nA: y\n',
      'decks/test.md:3: The field Q stands twice in this note; join them, or begin a new note with ## deck/slug.',
    ],
    [
      'a wrong id',
      '## adam/B\nQ: x\nA: y\n',
      'decks/test.md:1: "adam/B" is not an id, so that it only groups what follows; write deck/slug in lower-case letters, digits and hyphens.',
    ],
    [
      'a used id',
      '## a/b\nQ: x\nA: y\n## a/b\nQ: z\nA: y\n',
      'decks/test.md:4: The id a/b is already used in line 1; give this note another.',
    ],
    [
      'the same prompt',
      'Q: x\nA: y\n\nQ: x\nA: z\n',
      'decks/test.md:4: The same prompt stands in line 1; take one out.',
    ],
    [
      'a stray line',
      '## a/b\nhello\nQ: x\nA: y\n',
      'decks/test.md:2: This line belongs to no field; begin it with a field such as Q: or A:.',
    ],
    [
      'an open fence',
      '## a/b\nQ: x\n```py\nA: y\n## c/d\nQ: x\nA: y\n',
      'decks/test.md:3: This code fence is never closed; close it with ```.',
    ],
    [
      'nothing hidden',
      '## a/b\nC: x\n',
      'decks/test.md:2: The cloze text hides nothing; put brackets around the part to hide.',
    ],
    [
      'different parts hidden',
      '## a/b\nC: [1: x]\nC.zh: [2: 乙]\n',
      'decks/test.md:3: The languages hide different parts (1 and 2); number them alike.',
    ],
    [
      'an open bracket',
      '## a/b\nC: [x] [y\n',
      'decks/test.md:2: In the cloze text an opening bracket is never closed; close it or write it as \\[.',
    ],
    [
      'two right options',
      '## a/b\nQ: x\n- [x] a\n- [x] b\n',
      'decks/test.md:1: The choice has 2 right options; mark exactly one with [x].',
    ],
    ['one option', '## a/b\nQ: x\n- [x] a\n', 'decks/test.md:1: The choice has 1 option; give it 2 to 26.'],
    [
      'options in another order',
      '## a/b\nQ: x\n- [x] a\n- [ ] b\nQ.zh: 甲\n- [ ] 乙\n- [x] 丙\n',
      'decks/test.md:1: The languages mark different options as right; list the options in the same order.',
    ],
    [
      'fewer options',
      '## a/b\nQ: x\n- [x] a\n- [ ] b\n- [ ] c\nQ.zh: 甲\n- [x] 乙\n- [ ] 丙\n',
      'decks/test.md:1: The languages have 3 and 2 options; list the same ones in both.',
    ],
    [
      'no question',
      '## a/b\nQ:\n- [x] a\n- [ ] b\n',
      'decks/test.md:1: The prompt is nothing but options; write the question above them.',
    ],
    [
      'an empty step',
      '## a/b\nQ: x\n1. a\n2.\n',
      'decks/test.md:1: One of the steps is empty; write it or take it out.',
    ],
    [
      'a let without answer',
      '## a/b\nQ: x\nlet n = int(1, 3)\nA: y\n',
      'decks/test.md:3: The note draws numbers but computes none; add a line answer = expression.',
    ],
    [
      'an unknown name',
      '## a/b\nQ: x\nanswer = n\nA: y\n',
      'decks/test.md:3: Expression "n": the name "n" is not defined. Define it with a let line above, or use one of: pi, e.',
    ],
    [
      'a taken name',
      '## a/b\nQ: x\nlet pi = 3\nanswer = pi\nA: y\n',
      'decks/test.md:3: The name "pi" is taken; choose another.',
    ],
    [
      'a wrong placeholder',
      '## a/b\nQ: x\nanswer = 1\nA: @{m}\n',
      'decks/test.md:4: Expression "m": the name "m" is not defined. Define it with a let line above, or use one of: answer, pi, e.',
    ],
    [
      'no number',
      '## a/b\nQ: x\nanswer = 1 / 0\nA: y\n',
      'decks/test.md:3: The answer "1 / 0" is not finite for any numbers drawn. Choose lets that avoid a division by zero, a root or logarithm of a negative number.',
    ],
    [
      'no solution',
      '## a/b\nQ: x\nanswer = 1\n',
      'decks/test.md:1: The numeric note has no solution; add a line A: that shows how the answer is found.',
    ],
    [
      'a wrong tolerance',
      '## a/b\nQ: x\nanswer = 1\ntolerance: some\nA: y\n',
      'decks/test.md:4: The tolerance "some" is no number; write it like 0.01 or 1%.',
    ],
    [
      'a wrong link',
      '## a/b\nafter: A B\nQ: x\nA: y\n',
      'decks/test.md:2: "A B" in after is not an id; separate ids by commas.',
    ],
    [
      'an image elsewhere',
      '## a/b\nimage: ../../secret.png\nQ: x\nA: y\n',
      'decks/test.md:2: The image lies outside the deck; give a path relative to the deck, without ...',
    ],
    [
      'open front matter',
      '---\ntitle: x\n',
      'decks/test.md:1: The front matter is never closed; end it with a line of three dashes.',
    ],
  ])('%s is told with its line', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault])
  })

  test('does not keep the others from loading', () => {
    const text = `${HEAD}## a/one\nQ: x\nA: y\n\n## a/two\nQ: broken\n\n## a/three\nQ: x\n\`\`\`\nopen\n\n## a/four\nQ: x\nA: y\n`
    expect(cardsOf(text).map(({ id }) => id)).toEqual(['a/one', 'a/four'])
    expect(faultsOf(text)).toEqual([
      'decks/test.md:10: The note has no answer; add a line A: with it.',
      'decks/test.md:15: This code fence is never closed; close it with ```.',
    ])
  })
})

describe('a hostile deck', () => {
  const snippets = fc.constantFrom(
    '## a/b',
    '## a/c',
    '---',
    'Q: ',
    'A: ',
    'C: ',
    'Q.zh: ',
    '[',
    ']',
    '[1: ',
    '$',
    '```',
    '- [x] ',
    '- [ ] ',
    '1. ',
    'let n = ',
    'answer = ',
    'int(1, 2)',
    '@{',
    '}',
    '\n',
    '\r\n',
    ' ',
    'x',
    '中',
    '\x1b[31m',
    '\x1b]0;title\x07',
    '\x9b2J',
    '\u202e',
    '\ufeff',
    '\ud800',
  )
  const texts = fc.oneof(
    fc.string({ unit: codePoint }),
    fc.array(snippets, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.array(snippets, { maxLength: 60 }).map((parts) => parts.join('\n')),
  )

  test('never stops the parser, and no control character comes through', () => {
    fc.assert(
      fc.property(texts, texts, (text, path) => {
        const parsed = JSON.stringify(parseDeck(text, path)).replaceAll('\\n', '').replaceAll('\\t', '')
        expect(parsed).not.toMatch(/\\u00[01]|[\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\\ud[89a-f]/)
      }),
      { numRuns: runs(2000) },
    )
  })

  test.each<[string, (count: number) => string]>([
    ['brackets', (count) => `C: ${'['.repeat(count)}`],
    ['links', (count) => `C: ${'[a](b'.repeat(count)}`],
    ['dollars', (count) => `Q: ${'$a '.repeat(count)}\nA: x`],
    ['backticks', (count) => `Q: ${'`a``b'.repeat(count)}\nA: x`],
    ['spaces', (count) => `Q: ${' '.repeat(count)}x${' '.repeat(count)}\nA: ${'\n'.repeat(count)}x`],
    ['escapes', (count) => `Q: ${'\x1b['.repeat(count)}${'\x1b]'.repeat(count)}\nA: x`],
    ['placeholders', (count) => `Q: ${'@{'.repeat(count)}\nanswer = 1\nA: ${'@{1'.repeat(count)}`],
    ['parentheses', (count) => `Q: x\nanswer = ${'('.repeat(count)}\nA: x`],
    ['headings', (count) => `## ${'#'.repeat(count)} a/b\n`],
    ['items', (count) => `Q: x\n${'- [ ]\n'.repeat(count)}`],
    ['notes', (count) => 'Q: x\nA: y\n'.repeat(count)],
    ['fences', (count) => `## a/b\nQ: x\n${'```\n'.repeat(count)}`],
    ['fences with a language', (count) => `Q: x\n${'A: ```py\n'.repeat(count)}`],
    ['comments', (count) => '<!-- \n'.repeat(count)],
    ['comments in a line', (count) => `C: ${'<!-- '.repeat(count)}`],
    ['tildes', (count) => `Q: x\nA: ${'~'.repeat(5 * count)}`],
    ['rules', (count) => `Q: x\nA: y\n${'---\n'.repeat(count)}`],
    ['front matter', (count) => `---\n${'title: x\n'.repeat(count)}`],
    ['link targets', (count) => `C: ${'[a]('.repeat(count)}`],
    ['link names', (count) => `C: [b]\n${'[a]: http:x\n'.repeat(count)}`],
  ])('of %s is read in time that grows with its length alone', (_, make) => {
    // A quadratic scan of half a million characters would outlast the test's limit many times over.
    expect(parseDeck(make(100_000), 'x.md').deck.name).toBe('x')
  })
})

test('a weight is a whole number from 1 to 9, and 1 where the file says nothing that can be read', () => {
  const weigh = (line: string) => parseDeck(`---\ntitle: A\n${line}\n---\n`, 'a.md')
  expect(weigh('weight: 4')).toMatchObject({ deck: { weight: 4 }, faults: [] })
  expect(weigh('group: b')).toMatchObject({ deck: { weight: 1 }, faults: [] })
  for (const text of ['0', '10', '2.5', 'high', '']) {
    const { deck, faults } = weigh(`weight: ${text}`)
    expect(deck.weight).toBe(1)
    expect(faults).toMatchObject([{ path: 'a.md', line: 3 }])
  }
})
