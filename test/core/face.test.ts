import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDeck } from '../../src/content/parse-deck.ts'
import type { Card } from '../../src/core/card.ts'
import { type Face, faceOf } from '../../src/core/face.ts'
import { markNumber } from '../../src/core/mark-number.ts'

const DECK = `---
title: Test
---
## test/choice
Q: Which?
- [x] right
- [ ] wrong
- [ ] worse
- [ ] worst
A: Because.
Q.zh: 哪个？
- [x] 对
- [ ] 错
- [ ] 更错
- [ ] 最错
A.zh: 因为。

## test/number
Q: @{n} plus @{k}?
let n = int(1, 1000)
let k = uniform(0, 1, 2)
answer = n + k
unit: px
A: It is @{answer:2}, not @{n > 500 ? 1 : 0}.
Q.zh: @{n} 加 @{k}？
A.zh: 是 @{answer:2}。

## test/order
Q: Order.
1. one
2. two
3. three
4. four
Q.zh: 排序。
1. 一
2. 二
3. 三
4. 四

## test/cloze
C: Each [1: query] meets [2: keys].
C.zh: [2: 键]与[1: 查询]相遇。
`

const { deck, faults } = parseDeck(DECK, 'test.md')

function cardNamed(id: string): Card {
  const card = deck.cards.find((candidate) => candidate.id === id)
  if (card === undefined) throw new Error(`no card ${id}`)
  return card
}

function faceNamed<K extends Face['kind']>(id: string, kind: K, locale: 'en' | 'zh', seed: string) {
  const face = faceOf(cardNamed(id), locale, seed)
  if (face.kind !== kind) throw new Error(`${id} is ${face.kind}`)
  return face as Extract<Face, { kind: K }>
}

describe('a face', () => {
  test('depends on nothing but card, language and seed', () => {
    expect(faults).toEqual([])
    fc.assert(
      fc.property(
        fc.constantFrom(...deck.cards),
        fc.constantFrom('en', 'zh'),
        fc.string(),
        (card, locale, seed) => {
          expect(faceOf(card, locale, seed)).toEqual(faceOf(card, locale, seed))
        },
      ),
    )
  })

  test('of a choice has its one right option at the same letter in both languages', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const en = faceNamed('test/choice', 'choice', 'en', seed)
        const zh = faceNamed('test/choice', 'choice', 'zh', seed)
        expect(en.options.map(({ letter }) => letter)).toEqual(['a', 'b', 'c', 'd'])
        expect(en.options[en.right]?.text).toBe('right')
        expect(zh.right).toBe(en.right)
        expect(zh.options[zh.right]?.text).toBe('对')
        expect(en.answer).toBe(`${en.options[en.right]?.letter}) right`)
      }),
    )
    const places = new Set(
      Array.from({ length: 60 }, (_, at) => faceNamed('test/choice', 'choice', 'en', `${at}`).right),
    )
    expect([...places].sort()).toEqual([0, 1, 2, 3])
  })

  test('of a number has the same numbers in both languages, and takes the answer that it shows', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const en = faceNamed('test/number', 'numeric', 'en', seed)
        const zh = faceNamed('test/number', 'numeric', 'zh', seed)
        expect(zh.expected).toBe(en.expected)
        const [n = Number.NaN, k = Number.NaN] = en.prompt.match(/[\d.]+/g)?.map(Number) ?? []
        expect(n + k).toBeCloseTo(en.expected, 9)
        expect(zh.prompt).toBe(`${n} 加 ${k}？`)
        expect(en.solution).toBe(`It is ${en.expected.toFixed(2)}, not ${n > 500 ? 1 : 0}.`)
        expect(en.answer).toBe(`${en.expected.toFixed(2)} px`)
        expect(markNumber(en.expected.toFixed(2), en.expected, en.tolerance, en.typedUnits).kind).toBe(
          'right',
        )
      }),
    )
  })

  test('of an ordering is never shown in order, and its numbers give the order', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const face = faceNamed('test/order', 'ordering', 'en', seed)
        const right = ['one', 'two', 'three', 'four']
        expect(face.steps).not.toEqual(right)
        expect(face.order.map((number) => face.steps[number - 1])).toEqual(right)
        expect(faceNamed('test/order', 'ordering', 'zh', seed).order).toEqual(face.order)
      }),
    )
  })

  test('of a cloze hides the same part in both languages', () => {
    expect(faceNamed('test/cloze', 'cloze', 'en', '')).toMatchObject({
      prompt: 'Each […] meets keys.',
      answer: 'query',
    })
    expect(faceNamed('test/cloze', 'cloze', 'zh', '')).toMatchObject({
      prompt: '键与[…]相遇。',
      answer: '查询',
    })
    expect(faceNamed('test/cloze#2', 'cloze', 'zh', '')).toMatchObject({
      prompt: '[…]与查询相遇。',
      answer: '键',
    })
  })
})
