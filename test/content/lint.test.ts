import { describe, expect, test } from 'vitest'
import { type LintRules, lintDecks } from '../../src/content/lint.ts'
import { formatFault } from '../../src/core/fault.ts'
import { exerciseId } from '../../src/core/ids.ts'

const HEAD = '---\ntitle: Test\ntitle.zh: 测试\ngroup: losses\n---\n'
const GOOD = `## a/one
tags: t
source: Somebody 2020, section 1

Q: How does $x$ change when one doubles the kernel?
A: It grows.
Q.zh: 核加倍时 $x$ 怎样变化？
A.zh: 变大。
`

function lint(text: string, rules: Partial<LintRules> = {}): readonly string[] {
  return lintDecks([{ path: 'a.md', text }], { decks: 'shipped', hasImage: () => true, ...rules }).map(
    formatFault,
  )
}
const lintNote = (change: (note: string) => string) => lint(HEAD + change(GOOD))

describe("the program's own decks", () => {
  test('are clean when they follow the format', () => {
    expect(lint(HEAD + GOOD)).toEqual([])
  })

  test.each<[string, string, string, string]>([
    [
      'a source',
      'source: Somebody 2020, section 1\n',
      '',
      'a.md:6: The note has no source; add source: with paper and section, or library and function.',
    ],
    ['tags', 'tags: t\n', '', 'a.md:6: The note has no tags; add tags: separated by commas.'],
    [
      'a Chinese prompt',
      'Q.zh: 核加倍时 $x$ 怎样变化？\n',
      '',
      'a.md:10: The note has Q but no Q.zh; translate it.',
    ],
    ['a Chinese answer', 'A.zh: 变大。\n', '', 'a.md:11: The note has A but no A.zh; translate it.'],
    [
      'Chinese in the Chinese field',
      '变大。',
      'It simply grows as well.',
      'a.md:13: A.zh holds no Chinese; translate it.',
    ],
    [
      'English in the English field',
      'It grows.',
      '变大。',
      'a.md:11: A holds Chinese (变大。); move it to A.zh.',
    ],
    [
      'full-width punctuation',
      '怎样变化？',
      '怎样变化?',
      'a.md:12: Q.zh has half-width punctuation in Chinese (怎样变化?); write ，。；：？！（）.',
    ],
    [
      'a full-width comma',
      '变大。',
      '变大,再变小。',
      'a.md:13: A.zh has half-width punctuation in Chinese (变大,再变小。); write ，。；：？！（）.',
    ],
    [
      'full-width marks beside formulas',
      '核加倍时 $x$ ',
      '核加倍时 $x$,$y$ ',
      'a.md:12: Q.zh has half-width punctuation in Chinese (加倍时 $…$,$…$ 怎样); write ，。；：？！（）.',
    ],
    [
      'a space before Latin',
      '变大。',
      '使RoI 变大。',
      'a.md:13: A.zh has no space between Chinese and Latin (使RoI 变); put one.',
    ],
    [
      'a short prompt',
      'How does',
      `${'How '.repeat(60)} does`,
      'a.md:10: Q has 285 characters; shorten it to 240 or split the note.',
    ],
    [
      'a known command',
      '$x$ change',
      '$\\foo$ change',
      'a.md:10: In $\\foo$ \\foo is unknown; see docs/deck-format.md for the commands.',
    ],
    [
      'closed braces',
      '$x$ change',
      '$\\frac{1}{x$ change',
      'a.md:10: In $\\frac{1}{x$ an opening brace is never closed.',
    ],
    [
      'closed dollars',
      '$x$ change',
      '$x change',
      'a.md:10: A dollar opens no mathematics; close it with another, or write \\$ for a plain one.',
    ],
    [
      'a narrow formula',
      '$x$ change',
      `$${'x + '.repeat(20)}x$ change`,
      `a.md:10: The formula $${'x + '.repeat(9)}x …`.slice(0, 61),
    ],
    [
      'well-spelt fields',
      'tags: t\n',
      'tags: t\nsources: x\n',
      'a.md:8: "sources:" is no field; write source: at the beginning of the line.',
    ],
    [
      'placeholders in numeric notes alone',
      'It grows.',
      'It grows by @{n}.',
      'a.md:11: @{…} stands in a note without answer =; only numeric notes compute.',
    ],
    ['an id', '## a/one\n', '', 'a.md:6: The note has no id; begin it with ## deck/slug.'],
  ])('must have %s', (_, old, changed, fault) => {
    const faults = lintNote((note) => note.replace(old, () => changed))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(fault)
  })

  test('must have a title in both languages, a group, and nothing unknown', () => {
    expect(lint(`---\ntitle: x\ngruop: y\n---\n${GOOD}`)).toEqual([
      'a.md:1: The front matter has no title.zh; add it.',
      'a.md:1: The front matter has no group; add it.',
      "a.md:3: The front matter's gruop is unknown (did you mean group?); use title, title.zh, group, beyond, weight, tags.",
    ])
  })

  test('must be of a group that has a title', () => {
    expect(lint(HEAD.replace('losses', 'tests') + GOOD)).toEqual([
      'a.md:4: The group tests has no title; add one to src/core/group-title.ts.',
    ])
  })

  test('number the hidden parts where there are several, and list in both languages', () => {
    const head = '## a/one\ntags: t\nsource: s\n'
    expect(lint(`${HEAD}${head}C: Each [cat] meets [dogs].\nC.zh: 每个[猫]与[狗]相遇。\n`)).toEqual([
      'a.md:9: C hides several parts without numbers; number them as in [1: …].',
      'a.md:10: C.zh hides several parts without numbers; number them as in [1: …].',
    ])
    expect(lint(`${HEAD}${head}Q: Which?\n- [x] a\n- [ ] b\nQ.zh: 哪个？\n`)).toEqual([
      'a.md:12: Only one language lists the options; list them in both.',
    ])
    expect(lint(`${HEAD}${head}Q: Order.\n1. a\n2. b\nQ.zh: 排序。\n`)).toEqual([
      'a.md:12: Only one language lists the steps; list them in both.',
    ])
  })
})

