import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSpans, unbalancedDollars } from '../../src/core/spans.ts'

const kinds = (text: string) => splitSpans(text).map(({ kind, content }) => `${kind}:${content}`)

describe('the spans of a text', () => {
  test.each<[string, readonly string[]]>([
    ['a $x$ b', ['text:a ', 'math:x', 'text: b']],
    ['$$\\frac{1}{2}$$', ['display:\\frac{1}{2}']],
    ['`a $x$` b', ['code:a $x$', 'text: b']],
    ['`` a`b ``', ['code:a`b']],
    ['$5 and $6', ['text:$5 and $6']],
    ['US$a or US$5', ['text:US$a or US$5']],
    ['\\$5 and \\$6', ['text:\\$5 and \\$6']],
    ['```py\nx = "$"\n```\nend', ['code:```py\nx = "$"\n```', 'text:\nend']],
    ['a $x\n\ny$ b', ['text:a $x\n\ny$ b']],
    ['$a\\$b$', ['math:a\\$b']],
    ['$(a), `$b`', ['text:$(a), ', 'code:$b']],
    ['$(a)/$(b)', ['text:$(a)/$(b)']],
    ['10 ($15 in all), or 5$ and', ['text:10 ($15 in all), or 5$ and']],
    ['A$5、US$6；$PATH，$a和$b', ['text:A$5、US$6；$PATH，$a和$b']],
    ['``` opens, ``` closes', ['text:```', 'text: opens, ', 'text:```', 'text: closes']],
    ['``` `a` ```', ['code:`a`']],
    ['\\(x\\), \\( a_i + 1 \\)', ['math:x', 'text:, ', 'math:a_i + 1']],
    ['grep \\(x\\)', ['text:grep \\(x\\)']],
    [
      '\\(O(n)\\) or \\(a[i]\\) or \\((x, y)\\)',
      ['math:O(n)', 'text: or ', 'math:a[i]', 'text: or ', 'math:(x, y)'],
    ],
    ['is\n\\[\na &= b \\\\\nc\n\\]\n', ['text:is\n', 'display:a &= b \\\\\nc', 'text:\n']],
    [
      's/\\(.*\\)/\\1/, \\(foo-bar\\|x\\), \\(word\\)',
      ['text:s/\\(.*\\)/\\1/, \\(foo-bar\\|x\\), \\(word\\)'],
    ],
    ['\\[E[x]\\], \\\\(x\\\\), \\(never', ['text:\\[E[x]\\], \\\\(x\\\\), \\(never']],
    ['`\\(x\\)` \\( \\)', ['code:\\(x\\)', 'text: \\( \\)']],
  ])('%j', (text, spans) => {
    expect(kinds(text)).toEqual(spans)
  })

  test('joined are the text, whatever it is', () => {
    const text = fc
      .array(
        fc.constantFrom(
          '$',
          '$$',
          '`',
          '``',
          '```',
          '~~~',
          '\\',
          '\\(',
          '\\)',
          '\\[',
          '\\]',
          '\n',
          ' ',
          'a',
          '5',
          '中',
        ),
      )
      .map((t) => t.join(''))
    fc.assert(
      fc.property(text, (typed) => {
        const spans = splitSpans(typed)
        expect(spans.map(({ source }) => source).join('')).toBe(typed)
        for (const { index, source } of spans) expect(typed.slice(index, index + source.length)).toBe(source)
      }),
      { numRuns: 2000 },
    )
  })

  test('a dollar that opens nothing is found', () => {
    expect(unbalancedDollars('a $x$ and $y')).toEqual([10])
    expect(unbalancedDollars('a $x$ and \\$5, `$`')).toEqual([])
  })
})
