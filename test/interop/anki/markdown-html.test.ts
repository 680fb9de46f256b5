import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { parseCloze } from '../../../src/core/cloze.ts'
import { clozeHtml } from '../../../src/interop/anki/cloze-html.ts'
import { htmlOf } from '../../../src/interop/anki/markdown-html.ts'

const none = () => undefined
const html = (markdown: string) => htmlOf(markdown, none)

/** What a browser would make of it: its elements, their attributes, and the text. */
function parsed(source: string) {
  const [tags, attributes, texts]: [Set<string>, Set<string>, string[]] = [new Set(), new Set(), []]
  const parser = new Parser({
    onopentag: (name, given) => {
      tags.add(name)
      for (const attribute of Object.keys(given)) attributes.add(`${name} ${attribute}`)
    },
    ontext: (text) => void texts.push(text),
  })
  parser.end(source)
  return { tags: [...tags], attributes: [...attributes], text: texts.join('') }
}

const TAGS =
  'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr input kbd li ol p pre strong sub sup table tbody td th thead tr u ul'
const ATTRIBUTES = [
  'a href',
  'input checked',
  'input disabled',
  'input type',
  'ol start',
  'td align',
  'th align',
]

const hostile = fc
  .array(
    fc.constantFrom(
      ...['<script>', '</p>', '<img src=x onerror=y>', '<b>', '&lt;', '"', '$', '\\', '`', '\n', '\n\n'],
      ...[
        '- ',
        '> ',
        '# ',
        '|',
        '[',
        ']',
        '(javascript:x)',
        '*',
        '_',
        '{{c1::',
        '}}',
        '::',
        'a',
        ' ',
        '\u{100001}',
      ],
      ...['<!--', '-->', '中', '\ue000', '1. ', '```'],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

describe('Markdown as HTML', () => {
  test.each([
    ['a < b & c &alpha;', 'a &lt; b &amp; c &alpha;'],
    ['$x<y$ and `<pad>`', '\\(x&lt;y\\) and <code>&lt;pad&gt;</code>'],
    ['one\n\ntwo', '<p>one</p>\n<p>two</p>'],
    ['$$\\frac{a}{b_{c}}$$', '\\[\\frac{a}{b_{c} }\\]'],
    ['H<sub>2</sub>O<br>next', 'H<sub>2</sub>O<br>next'],
    ['中文\n继续', '中文继续'],
    ['2*3*4 and 2**10', '2*3*4 and 2**10'],
    ['    indented $a$', '<pre><code>indented $a$</code></pre>'],
    ['# of layers\nare', '<p># of layers</p>\n<p>are</p>'],
    ['- 5', '- 5'],
  ])('%j gives %j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected)
  })

  test('holds no element or attribute that a text could act with, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (markdown) => {
        for (const source of [html(markdown), clozeHtml(markdown, none)]) {
          const { tags, attributes } = parsed(source)
          expect(tags.filter((tag) => !TAGS.split(' ').includes(tag))).toEqual([])
          expect(attributes.filter((attribute) => !ATTRIBUTES.includes(attribute))).toEqual([])
          expect(source).not.toMatch(/href="(?!https?:|mailto:)/)
        }
      }),
    )
  })

  test('shows each character of a text that has no marks', () => {
    const plain = fc
      .stringMatching(/^[a-z<>&;'" 中，。]{1,40}$/)
      .filter((text) => !/&[a-z]+;|<[a-z]|<!|&#|^\s*>| {2}|'' /.test(text))
    fc.assert(
      fc.property(plain, (text) => {
        expect(parsed(html(text)).text.trim()).toBe(text.trim())
      }),
    )
  })

  test('reads a text of any length, its code and lists too', () => {
    const blocks = '**b**\n\n```\na\n\n**c**\n```\n\n- i\n\n  j\n\n'
    const whole = html(blocks.repeat(500))
    expect(whole.match(/<strong>/g)).toHaveLength(500)
    expect(whole.match(/<pre><code>a\n\n\*\*c\*\*\n?<\/code>/g)).toHaveLength(500)
    expect(whole.match(/<li>/g)).toHaveLength(500)
  })

  test('survives quotes nested thousands deep', () => {
    expect(parsed(html(`${'> '.repeat(20_000)}x`)).text).toContain('x')
  })
})

describe('a cloze text', () => {
  test.each([
    ['Each [1: query] meets [2: keys].', 'Each {{c1::query}} meets {{c2::keys}}.'],
    ['**[1: a]** and [1: b]', '<strong>{{c1::a}}</strong> and {{c1::b}}'],
    ['[`std::map`]', '{{c1::<code>std:&#58;map</code>}}'],
    ['[$a_{b_{c}}$]', '{{c1::\\(a_{b_{c} }\\)}}'],
    ['[f{x}]', '{{c1::f{x&#125;}}'],
    ['{{c1::text}} [x]', '{&#123;c1::text}} {{c1::x}}'],
  ])('%j gives %j', (text, expected) => {
    expect(clozeHtml(text, none)).toBe(expected)
  })

  test('hides as many parts by the same numbers, each of which Anki reads to its end', () => {
    const part = fc.tuple(
      fc.integer({ min: 1, max: 99 }),
      fc.constantFrom('a', 'f{x}', 'std::map', '$a_{b}$', '}}', '{{c1::'),
    )
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.map(([number, hidden]) => `and [${number}: ${hidden}]`).join(' ')
        const hidden = [...clozeHtml(text, none).matchAll(/\{\{c(\d+)::((?:(?!\}\}|::).)*)\}\}/g)]
        expect(hidden.map(([, number]) => Number(number))).toEqual(parts.map(([number]) => number))
        expect(parseCloze(text).faults).toEqual([])
      }),
    )
  })
})
