import fc from 'fast-check'
import { lexer, type Token } from 'marked'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { displayWidth, splitGraphemes } from '../../../src/core/display-width.ts'
import { proseTokens } from '../../../src/core/markdown/prose.ts'
import { cropLine, type Line, line, lineWidth, run, spread } from '../../../src/ui/text/line.ts'
import { markdownLines } from '../../../src/ui/text/markdown.ts'
import { wrap, wrapCode } from '../../../src/ui/text/wrap.ts'
import { codePoint } from '../../code-point.ts'
import { runs } from '../../seed.ts'

const textOf = (lines: readonly Line[]) => lines.map((runs) => runs.map(({ text }) => text).join(''))

/** What decks and submissions may hold: prose of both languages, marks of Markdown, escapes, all of Unicode. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'word',
        '汉字',
        '，',
        '。',
        '（',
        '）',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '\t',
        '\r',
        '👩‍👩‍👧',
        'é',
        'x̂',
      ),
      fc.constantFrom(
        '**',
        '*',
        '_',
        '`',
        '```',
        '$',
        '$$',
        '$x_1$',
        '[',
        '](',
        ')',
        '#',
        '# ',
        '> ',
        '- ',
        '1. ',
        '|',
        '\n|--|--|\n',
        '<b>',
        '\\',
        '~~',
        '---',
      ),
      fc.constantFrom(
        '\x1b[2J',
        '\x1b]0;owned\x07',
        '\x9b31m',
        '\x07',
        '\x00',
        '\u202e',
        '\u200b',
        '\ue000',
        '\uf8ff',
        '\x1bP',
        '\x08',
      ),
      fc.string({ unit: codePoint, maxLength: 8 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

const OBEYED = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/

describe('width', () => {
  test('of every character is what the library measures', () => {
    for (let code = 0x20; code < 0x11000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue
      const text = String.fromCodePoint(code)
      expect(displayWidth(text), code.toString(16)).toBe(stringWidth(text))
    }
  })

  test('of a text is what the library measures, and its graphemes are those of Unicode', () => {
    const segmenter = new Intl.Segmenter()
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = text.replace(OBEYED, '').replace(/[\n\t\r\x1b]/g, '')
        expect(displayWidth(clean)).toBe(stringWidth(clean))
        expect(splitGraphemes(clean)).toEqual(Array.from(segmenter.segment(clean), ({ segment }) => segment))
      }),
    )
  })
})

describe('wrapping', () => {
  test('keeps to the width and lets nothing through that a terminal obeys', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 4, max: 60 }), (text, width) => {
        for (const lines of [wrap([run(text)], width), wrapCode([run(text)], width)]) {
          expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(width)
          expect(textOf(lines).join('')).not.toMatch(OBEYED)
        }
      }),
    )
  })

  test('loses and adds nothing but space', () => {
    const words = fc
      .array(fc.constantFrom('a', 'word', 'longer-word', '汉字', '，', '（注）', ' ', ' '))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 30 }), (text, width) => {
        expect(
          textOf(wrap([run(text)], width))
            .join('')
            .replaceAll(' ', ''),
        ).toBe(text.replaceAll(' ', ''))
        expect(textOf(wrapCode([run(text)], width)).join('')).toBe(text)
      }),
    )
  })

  test('breaks at spaces, and between ideographs but not before what closes', () => {
    expect(textOf(wrap([run('one two three')], 8))).toEqual(['one two', 'three'])
    expect(textOf(wrap([run('卷积，池化。')], 4))).toEqual(['卷', '积，', '池', '化。'])
    expect(textOf(wrap([run('见（下）文')], 6))).toEqual(['见', '（下）', '文'])
    expect(textOf(wrap([run('unbreakable')], 4))).toEqual(['unbr', 'eaka', 'ble'])
    expect(textOf(wrap([run('/home/ann/nms/nms.py')], 12))).toEqual(['/home/ann/', 'nms/nms.py'])
  })

  test('keeps tones, also across a break', () => {
    expect(wrap([run('one '), run('two', 'strong'), run(', three')], 8)).toEqual([
      [{ text: 'one ' }, { text: 'two', tone: 'strong' }, { text: ',' }],
      [{ text: 'three' }],
    ])
  })
})

describe('a line', () => {
  test('that is too wide is cut between graphemes and ends in an ellipsis', () => {
    expect(textOf([cropLine(line('abcdef'), 4)])).toEqual(['abc…'])
    expect(textOf([cropLine(line('汉字汉字'), 6)])).toEqual(['汉字…'])
    expect(textOf([cropLine(line('abc'), 3)])).toEqual(['abc'])
  })

  test('has its right part at the edge, whatever the left one is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.integer({ min: 8, max: 30 }), (left, width) => {
        const shown = spread(line(left.replace(/[^ -~]/g, 'x')), line('end'), width)
        expect(textOf([shown])[0]).toMatch(/end$/)
        expect(lineWidth(shown)).toBe(width)
      }),
    )
  })
})

describe('Markdown', () => {
  test('never throws, keeps to the width, and lets nothing through', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 20, max: 80 }), (text, width) => {
        const lines = markdownLines(text, width)
        expect(textOf(lines).join('')).not.toMatch(OBEYED)
        for (const runs of lines) expect(lineWidth(runs)).toBeLessThanOrEqual(Math.max(width, 60))
      }),
      { numRuns: runs(300) },
    )
  })

  test('of thousands of nested quotes is still text', () => {
    expect(markdownLines('>'.repeat(11_000), 40).length).toBeGreaterThan(0)
  })

  test.each(['**1.}', '\n', '$$"**'])('of twenty thousand of %j is shown as it is written', (part) => {
    const lines = markdownLines(`a\n${part.repeat(20_000)}`, 40)
    expect(textOf(lines).join('')).toBe(`a${part.replace('\n', '').repeat(20_000)}`)
  })

  test('has code, emphasis, lists, formulas and tables', () => {
    const text = [
      'A `code`, **strong** and *soft* $x_1$ \\$5.',
      '',
      '- one',
      '  - inner',
      '- two',
      '',
      '3. three',
      '4. four',
      '',
      '```py',
      'if x:',
      '    y()',
      '```',
      '',
      '| a | b |',
      '|---|---|',
      '| 1 | two |',
      '',
      '> quoted',
    ].join('\n')
    expect(textOf(markdownLines(text, 40))).toEqual([
      'A code, strong and soft x₁ $5.',
      '',
      '• one',
      '  • inner',
      '• two',
      '',
      '3. three',
      '4. four',
      '',
      '  if x:',
      '      y()',
      '',
      'a  b',
      '─  ───',
      '1  two',
      '',
      '│ quoted',
    ])
    const [first] = markdownLines(text, 40)
    expect(first?.find((part) => part.text === 'code')?.tone).toBe('code')
  })

  test('does not take a formula for emphasis, nor the icon of a patched font for a formula', () => {
    expect(textOf(markdownLines('$a_i b_i$ and $c_i$', 40))).toEqual(['aᵢbᵢ and cᵢ'])
    expect(textOf(markdownLines('\ue001 $x$ \ue000 $y$', 40))).toEqual(['\ue001 x \ue000 y'])
  })

  test('loses no character that people write without meaning Markdown', () => {
    const pieces = fc.constantFrom(
      ...[
        '20~25',
        '~/a',
        'host:~/b',
        '~',
        '2*3*4',
        'x**2',
        '2**10',
        'x**n',
        'a*b',
        '__init__',
        'snake_case_name',
        '#1',
      ],
      ...['C++', 'a<b', 'c>d', '<int>', 'List<T>', 'you@x.org', 'www.x.org', 'x[0]', '[a]', '^1'],
      ...['{}', 'a|b', '!', '16:9', '=', '[^1]', '&', 'R&D', '&x;', '\\alpha', '词', '“', '7.'],
      ...[
        '*.py',
        '**/*.ts',
        '/* x */',
        '/*x*/',
        'a ``` b',
        '/tmp/*',
        '-lm',
        '>=',
        '\\d+\\.\\d*',
        'C:\\new',
        '\\\\host\\x',
        '\\(x\\)',
        '\ue0b0',
      ],
      ...['\n', '\n', '\n\n', '---', '==='],
    )
    const bare = (text: string) => text.replace(/[\s─•]|---+/g, '')
    fc.assert(
      fc.property(fc.array(pieces), (words) => {
        const text = words
          .map((word, at) => (word === '7.' ? `${at}.` : word))
          .join(' ')
          .replace(/ ?\n ?/g, '\n')
        expect(bare(textOf(markdownLines(text, 60)).join('\n'))).toBe(bare(text))
      }),
      { numRuns: runs(500) },
    )
  })

  test('shows what stands between fences as it is', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom('$x$', '# x', '&lt;', '<!-- x -->', '20~25~', '- [ ] a', '``'),
    )
    const lines = fc.array(line.map((text) => text.replace(/[^ -~]/g, '').replace(/^ *[`~]+ *$/, '')))
    fc.assert(
      fc.property(lines, fc.constantFrom('```', '~~~~', '```py'), (code, fence) => {
        const shown = textOf(markdownLines([fence, ...code, fence.replace('py', '')].join('\n'), 60))
        const wanted = code.map((text) => text.trimEnd()).join('\n')
        expect(
          shown
            .map((text) => text.slice(2).trimEnd())
            .join('\n')
            .trim(),
        ).toBe(wanted.trim())
      }),
      { numRuns: runs(500) },
    )
  })

  test.each<[string, readonly string[]]>([
    ['~~True~~ False', ['~~True~~ False']],
    ['5) x\n3) y', ['5) x', '3) y']],
    ['1. x\n1. y', ['1. x', '2. y']],
    ['- [x] done\n- [ ] open', ['• [x] done', '• [ ] open']],
    ['run\n# first\npip', ['run', '# first', 'pip']],
    ['pip\n# last', ['pip', '# last']],
    ...['+', '- 5', '> 0', '# of layers', '*', '1)', '___', '---'].map((one): [string, string[]] => [
      one,
      [one],
    ]),
    ['- *x* and `y` of a*b', ['- x and y of a*b']],
    ['1. 3x3\n2. ___', ['1. 3x3', '2. ___']],
    ['self._y, this->_y, foo_ and _z_', ['self._y, this->_y, foo_ and z']],
    ['the line\n---\nbelow', ['the line', '─'.repeat(40), 'below']],
    ['one<br>two<br/>\nthree', ['one', 'two', 'three']],
    [
      'a &lt; b &amp;&amp; &alpha;&#8211;&#x3b2;&#27;[31m `&lt;` &nothing;',
      ['a < b && α–β&#27;[31m &lt; &nothing;'],
    ],
    ['seen <!-- hidden -->again', ['seen again']],
    ['a ![](x.png)', ['a [x.png]']],
    ['![alt](x.png) [a](b "c") <https://d.org>', ['[alt] (x.png) a (b – c) https://d.org']],
    ['a claim[^1]\n\n[^1]: Name', ['a claim[^1]', '', '[^1]: Name']],
    ['```echo hi\n```', ['  echo hi']],
    ['Type ``` to open, ```a b``` within.', ['Type ``` to open, a b within.']],
    ['<b>a &lt; b</b>\n\n<p>\n&amp;\n</p>', ['<b>a < b</b>', '', '<p>', '&', '</p>']],
    ['|a|b|\n|-|-|\n|1|2|3|\n|4|', ['a  b', '─  ────', '1  2 |3', '4  ']],
    ['这是**“重点”**，**加粗（说明）**的文字', ['这是“重点”，加粗（说明）的文字']],
    ['1\\. \\# \\* \\_ \\[a\\] \\: \\$', ['1. # * _ [a] : $']],
    ['$5 or US$6, 7 US$; $10-$20', ['$5 or US$6, 7 US$; $10-$20']],
    ['$HOME/$USER', ['$HOME/$USER']],
    ['a$b$c', ['a$b$c']],
    ['$HOME$USER', ['$HOME$USER']],
    ['it is $n$th, $k$-means and $x$: $\\sigma$s', ['it is nth, k-means and x: σs']],
    ['    $x$', ['  $x$']],
  ])('shows %j as %j', (text, shown) => {
    expect(textOf(markdownLines(text, 60))).toEqual(shown)
  })

  test('joins the lines of a paragraph, without a space between ideographs', () => {
    expect(textOf(markdownLines('one\ntwo', 40))).toEqual(['one two'])
    expect(textOf(markdownLines('卷积\n神经', 40))).toEqual(['卷积神经'])
  })

  test.each<[string, readonly string[]]>([
    ['Which?\nA. one\nB. two\n and more', ['Which?', 'A. one', 'B. two and more']],
    ['其中\n1、甲\n2、乙', ['其中', '1、甲', '2、乙']],
    ['①甲\n②乙\n\n(a) x\n(b) y', ['①甲', '②乙', '', '(a) x', '(b) y']],
    ['by\nA. Turing and\nothers', ['by A. Turing and others']],
    [
      'def f():\n    if x:\n        return 1\n    return 2',
      ['def f():', '    if x:', '        return 1', '    return 2'],
    ],
    ['for (;;) {\n\tgo()\n}', ['for (;;) {', '    go()', '}']],
    ['A sentence that\n   goes on\n   further in', ['A sentence that goes on further in']],
    ['Parts:\n    - one\n        - sub\n    - two', ['Parts:', '• one', '  • sub', '• two']],
    ['Parts:\n\t1. one\n\t2. two', ['Parts:', '1. one', '2. two']],
    ['```\nA. x\nB. y\n```', ['  A. x', '  B. y']],
    ['- one\n    - two', ['• one', '  • two']],
  ])('keeps the lines that are meant as such: %j', (text, lines) => {
    expect(textOf(markdownLines(text, 60)).map((one) => one.replaceAll('\u00a0', ' '))).toEqual(lines)
  })

  test('wraps the cells of a table that is too wide', () => {
    const lines = textOf(markdownLines(`| a | b |\n|---|---|\n| ${'word '.repeat(12)} | x |`, 30))
    expect(lines.length).toBeGreaterThan(3)
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(30)
  })

  /** Text and code of a paragraph, as they are shown. */
  function partsOf(token: Token): readonly string[] {
    const parts = 'tokens' in token && token.tokens ? token.tokens : [token]
    const squeeze = (one: string) => one.replace(/\s+/g, ' ').trim()
    return parts.map(({ type, raw }) => `${type}: ${squeeze(raw)}`).filter((part) => part !== 'text: ')
  }

  test('is not looked for where there is none: marked agrees that the text is prose', () => {
    const prose = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'word',
            '汉字，',
            ' ',
            '\n',
            '\n\n',
            '-',
            '1.',
            '+',
            '=',
            '#',
            '>',
            '!',
            '(',
            ')',
            ':',
            '&',
            '\ue000',
            '`a_b`',
            '`',
          ),
          fc.string({ maxLength: 4 }),
        ),
      )
      .map((parts) => parts.join(''))
    let seen = 0
    fc.assert(
      fc.property(prose, (text) => {
        const tokens = proseTokens(text)
        if (tokens === undefined) return
        seen++
        const read = lexer(text).filter((token) => token.type !== 'space')
        const own = tokens.filter((token) => token.type !== 'space')
        expect(own.map(partsOf)).toEqual(read.map(partsOf))
        for (const token of read) expect(token.type).toBe('paragraph')
      }),
      { numRuns: runs(2000) },
    )
    expect(seen).toBeGreaterThan(200)
  })
})
