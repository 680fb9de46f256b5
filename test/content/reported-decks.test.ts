import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deckPaths } from '../../src/content/deck-paths.ts'
import { decodeText, encodeLike } from '../../src/content/decode-text.ts'
import { lintDecks } from '../../src/content/lint.ts'
import { parseDeck } from '../../src/content/parse-deck.ts'
import { formatFault } from '../../src/core/fault.ts'
import { runs } from '../seed.ts'

/** Decks as people wrote them for this program and for others of its kind, after their reports of what went wrong. */

const read = (text: string) => parseDeck(text, 'own.md')
const cardsOf = (text: string) => read(text).deck.cards
const faultsOf = (text: string) => read(text).faults.map(({ line, message }) => `${line}: ${message.en}`)
const lint = (text: string) =>
  lintDecks([{ path: 'own.md', text }], { decks: 'own', hasImage: () => true }).map(formatFault)
const NEXT = '\nQ: And then?\nA: Stop.\n'

describe('a whole answer is read', () => {
  test.each<[string, string]>([
    ['with comments in code that is not fenced', 'In two steps:\n# first\npip install x\n# then\nimport x'],
    [
      'that names fields of no form',
      'They are\nunit: the ISBN\nimage: the cover\nafter: the last one\ntags: what one sees of it',
    ],
    ['that ends with a comment in code', 'pip install x\n# then restart\n# and wait'],
    ['that names members and assigns like Pascal', 'Like this:\nA::f();\nC::g();\nQ := E\nanswer := 3'],
    ['that lists keys', 'They are\ntitle: the name\nsource: the origin\nexercise: what to do\nafter: lunch'],
    ['that assigns', 'The variable:\nanswer = 42'],
    ['that is a program', 'let x = 5\nconsole.log(x)\ntolerance: 1'],
    ['that is code from its first line on', '```python\nQ: no card\nprint("hi")\n```'],
    ['that is code between tildes', '~~~\n## Not an id\nC: no cloze\n~~~'],
    ['with three backticks in a line', '```ls -la```\nand ```pwd``` too'],
    ['with a longer fence around a fence', '````md\n```py\nx\n```\n````'],
    ['with a small heading', 'Two parts.\n\n### One\n\nThe first.'],
    ['with a rule of its own', 'a\n\n***\n\nb'],
    ['that comments in a line', 'seen <!-- not --> seen'],
    ['of a mark that begins a comment', '<!--'],
    ['that lists drives', 'They are\nC: the system drive\nD: the data drive'],
  ])('%s', (_, answer) => {
    const text = `Q: What?\nA: ${answer}\n${NEXT}`
    expect(faultsOf(text)).toEqual([])
    const cards = cardsOf(text)
    expect(cards).toMatchObject([{ kind: 'basic', answer: { en: answer } }, { kind: 'basic' }])
    expect(cards[0]?.image).toBeUndefined()
  })
})

