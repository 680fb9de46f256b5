import { describe, expect, test } from 'vitest'
import { lintDecks } from '../../src/content/lint.ts'
import { parseDeck } from '../../src/content/parse-deck.ts'
import { parseCloze } from '../../src/core/cloze.ts'
import { formatFault } from '../../src/core/fault.ts'

/** More of the kinds of `reported-decks`: each deck here once lost a card, or said something else than its author. */

const read = (text: string) => parseDeck(text, 'own.md')
const cardsOf = (text: string) => read(text).deck.cards
const faultsOf = (text: string) => read(text).faults.map(({ line, message }) => `${line}: ${message.en}`)
const lint = (text: string) =>
  lintDecks([{ path: 'own.md', text }], { decks: 'own', hasImage: () => true }).map(formatFault)
const NEXT = '\nQ: And then?\nA: Stop.\n'

describe('a fence', () => {
  const INNER = '```md\nQ: inner\nA: 1\n---\n## own/inner\nC: [x]\n```'

  test('that is closed may hold what would begin a card', () => {
    expect(faultsOf(`Q: What?\nA:\n${INNER}\n${NEXT}`)).toEqual([])
    expect(cardsOf(`Q: What?\nA:\n${INNER}\n${NEXT}`)).toMatchObject([{ answer: { en: INNER } }, {}])
  })

  test('that is not closed costs no card, whatever fences stand behind it', () => {
    const open = 'Q: one\nA:\n```\nx\n\n'
    for (const behind of ['Q: two\nA:\n```\ny\n```\n', '## own/two\nQ: two\nA:\n```\ny\n```\n']) {
      expect(cardsOf(`${open}${behind}${NEXT}`)).toMatchObject([{ prompt: { en: 'two' } }, {}])
      expect(faultsOf(`${open}${behind}${NEXT}`)).toEqual([
        '3: This code fence is never closed; close it with ```.',
      ])
    }
  })

  test('may begin with the item of a list', () => {
    for (const item of ['1. ```py\n   # x\n   ```', '- ~~~\n  Q: x\n  ~~~']) {
      expect(faultsOf(`Q: one\nA: Two:\n${item}\n${NEXT}`)).toEqual([])
      expect(cardsOf(`Q: one\nA: Two:\n${item}\n${NEXT}`)).toHaveLength(2)
    }
  })
})

describe('a heading', () => {
  test.each<[string, string, number]>([
    ['with a tab behind its marks', '##\town/a\nQ: x\nA: y\n', 0],
    ['with a space that does not break', '##\u00a0own/a\nQ: x\nA: y\n', 0],
    ['with marks behind it', '## own/a ##\nQ: x\nA: y\n', 0],
    ['with a text below it', '## own/a\n\nOf it all:\n\nand more\n\nQ: x\nA: y\n', 1],
  ])('%s gives its id', (_, text, faults) => {
    expect(cardsOf(text)).toMatchObject([{ id: 'own/a' }])
    expect(faultsOf(text)).toHaveLength(faults)
  })

  test('that is no id costs no card', () => {
    expect(cardsOf('## own/Upper\nQ: x\nA: y\n')).toHaveLength(1)
    expect(faultsOf('## src/main.py\nQ: x\nA: y\n\n## http/1.1\nQ: a\nA: b\n')).toEqual([])
    expect(lint('Q: x\nA: y\n##own/a\nQ: a\nA: b\n')).toEqual([
      'own.md:3: This line begins no note; write a space behind ##.',
    ])
  })
})

