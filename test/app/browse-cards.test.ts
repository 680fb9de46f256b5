import { describe, expect, test } from 'vitest'
import { browseCards } from '../../src/app/browse-cards.ts'
import { cardHistory } from '../../src/app/card-history.ts'
import { answerOne, buryOne, setSuspended } from '../../src/app/change-card.ts'
import { schedulersIn } from '../../src/app/deps.ts'
import { parseQuery } from '../../src/core/browse/parse-query.ts'
import type { CardId } from '../../src/core/ids.ts'
import { daysLater, openTestDeps, type TestDeps } from './open-test-deps.ts'

const DECKS = {
  nms: `---
title: NMS and Soft-NMS
title.zh: 非极大值抑制
group: detection
---
## nms/steps
tags: errata, boxes
Q: What does NMS do first?
Q.zh: NMS 首先做什么？
A: It sorts by score.
A.zh: 按得分排序。

## nms/soft
source: Bodla et al. 2017
C: Soft-NMS [1: decays] the [2: score].
C.zh: Soft-NMS [1: 衰减][2: 得分]。
`,
  mean: `## mean/kernel
Q: How large is a ３×３ mean filter's kernel?
A: Nine taps, of $\\frac{1}{9}$ each, or a bound $\\beta_1 \\le 1$.
`,
}

const ids = (deps: TestDeps, query: string) => browseCards(deps, parseQuery(query)).map(({ card }) => card.id)

describe('a search', () => {
  test.each([
    ['', ['nms/steps', 'nms/soft', 'nms/soft#2', 'mean/kernel']],
    ['SCORE', ['nms/steps', 'nms/soft', 'nms/soft#2']],
    ['得分', ['nms/steps', 'nms/soft', 'nms/soft#2']],
    ['"sorts by" 首先', ['nms/steps']],
    ['sorts*score', ['nms/steps']],
    ['3×3', ['mean/kernel']],
    ['β₁', ['mean/kernel']],
    ['"β1 ≤ 1"', ['mean/kernel']],
    ['beta_1', ['mean/kernel']],
    ['bodla', ['nms/soft', 'nms/soft#2']],
    ['deck:nms', ['nms/steps', 'nms/soft', 'nms/soft#2']],
    ['deck:detection', ['nms/steps', 'nms/soft', 'nms/soft#2']],
    ['deck:非极大*', ['nms/steps', 'nms/soft', 'nms/soft#2']],
    ['deck:nm', []],
    ['tag:err*', ['nms/steps']],
    ['tag:none', ['nms/soft', 'nms/soft#2', 'mean/kernel']],
    ['deck:n_s id:nms/st__s', ['nms/steps']],
    ['-tag:errata -deck:mean', ['nms/soft', 'nms/soft#2']],
    ['id:nms/soft#2 or taps', ['nms/soft#2', 'mean/kernel']],
    ['is:own', []],
  ])('%s', (query, expected) => {
    expect(ids(openTestDeps(DECKS), query)).toEqual(expected)
  })

  test('knows what was done to each card', () => {
    const deps = openTestDeps(DECKS)
    answerOne(deps, 'nms/steps', 'easy')
    answerOne(deps, 'mean/kernel', 'again')
    setSuspended(deps, 'nms/soft', true)
    buryOne(deps, 'nms/soft#2')
    expect(ids(deps, 'is:new')).toEqual(['nms/soft', 'nms/soft#2'])
    expect(ids(deps, 'is:suspended')).toEqual(['nms/soft'])
    expect(ids(deps, 'is:buried')).toEqual(['nms/soft#2'])
    expect(ids(deps, 'is:learn')).toEqual(['mean/kernel'])
    expect(ids(deps, 'is:review prop:ivl>0 prop:due>0 prop:reps=1')).toEqual(['nms/steps'])
    expect(ids(deps, 'is:due')).toEqual([])
    expect(ids(deps, 'rated:1')).toEqual(['nms/steps', 'mean/kernel'])
    expect(ids(deps, 'rated:1:1')).toEqual(['mean/kernel'])
    // Of what was never seen nothing is less than anything.
    expect(ids(deps, 'prop:r<1.1')).toEqual(['nms/steps', 'mean/kernel'])
    expect(ids(deps, 'prop:r!=0.5 prop:lapses<=0')).toEqual(['nms/steps', 'mean/kernel'])

    daysLater(deps, 40)
    expect(ids(deps, 'is:due')).toEqual(['nms/steps', 'mean/kernel'])
    expect(ids(deps, 'is:buried')).toEqual([])
    expect(ids(deps, 'rated:40')).toEqual([])
    expect(ids(deps, 'rated:41')).toEqual(['nms/steps', 'mean/kernel'])
    expect(ids(deps, 'prop:r<0.5')).toEqual(['mean/kernel'])
    expect(ids(deps, 'prop:r>=0.5')).toEqual(['nms/steps'])
  })
})

test("a card's history ends in its state, an undone answer left out", () => {
  const deps = openTestDeps(DECKS)
  const card = 'nms/steps' as CardId
  answerOne(deps, card, 'good')
  daysLater(deps, 1)
  setSuspended(deps, card, true)
  setSuspended(deps, card, false)
  answerOne(deps, card, 'again')
  const undone = deps.store.latestOwnChange()
  if (undone) deps.store.undo(undone.id, deps.now())
  daysLater(deps, 2)
  answerOne(deps, card, 'good')

  const history = cardHistory(deps, card)
  expect(history.map(({ change }) => change.kind)).toEqual(['review', 'suspend', 'suspend', 'review'])
  expect(history[0]?.recall).toBeUndefined()
  expect(history[3]?.recall).toBeGreaterThan(0.5)
  expect(history[3]?.recall).toBeLessThan(1)
  expect(history.at(-1)?.memory).toEqual(deps.store.card(card).memory)
})

test("a card's history ends in its state, when other weights have come into force between", () => {
  const deps = openTestDeps({ adam: '## adam/a\nQ: a?\nA: a.\n' })
  answerOne(deps, 'adam/a', 'good')
  daysLater(deps, 1)
  answerOne(deps, 'adam/a', 'good')
  deps.store.reschedule(
    ({ cards, exercises }) => ({
      exercises,
      cards: { ...cards, weights: cards.weights.map((weight, at) => (at < 4 ? 2 * weight : weight)) },
    }),
    deps.now(),
  )
  daysLater(deps, 9)
  const card = 'adam/a' as CardId
  const { memory } = deps.store.card(card)
  const then =
    memory.kind === 'new' ? undefined : schedulersIn(deps).cards.retrievability(memory, memory.lastDay + 9)
  answerOne(deps, 'adam/a', 'good')
  expect(cardHistory(deps, card).at(-1)).toMatchObject({ memory: deps.store.card(card).memory, recall: then })
})