describe("a user's own decks", () => {
  const own = { decks: 'own', hasImage: (_: string, image: string) => image === 'there.png' } as const

  test('may lack ids, sources and a language', () => {
    expect(lint('Q: What?\nA: That.\n', own)).toEqual([])
    expect(lint('Q.zh: 什么？\nA.zh: 这个。\n', own)).toEqual([])
    expect(
      lint(
        'image: there.png\nQ: What?\nA: Note: that.\ninit: zeros\nb: bias\nIn code:\n```\nSource: x\n```\n',
        own,
      ),
    ).toEqual([])
  })

  test('are still told what would not work', () => {
    expect(lint('Q: What is $\\foo$?\nA: That.\n\nQ: x\n', own)).toEqual([
      'a.md:1: In $\\foo$ \\foo is unknown; see docs/deck-format.md for the commands.',
      'a.md:4: The note has no answer; add a line A: with it.',
    ])
  })

  test.each<[string, string, readonly string[]]>([
    [
      'an image that is not there',
      'image: gone.png\nQ: x?\nA: y\n',
      ['a.md:1: There is no image gone.png beside the deck; put it there, or correct the path.'],
    ],
    [
      'a field that there is not',
      'tags: t\ncolour: red\nQ: x?\nA: y\n',
      ['a.md:2: "colour:" is no field, and is read as part of tags; take it out.'],
    ],
    [
      'a field that there is not behind an answer',
      'Q: x?\nA: y\ncolour: red\n',
      ['a.md:3: "colour:" is no field, and is read as part of A; take it out.'],
    ],
    [
      'a slip in the name of a field',
      'Q: x?\nA: y\nsources: me\n',
      ['a.md:3: "sources:" is no field; write source: at the beginning of the line.'],
    ],
    [
      'a slip that no one foresaw',
      'Q: x?\nA: y\nsuorce: me\n',
      ['a.md:3: "suorce:" is no field; write source: at the beginning of the line.'],
    ],
    [
      'a slip in a short name',
      'source: me\ntgas: t\nQ: x?\nA: y\n',
      ['a.md:2: "tgas:" is no field (did you mean tags?), and is read as part of source; take it out.'],
    ],
    [
      'a slip in the first field',
      '## a/one\ntgas: t\nQ: x?\nA: y\n',
      ['a.md:2: This line belongs to no field (did you mean tags?); begin it with a field such as Q: or A:.'],
    ],
    [
      'front matter that means nothing',
      '---\ntitle: T\ncolour: red\n---\nQ: x?\nA: y\n',
      ["a.md:3: The front matter's colour is unknown; use title, title.zh, group, beyond, weight, tags."],
    ],
    [
      'a Chinese prompt with an English answer',
      'Q: x?\nQ.zh: 什么？\nA: y\n',
      ['a.md:2: The note has Q.zh but no A.zh; translate it, or take Q.zh out.'],
    ],
    [
      'a Chinese answer to an English prompt',
      'Q: x?\nA: y\nA.zh: 这个。\n',
      ['a.md:3: The note has A.zh but no Q.zh; translate it, or take A.zh out.'],
    ],
  ])('%s is told', (_, text, faults) => {
    expect(lint(text, own)).toEqual(faults)
  })
})