describe('a card', () => {
  test.each<[string, string, number]>([
    ['below a heading with a slash', '## TCP/IP\n\nQ: one\nA: 1\n\nQ: two\nA: 2\n', 2],
    ['below a heading that could be an id', '## client/server\n\nQ: one\nA: 1\n\nQ: two\nA: 2\n', 2],
    ['between rules', '---\n\nQ: one\nA: 1\n\n---\n\nQ: two\nA: 2\n', 2],
    ['between rules with front matter', '---\nname = "Own"\n---\nQ: one\nA: 1\n---\nC: [a]\n---\n', 2],
    ['with a rule between prompt and answer', 'Q: one\n---\nA: 1\n', 1],
    ['below small headings', '### One\nQ: one\nA: 1\n\n### Two\n\nQ: two\nA: 2\n', 2],
    ['with a numbered line', `Q: Does it rise from 9 to\n10. Or to 20?\nA: No.\n${NEXT}`, 2],
    ['with two numbered lines', `Q: Does it rise from 9 to\n10. Or to\n20. Or 30?\nA: No.\n${NEXT}`, 2],
    ['with numbered options', `Q: Which is lossless?\n1. JPEG\n2. PNG\n3. MP3\nA: 2\n${NEXT}`, 2],
    ['with a question below a list', `Q: Given\n1. a\n2. b\n\nwhich is larger?\nA: a\n${NEXT}`, 2],
    ['further in', 'Q: one\nA:\n    ```py\n    x\n    ```\n', 1],
    ['before one with an arrow', 'Q: What opens a comment?\nA: <!--\n\nQ: Where to?\nA: x --> y\n', 2],
    ['with a comment that is never closed', 'Q: one <!-- two\nA: 1\n\nQ: two <!----> ok\nA: 2\n', 2],
    ['behind one that is commented out from its text on', 'Q: one\nA: 1 <!--\n\nQ: draft\nA: 2\n-->\n', 1],
    ['beside one that is commented out', 'Q: live?\nA: yes\n\n<!--\nQ: draft?\nA: no\n-->\n', 1],
    [
      'with code in its prompt',
      `Q: What is printed?\nlet answer = 1\nanswer = 42\nprint(answer)\nA: 42\n${NEXT}`,
      2,
    ],
  ])('%s is read', (_, text, count) => {
    expect(faultsOf(text)).toEqual([])
    const cards = cardsOf(text)
    expect(cards).toHaveLength(count)
    for (const card of cards) expect(['basic', 'cloze']).toContain(card.kind)
    expect(JSON.stringify(cards)).not.toMatch(/(?<!!)---(?!>)|draft/)
  })

  test('has the title that TOML gives its deck', () => {
    expect(read('+++\ntitle = "One"\nweight = 3\n+++\n').deck).toMatchObject({
      title: { en: 'One' },
      weight: 3,
    })
    expect(read('---\nname = "Two"\n---\n').deck.title.en).toBe('Two')
    expect(read('+++\nname = "\\"Three\\"" # so called\n+++\n').deck.title.en).toBe('"Three"')
    expect(read('---\ntitle: Four\n...\nQ: a\nA: b\n')).toMatchObject({
      deck: { title: { en: 'Four' }, cards: [{}] },
      faults: [],
    })
  })

  test('that computes may say so in any order', () => {
    for (const text of [
      'Q: @{n}?\nA: @{answer}\nlet n = int(1, 9)\nanswer = n + 1\n',
      'Q: 1 + 1?\nunit: px\nanswer = 1 + 1\nA: 2\n',
      'Q: 1 + 1?\nanswer = 1 + 1\nA: 2\n',
    ]) {
      expect(cardsOf(text)).toMatchObject([{ kind: 'numeric' }])
    }
  })

  test('without a written id keeps the one it was given, whatever is read as its text by now', () => {
    const idOf = (text: string) => cardsOf(text)[0]?.id
    // As the first version gave them.
    expect(idOf('Q: What is teh mean?\nA: The average.\n')).toBe('own/x2bx61eh2rb5lq')
    expect(idOf('C: a [part]\n\n---\nnotes\n')).toBe('own/x2edmrm3h18em3')
    expect(idOf('Q: What?\nimage: the cover\nA: x\n')).toBe('own/x37jckyhqnagz4')
    expect(idOf('C: a [part]\n<!-- one\ntwo -->\n')).toBe('own/xcp9ew3zvm0aa')
    expect(idOf('C: a [part]\n# b\nc\n')).toBe('own/xy6b1qercnn6b')
    expect(idOf('C: a [part]\nA::f()\n')).toBe(idOf('C: a [part]\n'))
    expect(idOf('C: a [part]\n\n### b\n\nQ: x\nA: y\n')).toBe('own/x36smetucoqur6')
  })
})

