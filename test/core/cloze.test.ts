import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCloze, showCloze } from '../../src/core/cloze.ts'

describe('a cloze text', () => {
  test('hides one number and shows the others', () => {
    const text = 'Each [1: query] meets all [2: keys]; the [1: query] again.'
    expect(showCloze(text, 1)).toEqual({
      prompt: 'Each […] meets all keys; the […] again.',
      answer: 'query … query',
      whole: 'Each query meets all keys; the query again.',
    })
    expect(showCloze(text, 2).prompt).toBe('Each query meets all […]; the query again.')
  })

  test.each<[string, readonly number[]]>([
    ['one [part]', [1]],
    ['[a] and [b]', [1, 2]],
    ['[2: b] before [1: a]', [1, 2]],
    ['`x[0]` and [`y[1]`]', [1]],
    ['$x[0]$ and [$d^2$]', [1]],
    ['```\na[0]\n```\n[x]', [1]],
    ['an escaped \\[bracket\\]', []],
    ['[a link](https://example.org/x) and [hidden]', [1]],
    ['[1：查询]与[2：键]', [1, 2]],
    ['costs $5 and [then] $6', [1]],
    ['the ratio [16:9]', [1]],
    ['from [Bern] at [10:30], [3：1], `x`[1:-1], [0:.5]', [1, 2, 3, 4, 5]],
    ['the [mean](https://example.org/Mean_(statistics)) is [sensitive]', [1]],
    ['a [link](<a b> "with a title"), ![an image](x.png) and [[a page|its name]]: [hidden]', [1]],
    ['an [![image](x.png) in a link](https://example.org) and [hidden]', [1]],
    ['a [formula $[x]$ in a link](https://example.org) and [hidden]', [1]],
    ['a claim[^1] about [dropout]\n\n[^1]: Srivastava [2014]', [1, 2]],
    ['see [the paper][paper], [paper] and [Paper][]: [hidden]\n\n[paper]: https://example.org', [1]],
    ['[dropout]: zeroes units', [1]],
    ['> [!note]\n> it is [hidden]', [1]],
    ['[a][b]', [1, 2]],
    ['![an image](of two words.png) and [hidden]', [1]],
    ['shown <!-- [not] --> [hidden]', [1]],
    ['- [ ] to do\n- [x] done [today]', [1]],
    ['![](x y.png) and [](https://example.org): [hidden]', [1]],
    ['said^[by one of them] of 2^[10] and [t]( of/it )', [1]],
  ])('%j hides %j', (text, numbers) => {
    expect(parseCloze(text)).toMatchObject({ numbers, faults: [] })
  })

  test.each<[string, string, string]>([
    ['A relation is [1:n].', '1:n', 'A relation is 1:n.'],
    ['From [1:many] to many', '1:many', 'From 1:many to many'],
    ['Not [1:n], but [1:m]', '1:n … 1:m', 'Not 1:n, but 1:m'],
    ['The indices [0:k]', '0:k', 'The indices 0:k'],
    ['One [1:query], its [1:key]', 'query … key', 'One query, its key'],
    ['[1:a] and [2:b]', 'a', 'a and b'],
    ['[1: alone]', 'alone', 'alone'],
    ['一对多是 [1：n]', '1：n', '一对多是 1：n'],
    ['[1：查询]', '查询', '查询'],
  ])('in %j asks for %j', (text, answer, whole) => {
    expect(showCloze(text, 1)).toMatchObject({ answer, whole })
    expect(parseCloze(text).faults).toEqual([])
  })

  test.each<[string, string]>([
    [
      '[1: a] and [b]',
      'some hidden parts have a number and some have none; number each, as in [1: …] and [2: …], or write \\: where the colon belongs to the text',
    ],
    ['[a', 'an opening bracket is never closed; close it or write it as \\['],
    ['a]', 'a closing bracket has no opening one; write it as \\]'],
    [
      'E[log p · [A]].',
      'a bracket stands inside another in [log p · [A]]; where the outer one hides nothing write \\[log p · [A]\\], or set it as mathematics between dollars',
    ],
    [
      '[0: a]',
      'a hidden part has the number 0; use 1 to 99, or write \\: where the colon belongs to the text',
    ],
    ['[]', 'a hidden part is empty; put the words to be hidden between the brackets'],
  ])('%j has a fault', (text, fault) => {
    expect(parseCloze(text).faults.map(({ en }) => en)).toEqual([fault])
  })

  test('loses no character but its brackets, whatever the text', () => {
    const text = fc
      .array(fc.constantFrom('[', ']', '\\', '`', '$', 'a', ' ', '1: ', '](', ')', '\n', '```'))
      .map((t) => t.join(''))
    const bare = (shown: string) => shown.replace(/[[\]\s\d:]/g, '')
    fc.assert(
      fc.property(text, (typed) => {
        const { whole } = showCloze(typed, 1)
        expect(bare(whole)).toBe(bare(typed))
      }),
      { numRuns: 2000 },
    )
  })
})