describe('links', () => {
  const note = (id: string, after: string) => `## ${id}\nafter: ${after}\nQ: ${id}\nA: y\n\n`
  const own = { decks: 'own', hasImage: () => true } as const

  test('to cards that do not exist are told', () => {
    expect(lint(note('a/one', 'a/two'), own)).toEqual([
      'a.md:1: The prerequisite a/two is no card; correct it or write the card.',
    ])
  })

  test('in a circle are told once, however long it is', () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, at) => note(`a/n${at}`, `a/n${(at + 1) % length}`)).join('')
    expect(lint(chain(3), own)).toEqual([
      'a.md:1: The prerequisites go in a circle (a/n0 after a/n1 after a/n2 after a/n0); take one out.',
    ])
    expect(lint(chain(1), own)).toEqual([
      'a.md:1: The prerequisites go in a circle (a/n0 after a/n0); take one out.',
    ])
    expect(lint(chain(3000), own)).toHaveLength(1)
  })

  test('to exercises are checked against those there are', () => {
    const adam = exerciseId('adam')
    const exercises = new Set(adam ? [adam] : [])
    const text = '## a/one\nexercise: adam, sgd\nQ: x\nA: y\n'
    expect(lint(text, { ...own, exercises })).toEqual([
      'a.md:1: The exercise sgd does not exist; correct it or take it out.',
    ])
    expect(lint(text, own)).toEqual([])
  })
})

