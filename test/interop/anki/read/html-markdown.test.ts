import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { parseCloze } from '../../../../src/core/cloze.ts'
import { htmlOf } from '../../../../src/interop/anki/markdown-html.ts'
import { bracketClozes, hideCloze, markClozes } from '../../../../src/interop/anki/read/cloze-marks.ts'
import { escapeMarkdown } from '../../../../src/interop/anki/read/escape-markdown.ts'
import { htmlMarkdown } from '../../../../src/interop/anki/read/html-markdown.ts'

const markdownOf = (html: string) =>
  htmlMarkdown(html, { places: (name) => `media/${name}`, lists: 'marked', image: 'within' }).markdown

/** The letters that a reader of the Markdown sees. */
function shown(markdown: string): string {
  const texts: string[] = []
  const parser = new Parser({ ontext: (part) => void texts.push(part) })
  parser.end(htmlOf(markdown, () => undefined))
  return texts.join('').replace(/\s+/g, ' ').trim()
}

const MARKS = [
  ...[
    '\\',
    '`',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '$',
    '|',
    '&',
    '<',
    '>',
    '#',
    '~',
    '-',
    '+',
    '=',
    '.',
    '!',
    ':',
    '"',
  ],
  ...[
    '**',
    '__',
    '~~~',
    '```',
    '---',
    '1.',
    '1)',
    '- ',
    '# ',
    '> ',
    '[x]',
    '[1: a]',
    '&lt;',
    '&amp;',
    '<!--',
    '-->',
  ],
  ...[
    'Q:',
    'A:',
    'a',
    'B',
    '7',
    '中',
    ' ',
    ' ',
    '\\(',
    '\\d',
    '://',
    'www.',
    '{{',
    '}}',
    '@',
    '[^1]',
    '<br>',
  ],
]
const hostile = fc.array(fc.constantFrom(...MARKS), { maxLength: 25 }).map((parts) => parts.join(''))

test('text is shown letter by letter, whatever it would mean in Markdown', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const wanted = text.replace(/\s+/g, ' ').trim()
      expect(shown(escapeMarkdown(wanted))).toBe(wanted)
    }),
    { numRuns: 500 },
  )
})

test('any HTML is read without an error, and gives no more than the text that it holds', () => {
  const tags = [
    '<b>',
    '</b>',
    '<ul>',
    '<li>',
    '</ul>',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</table>',
    '<pre>',
  ]
  const more = [
    '</pre>',
    '<code>',
    '</code>',
    '<br>',
    '<div>',
    '</div>',
    '<sub>',
    '</sub>',
    '<p>',
    '<img src="a">',
    '\\(',
    '\\)',
  ]
  const parts = fc.array(fc.constantFrom(...tags, ...more, 'x', ' ', '1. ', '|', '`'), { maxLength: 40 })
  fc.assert(
    fc.property(parts, (pieces) => {
      const markdown = markdownOf(pieces.join(''))
      expect(markdown).not.toMatch(/[\u{f0000}-\u{10ffff}]/u)
      expect(shown(markdown).split('x').length).toBe(pieces.filter((piece) => piece === 'x').length + 1)
    }),
  )
})