describe('a card', () => {
  test('in Chinese alone is not joined with the next', () => {
    expect(cardsOf('Q.zh: 甲？\nA.zh: 乙。\n\nQ: one\nQ.zh: 一\nA: two\nA.zh: 二\n')).toMatchObject([
      { prompt: { zh: '甲？' }, answer: { zh: '乙。' } },
      { prompt: { en: 'one', zh: '一' }, answer: { en: 'two', zh: '二' } },
    ])
  })

  test('of another kind begins another, in Chinese too', () => {
    expect(cardsOf('Q.zh: 甲？\n- [x] 乙\n- [ ] 丙\n\nC.zh: [丁]\nQ.zh: 戊？\nA.zh: 己\n')).toMatchObject([
      { kind: 'choice' },
      { kind: 'cloze' },
      { kind: 'basic' },
    ])
  })

  test('has the tags that stand above its prompt', () => {
    expect(cardsOf('Q: a\nA: b\n\ntags: x\nsource: y\nQ: c\nA: d\n')).toMatchObject([
      { tags: [], source: '' },
      { tags: ['x'], source: 'y' },
    ])
  })

  test.each<[string, string]>([
    ['asks about a program', 'What is printed?\nlet answer = 1\nlet x = int(5)\nprint(answer)'],
    ['has questions with numbers', 'Both:\n1. What is x?\n2. What is y?'],
    ['holds what has a name of a field', 'Of the file\nimage: nginx:1.25\nafter: noon\nwhich?'],
  ])('that %s is basic', (_, prompt) => {
    expect(faultsOf(`Q: ${prompt}\nA: 1. x\n2. y\n`)).toEqual([])
    expect(cardsOf(`Q: ${prompt}\nA: 1. x\n2. y\n`)).toMatchObject([
      { kind: 'basic', prompt: { en: prompt } },
    ])
  })

  test.each(['2', 'Option 2, because it is.', '选项 2', '第 2 项。', 'The second.', '1 and 3', '(2)'])(
    'with numbered options answers with %j, and puts nothing in order',
    (answer) => {
      const options = 'Q: Which?\n1. a\n2. b\n3. c\n'
      expect(cardsOf(`${options}A: ${answer}\n`)).toMatchObject([{ kind: 'basic', answer: { en: answer } }])
      expect(cardsOf(`${options}A: 1 comes before 2, which needs it.\n`)).toMatchObject([
        { kind: 'ordering' },
      ])
    },
  )

  test.each([
    [
      'Lossless:',
      ['Answer: 2', 'The answer is 2.', '正确答案：2', '②', '选 B', '2 (PNG)', '2: PNG', '2 & 3', '**2**'],
    ],
    [
      'Lossless:',
      ['`PNG`', 'PNG.', 'PNG, because it is.', 'PNG (2)', 'It is PNG', 'None of them', '以上都不是'],
    ],
    [
      'Which sort of file is lossless?',
      ['PNG is, the others are not.', '2. It keeps all.', 'JPEG loses some'],
    ],
    ['Which of the steps loses nothing?', ['The second one, packing.']],
    ['下列哪个步骤是无损的？', ['第二步，压缩。']],
    ['下列哪个排序是稳定的？', ['归并是稳定的', '二', 'PNG']],
    ['Which are lossless? (choose one)', ['That of PNG']],
    ['What do these have in common?', ['They hold pictures or sound.']],
    ['How many of these are lossless?', ['One.']],
    ['翻译成德文：', ['一、Bild']],
  ])('%s with numbered options puts nothing in order', (question, answers) => {
    for (const answer of answers) {
      const text = `Q: ${question}\n1. JPEG\n2. PNG\n3. MP3\nA: ${answer}\n`
      expect(cardsOf(text)).toMatchObject([{ kind: 'basic', answer: { en: answer } }])
      expect(lint(text)).toEqual([])
    }
  })

  test.each([
    ['In which order are they applied?', '1. comes first, for scores are needed.'],
    ['Which steps does it take?', 'It is greedy.'],
    ['下列步骤的正确顺序是？', '先排序，再抑制。'],
    ['Sort by size', 'JPEG is smallest because it loses most.'],
    ['How does it go?', 'Each needs the one before.'],
    ['How is a picture packed?', 'Prediction needs whole rows.'],
  ])('%s with steps puts them in order', (question, answer) => {
    expect(cardsOf(`Q: ${question}\n1. JPEG\n2. PNG\n3. MP3\nA: ${answer}\n`)).toMatchObject([
      { kind: 'ordering', why: { en: answer } },
    ])
  })

  test.each([
    ['C: In [0, 1) and (0, 1] the answer is [word].', ['word']],
    ['C: 区间[a, b)左闭右开，(a，b]则是[左开右闭]。', ['左开右闭']],
    ['C: [x in (0, 1]] or [f(a, b)]', ['x in (0, 1]', 'f(a, b)']],
  ])('hides no half-open interval: %s', (text, hidden) => {
    const [card] = cardsOf(`${text}\n`)
    const parts = card?.kind === 'cloze' ? parseCloze(card.text.en).parts : []
    expect(parts.flatMap((part) => (part.kind === 'hidden' ? [part.text] : []))).toEqual(hidden)
    expect(lint(`${text}\n`)).toEqual([])
  })

  test.each([
    ['C: <https://a.b/[x]> and http://[::1]:80/ are [addresses].', ['addresses']],
    ['C: https://a.b/?q[]=1&x[0][y]=2 has [keys].', ['keys']],
    ['C: It stands at https://a.b/[docs] and [https://a.b/c].', ['docs', 'https://a.b/c']],
  ])('hides no bracket that belongs to an address: %s', (text, hidden) => {
    const [card] = cardsOf(`${text}\n`)
    const parts = card?.kind === 'cloze' ? parseCloze(card.text.en).parts : []
    expect(parts.flatMap((part) => (part.kind === 'hidden' ? [part.text] : []))).toEqual(hidden)
  })

  test('is told one fault where a bracket stands inside another, numbers or not', () => {
    for (const text of ['E[[1: A]] of [2: B]', 'E[log p · [1: A]] and [2: B]', 'E[log p · [A]] of [B]'])
      expect(lint(`C: ${text}\n`)).toEqual([expect.stringContaining('stands inside another')])
  })

  test('is told what looks like an index and would be hidden', () => {
    for (const text of [
      'In Python a[0] is the [first].',
      '数组 arr[i-1] 是[前一个]。',
      'A[i, j] of the [matrix]',
    ])
      expect(lint(`C: ${text}\n`)).toEqual([expect.stringContaining('looks like an index')])
    for (const text of ['list[int] is [typed]', 'dict[str, int] is a [type]', 'x["key"] is the [value]'])
      expect(lint(`C: ${text}\n`)).toEqual([expect.stringContaining('looks like an index')])
    for (const text of [
      'a[0]',
      'x[i] and y[j]',
      'CO[2] is a [gas]',
      'un[a]ble and [x]',
      'a[1: 0] is the [2: first]',
    ])
      expect(lint(`C: ${text}\n`).join()).not.toContain('index')
  })

  test('of numbered options of which one is marked is a choice', () => {
    expect(cardsOf('Q: Which?\n1. [ ] a\n2. [x] b\n')).toMatchObject([
      { kind: 'choice', options: [{ right: false }, { right: true, text: { en: 'b' } }] },
    ])
  })

  test('has the question that goes on below its options, which may stand behind a tab', () => {
    expect(
      cardsOf('Q: Which?\n-\t[x] a\n  more\n\n  and more\n- [ ] b\n\nChoose one.\nA: why\n'),
    ).toMatchObject([
      {
        kind: 'choice',
        prompt: { en: 'Which?\n\nChoose one.' },
        options: [{ text: { en: 'a\nmore\n\nand more' } }, { text: { en: 'b' } }],
      },
    ])
  })

  test('has tags as YAML lists them', () => {
    expect(cardsOf('tags:\n- a\n- b c\nQ: x\nA: y\n\nQ: z\nA: y\ntags: [d, e]\n')).toMatchObject([
      { tags: ['a', 'b c'] },
      { tags: ['d', 'e'] },
    ])
  })

  test('in a comment of Obsidian is none', () => {
    expect(cardsOf('%%\nQ: a\nA: b\n%%\n\nQ: c\nA: d\n%% later\nQ: e\nA: f %%\n')).toMatchObject([
      { prompt: { en: 'c' }, answer: { en: 'd' } },
    ])
    const code = '%%time\nx %%y%%\n%% Section'
    expect(cardsOf(`Q: a\nA: ${code}\n`)).toMatchObject([{ answer: { en: code } }])
  })

  test('in a comment of Markdown, a link that nothing names, is none', () => {
    const text = 'Q: a\nA: b\n\n[//]: # (Q: c)\n[comment]: <> "A: d"\n\nQ: e\nA: f\n\n[//]: https://x.y\n'
    expect(cardsOf(text)).toMatchObject([
      { answer: { en: 'b' } },
      { answer: { en: 'f\n\n[//]: https://x.y' } },
    ])
    expect(faultsOf(text)).toEqual([])
  })

  test('keeps the breaks of its lines, and code that is further in', () => {
    const [card] = cardsOf('Q: a  \nb   \nc\nA:\n    def f():\n        return 1\n')
    expect(card).toMatchObject({
      prompt: { en: 'a  \nb  \nc' },
      answer: { en: '    def f():\n        return 1' },
    })
    expect(cardsOf('Q: a\nA:\n    - b\n      - c\n')).toMatchObject([{ answer: { en: '- b\n  - c' } }])
  })

  test('keeps words apart that a form feed or a vertical tab parts', () => {
    expect(cardsOf('Q: a\vb\fc\nA: d\n')).toMatchObject([{ prompt: { en: 'a b c' } }])
  })
})