describe('duplicates', () => {
  const own = { decks: 'own', hasImage: () => true } as const
  const prompt =
    'By what does Adam divide its first moment estimate to remove the bias towards zero in the first steps?'

  test('are told when four fifths of the words are the same, across files too', () => {
    const faults = lintDecks(
      [
        { path: 'a.md', text: `## a/one\nQ: ${prompt}\nA: By one minus beta to the power of the step.\n` },
        {
          path: 'b.md',
          text: `## b/two\nQ: ${prompt.replace('steps', 'updates')}\nA: By one minus beta to the power of the step.\n`,
        },
        {
          path: 'c.md',
          text: `## c/three\nQ: ${prompt.replace('By', 'With')}\nA: Its own running mean of squares, which a quite different fact explains in other words altogether.\n`,
        },
      ],
      own,
    ).map(formatFault)
    expect(faults).toEqual([
      'b.md:1: The note shares 92% of its words with a/one (a.md:1; 80% is too much); drop or reword one.',
    ])
  })

  test('are told once for all copies, with the first three', () => {
    const copy = (at: number) =>
      `## a/n${at}\nQ: ${prompt} Case ${at}.\nA: By one minus beta to the power of it.\n`
    const faults = (count: number) =>
      lintDecks([{ path: 'a.md', text: Array.from({ length: count }, (_, at) => copy(at)).join('') }], own)
    expect(faults(3).map(formatFault)).toEqual([
      'a.md:4: 3 notes are near copies of each other, each with 80% of its words or more in another: a/n0 (a.md:1), a/n1 (a.md:4), a/n2 (a.md:7); keep one, or reword them.',
    ])
    expect(faults(200).map(({ message }) => message)).toEqual([
      {
        en: '200 notes are near copies of each other, each with 80% of its words or more in another: a/n0 (a.md:1), a/n1 (a.md:4), a/n2 (a.md:7), 197 more; keep one, or reword them.',
        zh: '有 200 条笔记几乎一样，每条都与另一条有 80% 以上的词相同：a/n0（a.md:1）、a/n1（a.md:4）、a/n2（a.md:7）等；请只留一条，或改写。',
      },
    ])
  })

  test('are not what one note of Anki became, but what is like it elsewhere is', () => {
    const answer = 'By one minus beta to the power of the step.'
    const note = (id: string, swap: readonly [string, string]) =>
      `## ${id}\nQ: ${prompt.replace(...swap)}\nA: ${answer}\n`
    const both =
      note('anki/n0123456789abcdefgh', ['By', 'With']) +
      note('anki/n0123456789abcdefgh-2', ['steps', 'updates'])
    const faults = (text: string) => lintDecks([{ path: 'a.md', text }], own).map(formatFault)
    expect(faults(both)).toEqual([])
    expect(faults(both + note('a/other', ['', '']))).toEqual([
      'a.md:7: 2 notes are near copies of each other, each with 80% of its words or more in another: anki/n0123456789abcdefgh (a.md:1), a/other (a.md:7); keep one, or reword them.',
    ])
  })

  test('are told of Chinese too', () => {
    expect(
      lint(
        'Q: Adam 用什么去除一阶矩估计的偏差？\nA: 一减去贝塔的步数次方\n\nQ: Adam 用什么去除一阶矩估计的偏差呢？\nA: 一减去贝塔的步数次方\n',
        own,
      ),
    ).toHaveLength(1)
  })

  test('of an id are told', () => {
    const files = ['a.md', 'b.md'].map((path) => ({
      path,
      text: `## a/one\nQ: in ${path}\nA: entirely ${path === 'a.md' ? 'this' : 'that'}\n`,
    }))
    expect(lintDecks(files, own).map(formatFault)).toEqual([
      'b.md:1: The id a/one is already used in a.md:1; give this note another.',
    ])
  })

  test('of a prompt are told, however different the answers', () => {
    const text =
      '## a/one\nQ: What is it?\nA: Something.\n\n## a/two\nQ: What  is it?\nA: Quite another thing, in many other words.\n'
    expect(lint(text, own)).toEqual(['a.md:5: The prompt is that of a/one too; say what tells them apart.'])
  })

  test('of an option are told', () => {
    expect(lint('## a/one\nQ: Which?\n- [x] a\n- [ ] b\n- [ ] B\n', own)).toEqual([
      'a.md:1: Two options are the same; change one.',
    ])
  })
})