test.each([
  ['a<br>b', 'a<br>\nb'],
  ['<div>a</div><div>b</div>', 'a<br>\nb'],
  ['<p>a</p><p>b</p>', 'a\n\nb'],
  ['<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>', '1. a\n   - b\n2. c'],
  [
    '<table><tr><th>n</th><th>m|</th></tr><tr><td>1</td><td>2<br>3</td></tr></table>',
    '| n | m\\| |\n| --- | --- |\n| 1 | 2 3 |',
  ],
  ['a <b>bold</b> and <i>so</i>, x<sup>2</sup> y<sub>ij</sub>', 'a **bold** and *so*, x² y\\_(ij)'],
  ['<pre>a *\n  b</pre>', '```\na *\n  b\n```'],
  ['use <code>x[0]</code>', 'use `x[0]`'],
  ['&alpha; &amp;lt; 1 &lt; 2', 'α &amp;lt; 1 &lt; 2'],
  ['\\(x &lt; y_i\\) and <anki-mathjax block="true">z</anki-mathjax>', '$x < y_i$ and $$z$$'],
  ['[latex]$\\alpha$[/latex]', '$\\alpha$'],
  ['<script>alert(1)</script><style>b{}</style>x', 'x'],
  ['[sound:a b.mp3]', '♪ a b.mp3'],
  ['\x1b[31mred\x07', 'red'],
  [
    '归一化<b>均值</b>与<i>方差</i>，<b>重点</b>（<i>注</i>）<br>',
    '归一化**均值**与*方差*，**重点**（*注*）',
  ],
  ['an <i>optimiser</i><br>b', 'an *optimiser*<br>\nb'],
  ['<pre>a</pre><br>b', '```\na\n```\n\nb'],
  ['<del>old</del> <s>and</s> new', '&#126;~old~~ ~~and~~ new'],
  ['<ruby>中<rp>(</rp><rt>zhōng</rt><rp>)</rp>文<rt>wén</rt></ruby>', '中(zhōng)文(wén)'],
  [
    '<a href="https://x.org/Adam">Adam</a>, <a href="http://y.org/">y.org</a>, <a href="#b">b</a>',
    'Adam (https://x.org/Adam), y.org, b',
  ],
  ['<a href="https://x.org"><img src="a.png"></a>', '![a.png](media/a.png) (https://x.org)'],
])('%j is %j', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown)
})

test('clozes are bracketed with their numbers; those within others are asked one by one', () => {
  const { html, numbers, isNested } = markClozes('{{c2::a::h}} b {{c1::<b>c</b>}}')
  expect([numbers, isNested]).toEqual([[1, 2], false])
  const text = bracketClozes(markdownOf(html))
  expect(text).toBe('[2: a] (h) b [1: c]')
  expect(parseCloze(text)).toMatchObject({ numbers: [1, 2], faults: [] })
  expect(markClozes('{{c1::a {{c2::b}} c}}').isNested).toBe(true)
  expect(hideCloze('{{c1::a {{c2::b}} c}} d', 2)).toEqual({ prompt: 'a […] c d', answer: 'a b c d' })
  expect(hideCloze('{{c1::a {{c2::b}} c}} d', 1).prompt).toBe('[…] d')
})

test.each(['\\(', '\\[', '[$]', '[latex]', '<anki-mathjax>', 'HTTP://', 'www.'])(
  'what is opened with %s and never closed is read in time that grows with it alone',
  (opened) => {
    expect(markdownOf(`${opened.repeat(200_000 / opened.length)} x`)).toMatch(/x$/)
  },
)

test('a formula begins where it was opened last, and not at the space behind a line of it', () => {
  expect(markdownOf('\\(a \\(x\\) b')).toBe('\\\\(a $x$ b')
  expect(markdownOf('\\[a \\\\[2pt] b\\]')).toBe('$$a \\\\[2pt] b$$')
})

test('nesting without end costs no stack', () => {
  expect(markdownOf('<div><ul><li>'.repeat(5000)).length).toBeLessThan(500_000)
  expect(markdownOf(`${'<b>'.repeat(30_000)}x`)).toBe('x')
})

test('a long text is read as its parts are, in whichever way they end', () => {
  const parts = [
    '<p>one<br>two</p>',
    '<div>three <b>four</b></div>',
    '<p>five<br><br></p>',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1<br>2</td><td>3</td></tr></table>',
    '<pre>x\n  y</pre>',
    '<ul><li>six<li>seven</ul>',
  ]
  const all = parts.join('')
  const once = markdownOf(`${all}<p>end</p>`).replace(/\n\nend$/, '')
  expect(once).toContain('| 1 2 | 3 |')
  expect(markdownOf(all.repeat(60))).toBe(Array(60).fill(once).join('\n\n'))
})

test('an image whose name has spaces or brackets is found again on the way back', () => {
  const name = 'loss curve (2) 100%.png'
  const written = markdownOf(`see <img src="${name}"> here`)
  const asked: string[] = []
  const html = htmlOf(written, (path) => {
    asked.push(path)
    return path.replace('media/', '')
  })
  expect(asked).toEqual([`media/${name}`])
  expect(html).toContain(`<img src="${name}">`)
})