describe('what is in no card', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'below a heading',
      'Q: one\nA: 1\n\n## Why\nThe model overfits.\nIt does.\n',
      [
        '5: No card holds this text, for the heading in line 4 ends the one above; begin one with Q: and A:, or take it out, or move it above line 4.',
      ],
    ],
    [
      'below a rule',
      'Q: one\nA: 1\n---\nOnly notes.\n',
      [
        '4: No card holds this text, for the --- in line 3 ends the one above; begin one with Q: and A:, or take it out, or move it above line 3.',
      ],
    ],
    [
      'in other forms',
      '# Attention\n\nsoftmax :: exp over the sum of exps\n\n## Two\n**Q:** What?\n**A:** This.\n',
      [
        '3: No card holds this text; write Q: before what is asked and, in the next line, A: before the answer.',
        '6: No card holds this text; write Q: at the beginning of the line, without marks or spaces before it.',
      ],
    ],
    [
      'of Chinese names of fields, and of pairs below',
      '问：什么？\n答：这个。\n\n问 :: 答\n',
      [
        '1: No card holds this text; write Q: at the beginning of the line, without marks or spaces before it.',
        '4: No card holds this text; write Q: before what is asked and, in the next line, A: before the answer.',
      ],
    ],
    [
      'that is an answer to nothing',
      'A: stray\n\nQ: one\nA: 1\n',
      ['1: The note has no prompt; give it Q: and A:, or C: with [hidden parts].'],
    ],
    [
      'as a cloze of Anki',
      'C: {{c1::Paris}} is a capital.\n',
      ['1: The cloze text hides nothing; write {{c1::x}} as [1: x].'],
    ],
    [
      'indented',
      '  Q: What?\n  A: This.\n',
      [
        '1: No card holds this text; write Q: at the beginning of the line, without marks or spaces before it.',
      ],
    ],
    [
      'behind a comment that is never closed',
      '<!--\nQ: draft?\nA: no\n',
      [
        '1: No card holds this text; begin one with Q: and A:, or take it out.',
        '1: This comment is never closed; close it with -->.',
      ],
    ],
    [
      'in the front matter',
      '---\ntitle: a\n  and more\n---\n',
      ['3: This line of the front matter is no name: value; write one, or take the line out.'],
    ],
    [
      'a unit of nothing',
      '## a/b\nunit: px\nQ: x\nA: y\n',
      ['2: Only a note that computes has unit; add answer = above its A:, or take the line out.'],
    ],
    [
      'a let above its note',
      'let n = 1\nQ: x\nA: y\n',
      ['1: Only a note that computes has let; add answer = above its A:, or take the line out.'],
    ],
  ])('%s is told with its line and what to do', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })

  test('costs no other card', () => {
    const broken = 'Q: broken\nA: ```py\nnever closed\n'
    expect(cardsOf(`${broken}${NEXT}`)).toMatchObject([{ prompt: { en: 'And then?' } }])
    expect(faultsOf(`${broken}${NEXT}`)).toEqual(['2: This code fence is never closed; close it with ```.'])
    expect(cardsOf(`---\ntitle: a\n${NEXT}`)).toHaveLength(1)
    expect(cardsOf('A: stray\n\nQ: one\nA: 1\n')).toMatchObject([{ answer: { en: '1' } }])
  })

  test('a file without any card says so', () => {
    expect(lint('')).toEqual([
      'own.md:1: The file holds no card; begin one with Q: and A:, or take the file out of the folder.',
    ])
  })

  const word = fc.integer({ min: 100, max: 999 }).map((number) => `w${number}`)
  const line = fc.oneof(
    word,
    fc
      .tuple(
        fc.constantFrom('Q: ', 'A: ', 'A: ```', 'errata: ', 'source: ', 'Q.zh: ', '  ', '- ', '> '),
        word,
      )
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('answer = ', 'let a = ', 'unit: ', 'image: ', '```', '~~~ ', '# ', '1. '), word)
      .map((parts) => parts.join('')),
    fc.constantFrom('', '', '---', '```', '~~~', '## TCP/IP', '### x', '***', '1. a', '```ls```'),
  )

  test('is never dropped without a fault, whatever the lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const text = lines.join('\n')
        const { deck, faults } = read(text)
        const shown = JSON.stringify(deck.cards)
        const isHeading = (at: string) => lines.some((one) => one.startsWith('# ') && one.includes(at))
        const lost = (text.match(/w\d{3}/g) ?? []).filter(
          (found) => !shown.includes(found) && !isHeading(found),
        )
        // Unknown names of the front matter cost no card: the linter tells them.
        const told = [...faultsOf(text), ...lint(text).filter((one) => one.includes('front matter'))]
        if (lost.length > 0) expect(told).not.toEqual([])
        for (const { line: at } of faults) expect(at).toBeGreaterThan(0)
      }),
      { numRuns: runs(3000) },
    )
  })

  test('of an answer is nothing, whatever stands in it', () => {
    const prose = fc.array(
      fc.oneof(
        word,
        fc.constantFrom(
          '',
          'image: of it',
          'answer = 1',
          'let x = 2',
          '# x',
          '```',
          'a :: b',
          '`<!--`',
          'Q',
          '=== ---',
        ),
      ),
    )
    fc.assert(
      fc.property(prose, (lines) => {
        const answer = ['First.', ...lines, 'Last.'].join('\n')
        const fenced = (answer.match(/^```$/gm) ?? []).length
        fc.pre(fenced % 2 === 0 && !/\n\n# x/.test(answer))
        expect(cardsOf(`Q: one\nA: ${answer}\n${NEXT}`)).toMatchObject([{ answer: { en: answer } }, {}])
      }),
      { numRuns: runs(1000) },
    )
  })
})

describe('lint raises no false alarm', () => {
  test.each<[string, string]>([
    [
      'of prompts that differ in case',
      'Q: p\nA: Puts text behind the cursor.\n\nQ: P\nA: Puts text before the cursor.\n',
    ],
    [
      'of names that differ in case',
      'Q: What does `d` do in vim?\nA: It deletes a motion.\n\nQ: What does `D` do in vim?\nA: It deletes a motion.\n',
    ],
    ['of a hour in a cloze', 'C: The train to [Bern] leaves at [10:30].\n'],
    ['of what looks like a placeholder in code', 'Q: What is `@{a}`?\nA: ```ps\n@{ a = 1 }\n```\n'],
    [
      'of a word and a colon that a paragraph goes on with',
      `Q: How?\nA: Either way the fix is the same: merge the two operations into one\ncall: df.loc[x]\n`,
    ],
    ['of a path that begins an answer', 'Q: Where?\nA: C:\\new\\table\n'],
    ['of prices and variables', 'Q: How much?\nA: $5, or US$6, of $HOME or $(x); $ 7\n'],
    [
      'of an answer that lists what is written like fields',
      'Q: What?\nA: They are\nimage: the cover\nunit: the ISBN\n',
    ],
  ])('%s', (_, text) => {
    expect(lint(text)).toEqual([])
  })

  test('but tells cards in other forms that go on with the one above', () => {
    const told = (text: string) => lint(`Q: one\nA: 1\n\n${text}\n`).map((fault) => fault.slice(0, 44))
    for (const text of ['softmax :: exps over their sum', '- Q: two\n- A: 2', '> Q: two', '1. **Q**: two'])
      expect(told(text)).toEqual(['own.md:4: This line looks like another card,'])
    expect(lint('Q: type?\nA: map :: (a -> b) -> [a] -> [b]\n')).toEqual([])
    expect(lint('Q: groups?\nA: They are\n\n- A: one\n- B: other\n')).toEqual([])
  })

  test('and one for one cause', () => {
    expect(lint('C: The half-open [0, 1) is given.\n')).toEqual([
      'own.md:1: The cloze text hides nothing; put brackets around the part to hide.',
    ])
    expect(lint('C: The policy gradient is E[log p · [A]].\n')).toEqual([
      'own.md:1: In the cloze text a bracket stands inside another in [log p · [A]]; where the outer one hides nothing write \\[log p · [A]\\], or set it as mathematics between dollars.',
    ])
  })
})

describe('files', () => {
  test('of a folder are found once, without those that are hidden', () => {
    const folder = mkdtempSync(join(tmpdir(), 'anneal-decks-'))
    mkdirSync(join(folder, '.trash'))
    mkdirSync(join(folder, 'real'))
    for (const name of [
      'a.md',
      'b.markdown',
      'C.MD',
      '.#a.md',
      '~$a.md',
      'a.txt',
      '.trash/old.md',
      'real/d.md',
    ])
      writeFileSync(join(folder, name), 'Q: a?\nA: b\n')
    for (const [to, name] of [
      ['.', 'one'],
      ['.', 'two'],
      ['real', 'again'],
      ['a.md', 'z.md'],
      ['loop.md', 'loop.md'],
    ] as const)
      symlinkSync(to, join(folder, name))
    expect(deckPaths(folder)).toEqual(
      ['C.MD', 'a.md', 'b.markdown', 'loop.md', 'real/d.md'].map((name) => join(folder, name)),
    )
    expect(deckPaths(join(folder, 'nowhere'))).toEqual([])
  })

  test.each<[string, Uint8Array, string | undefined]>([
    ['UTF-8', Buffer.from('Q: 归一化？'), 'Q: 归一化？'],
    ['UTF-16', Buffer.from('\ufeffQ: 归一化？', 'utf16le'), 'Q: 归一化？'],
    ['UTF-16, the other way round', Buffer.from('\ufeffQ: 归一化？', 'utf16le').swap16(), 'Q: 归一化？'],
    ['UTF-32', Buffer.from('fffe0000510000003a000000', 'hex'), undefined],
    ['UTF-16 that is cut off', Buffer.from('fffe51003a', 'hex'), undefined],
    ['UTF-16 without its mark', Buffer.from('Q: one?', 'utf16le'), undefined],
    ['a zero byte in UTF-8', Buffer.from('Q: one?\nA: a\0b'), undefined],
    ['GBK', Buffer.from('513a20cab2c3b4cac7b9e9d2bbbbafa3bf', 'hex'), undefined],
    ['Latin-1', Buffer.from('Q: naïve?', 'latin1'), undefined],
  ])('in %s are read, or told', (_, bytes, text) => {
    const decoded = decodeText(bytes)
    if (text === undefined) expect('fault' in decoded && decoded.fault.en).toContain('UTF-8')
    else expect(decoded).toEqual({ text })
    if ('text' in decoded) expect(encodeLike(bytes, decoded.text)).toEqual(bytes)
  })
})