describe('lint tells', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'an answer that a cloze never shows',
      'C: [x]\nA: y\n',
      [
        'own.md:2: A cloze has no answer besides what it hides, so that A is never shown; move it into C or errata.',
      ],
    ],
    [
      'an answer to nothing once',
      'A: y\n',
      ['own.md:1: The note has no prompt; give it Q: and A:, or C: with [hidden parts].'],
    ],
    [
      'full-width names of fields',
      'Q: a\nA: b\nＱ：c\n',
      ['own.md:3: "Q:" is no field; write Q: at the beginning of the line.'],
    ],
    [
      'what has not the form of its field',
      'Q: a\nA: b\nafter: noon\n',
      [
        'own.md:3: "after:" has not the form of that field, and is read as part of A; correct it, or join it to the line above.',
      ],
    ],
    [
      'brackets that hide nothing beside some that do',
      'C: 批［批］与 [特征]\n\nC: {{c1::a}} and [b], `{{c2::c}}`\n\nC: `{{c2::c}}` and [b]\n\nC: 梯度【消失】\n',
      [
        'own.md:1: ［批］ hides nothing; write [1: …].',
        'own.md:3: {{c1::…}} hides nothing; write [1: …].',
        'own.md:7: The cloze text hides nothing; write half-width brackets, as in [x], for 【x】 and ［x］.',
      ],
    ],
    [
      'what is nearly an option',
      'Q: a?\n-[x] b\n- ［ ］ c\n* (x) d\n- [link](x) e\n- (note) f\nA: g\n',
      [2, 3, 4].map(
        (line) =>
          `own.md:${line}: This line is no option; begin the right one with - [x] and the others with - [ ].`,
      ),
    ],
    [
      'a field below the tags',
      'Q: a\nA: b\ntags：数学，几何\n来源：课本\n',
      [
        'own.md:4: This line is read as tags; move it to the field that it belongs to, or separate tags by commas.',
      ],
    ],
    [
      'a text below a path',
      'Q: a\nA: b\nimage: c.png\nd\n',
      [
        'own.md:4: This line is read as part of the path of the image above; move it to the field that it belongs to.',
      ],
    ],
  ])('%s', (_, text, faults) => {
    expect(lint(text)).toEqual(faults)
  })

  test('cards in the forms of Obsidian', () => {
    for (const form of ['What is x?::It', '什么是 x？:::它', 'one\n?\ntwo']) {
      expect(lint(`Q: a\nA: b\n\n${form}\n`)).toEqual([
        expect.stringContaining('This line looks like another card, and is read as part of the one above'),
      ])
    }
    expect(lint('Q: a\nA: b\n\nUse std::vector.\n')).toEqual([])
  })

  test('no dollar of a price in Chinese', () => {
    expect(lint('Q: 是 $100 还是 $200？\nA: A$5、US$6；$7元\n')).toEqual([])
  })
})