describe('numeric notes', () => {
  const own = { decks: 'own', hasImage: () => true } as const
  const numeric = (lines: string) => lint(`## a/one\nQ: How many?\n${lines}\n`, own)

  test.each<[string, string, RegExp]>([
    [
      'are finite for all draws',
      'let n = int(0, 9)\nanswer = 1 / n\ntolerance: 1%\nA: x',
      /^a\.md:1: The answer is not finite for n = 0, answer = Infinity; choose lets that avoid it\.$/,
    ],
    [
      'say how exact an endless answer must be',
      'let n = pick(3, 7)\nanswer = 1 / n\nA: @{answer}',
      /^a\.md:1: The answer 0\.\d+ has no end but no tolerance is given; add tolerance: or show it as @\{answer:3\} \(n = \d, answer = [\d.]+\)\.$/,
    ],
    [
      'show what their tolerance takes',
      'let n = pick(3, 7)\nanswer = 1 / n\ntolerance: 1%\nA: @{answer:1}',
      /^a\.md:1: The solution shows 0\.\d for 0\.\d+, which its own tolerance refuses; show more decimals \(.*\)\.$/,
    ],
    [
      'do not take 0 for something',
      'let n = pick(3, 7)\nanswer = 1 / n\ntolerance: 0.5\nA: x',
      /^a\.md:1: The tolerance 0\.5 takes 0 for the answer 0\.\d+; make it smaller or relative \(.*\)\.$/,
    ],
    [
      'raise whole numbers',
      'let n = int(5, 15)\nanswer = 2 ^ n\nA: $2^@{n} = @{answer}$',
      /^a\.md:1: \^@\{n\} can become \^1\d, which raises one digit; write \^\{@\{n\}\}\.$/,
    ],
  ])('%s', (_, lines, fault) => {
    const faults = numeric(lines)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(fault)
  })

  test('are clean when they are', () => {
    expect(numeric('let n = int(5, 15)\nanswer = n / 7\nA: $@{n} / 7 = @{answer:2}$')).toEqual([])
    expect(numeric('let n = int(5, 15)\nanswer = n / 4\nA: $@{n} / 4 = @{answer}$')).toEqual([])
  })
})

describe('parts of a cloze that give each other away', () => {
  const found = (text: string) =>
    lintDecks([{ path: 'own.md', text }], { decks: 'own', hasImage: () => true }).map(
      ({ message }) => message.en,
    )
  test.each<[string, string]>([
    ['At a higher threshold [1: precision] rises while [2: recall] falls.', 'recall'],
    ['Forward mode needs [1: n] passes and reverse mode [2: m].', 'm'],
    ['$p_t$ is [1: p] for a positive example and [2: $1 - p$] for a negative one.', '$1 - p$'],
    ['Each [1: query] is compared with all [2: keys].', 'keys'],
    ['A value below is [1: sufficient], one above [2: necessary].', 'necessary'],
    ['A convolution is [equivariant], pooling nearly [invariant].', 'invariant'],
    ['It plots the [1: true-positive rate] against the [2: false-positive rate].', 'false-positive rate'],
    ['纵轴是[1: 真正例率]，横轴是[2: 假正例率]。', '假正例率'],
    ['每个[查询]与所有[键]比较。', '键'],
    ['先[1: 腐蚀]后[2: 膨胀]。', '膨胀'],
  ])('in %j are told', (text, other) => {
    const [fault = '', ...more] = found(`C: ${text}`)
    expect(fault).toContain(`is hidden "${other}" gives it away; give both one number`)
    expect(more).toEqual([])
  })

  test('and a word that stands in the text again', () => {
    expect(found('C: The [normaliser] sums; the normaliser is positive.')).toEqual([
      '"normaliser" stands in the text again while it is hidden; hide it there too, or reword.',
    ])
  })

  test.each([
    'Each [1: query] is compared with all [1: keys].',
    'VOC averages [1: 11] levels; one that is never reached counts as [2: 0].',
    'Self-attention costs [1: $O(n^2 d)$] and its longest path is [2: $O(1)$].',
    'It is between [1: -1] and 1, and 1 only for [2: identical boxes].',
    'An L2 penalty is a [1: Gaussian] prior with [2: mean 0].',
    '它有[1: 两层]，每层输出[2: 三个值]。',
  ])('%j gives nothing away', (text) => {
    expect(found(`C: ${text}`)).toEqual([])
  })
})
