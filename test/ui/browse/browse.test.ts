import { expect, test } from 'vitest'
import { answerOne } from '../../../src/app/change-card.ts'
import { WHOLE_QUEUE } from '../../../src/app/today-queue.ts'
import { UNSEEN_CARD } from '../../../src/core/card-state.ts'
import { dayOfDate, studyDayOf } from '../../../src/core/day.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { daysLater, openTestDeps } from '../../app/open-test-deps.ts'
import { expectToFill } from '../any-window.ts'
import { drive } from '../drive-screens.ts'

const DECKS = {
  nms: '## nms/steps\nQ: What comes first?\nQ.zh: 第一步是什么？\nA: Sorting.\nA.zh: 排序。\n\n## nms/soft\nQ: What decays?\nA: Scores.\n',
  mean: '## mean/taps\nQ: How many taps?\nA: Nine.\n',
}
const browse = { kind: 'browse', query: '' } as const

test('cards are found by what is typed, and a query that means nothing is told', () => {
  const session = drive(openTestDeps(DECKS), { kind: 'home' })
  session.press('/')
  expect(session.text()).toContain('3 cards')
  session.press('/', ...'deck:nms decays', 'enter')
  expect(session.text()).toMatch(/ 1 card\n/)
  expect(session.text()).toContain('› What decays?')
  session.press('/', ...' is:dew', 'enter')
  expect(session.text()).toContain('No card is "dew" (did you mean new?).')
  expect(session.text()).toContain('Search: deck:nms decays is:dew')
  session.press('escape')
  expect(session.text()).toContain('› What decays?')
  session.press('/', 'ctrl-u', ...'tapz', 'enter')
  expect(session.text()).toContain('No card is like that.')
  session.press('enter', 's', 'b', 'e', 'j', 'q')
  expect(session.kind()).toBe('home')
})

test('a card opens with its history, and is suspended, buried and taken up again', () => {
  const deps = openTestDeps(DECKS)
  answerOne(deps, 'nms/soft', 'good')
  daysLater(deps, 3)
  answerOne(deps, 'nms/soft', 'hard')
  const session = drive(deps, browse, { size: { columns: 80, rows: 60 } })
  session.press('down', 'enter')
  expect(session.text()).toMatch(/What decays\?[\s\S]*Scores\.[\s\S]*probability of recall[\s\S]*History\n/)
  expect(session.text()).toMatch(/2026-11-27 {2}hard +\d+% {2,}→ .*\n 2026-11-24 {2}good {2,}→ 10m/)
  expect(session.text()).toMatch(/Due: \d+m\n/)
  expect(session.text()).toMatch(/esc back to the list(?![\s\S]*q leave)/)
  session.press('b')
  expect(session.text()).toContain('State: buried until tomorrow')
  session.press('s')
  expect(session.text()).toContain('State: suspended')
  expect(deps.store.card('nms/soft' as CardId).suspended).toBe(true)
  session.press('escape')
  expect(session.text()).toMatch(/› What decays\? +nms +suspended/)
  session.press('s', 'b')
  expect(session.text()).toMatch(/› What decays\? +nms +buried/)
  session.press('l', 'up')
  expect(session.text()).toContain('› 第一步是什么？')
})

test('a card is flagged with a note, made new and given another day', () => {
  const deps = openTestDeps(DECKS)
  answerOne(deps, 'nms/soft', 'easy')
  const session = drive(deps, browse, { size: { columns: 80, rows: 60 } })
  const state = () => deps.store.card('nms/soft' as CardId)
  session.press('down', 'f', ...'wrong sign', 'enter')
  expect(session.text()).toContain('› ⚑ What decays?')
  session.press('/', ...'is:flagged', 'enter')
  expect(session.text()).toMatch(/ 1 card\n/)
  session.press('enter')
  expect(session.text()).toContain('Flag: wrong sign')
  session.press('f')
  expect(session.text()).not.toContain('Flag:')

  session.press('d', ...'soon', 'enter')
  expect(session.text()).toContain('"soon" is no day to come.')
  session.press('ctrl-u', '3', 'enter')
  expect(state().memory).toMatchObject({ kind: 'review', dueDay: studyDayOf(deps.now()) + 3 })
  session.press('d', ...'2027-01-15', 'enter')
  expect(session.text()).toMatch(/Due: 2027-01-15\n[\s\S]*due on 2027-01-15/)
  expect(state().memory).toMatchObject({ dueDay: dayOfDate('2027-01-15'), reps: 1 })
  session.press('n')
  expect(state()).toEqual(UNSEEN_CARD)
  expect(session.text()).not.toContain('set its day')
  expect(session.text()).not.toContain('probability of recall')

  const review = drive(deps, {
    kind: 'review',
    options: { ...WHOLE_QUEUE, limit: undefined, mode: 'scheduled' },
  })
  review.press('f', ...'quiz?', 'escape')
  expect(review.text()).not.toContain('Note (or none)')
  review.press('enter', 'f', ...'too vague', 'left', 'backspace')
  expect(review.text()).toContain('Note (or none): too vage')
  review.press('ctrl-u', ...'too vague', 'enter')
  expect(review.text()).toMatch(/Flag: too vague[\s\S]*Flagged;[\s\S]*f take the flag away/)
  review.press('f')
  expect(review.text()).not.toContain('Flag: ')
  review.press('f', ...'too vague', 'enter', 'u')
  expect(review.text()).toContain('Taken back from an earlier session: made new, What decays?')
  expect(state().memory).toMatchObject({ dueDay: dayOfDate('2027-01-15') })
  session.press('escape', '/', 'ctrl-u', ...'is:flagged', 'enter')
  expect(session.text()).toMatch(/ 1 card\n/)
  session.press('enter')
  expect(session.text()).toContain('Flag: too vague')
})

test('what is typed may be longer than the window, and the cursor stays in sight', () => {
  const size = { columns: 40, rows: 20 }
  const session = drive(openTestDeps(DECKS), browse, { size })
  const end = () => session.frame().cursor?.x
  session.press('/')
  session.paste(`deck:nms or ${'平方 '.repeat(30)}\nlast`)
  expect(session.text()).toMatch(/Search: ….*平方 last\n/)
  expect(end()).toBeLessThan(size.columns)
  session.press('home')
  expect(session.text()).toMatch(/Search: deck:nms or 平方.*…\n/)
  expect(end()).toBe('Search: '.length)
  session.press('end', 'enter', '/')
  expect(session.text()).toMatch(/平方 last\n/)
})

test('a narrow window shows where each card stands', () => {
  const size = { columns: 40, rows: 20 }
  expect(drive(openTestDeps(DECKS), browse, { size }).text()).toMatch(/› What comes first\? +new/)
})

test('a card whose minutes are over is due', () => {
  const deps = openTestDeps(DECKS)
  answerOne(deps, 'nms/soft', 'again')
  const session = drive(deps, browse)
  expect(session.text()).toMatch(/What decays\? +nms +1m/)
  daysLater(deps, 1)
  expect(session.text()).toMatch(/What decays\? +nms +due/)
  const page = drive(deps, { kind: 'browse', query: 'decays' }, { size: { columns: 80, rows: 60 } })
  page.press('enter')
  expect(page.text()).toContain('Due: now')
})

test('what was done to cards is taken back, and no answer of a review', () => {
  const deps = openTestDeps(DECKS)
  answerOne(deps, 'nms/soft', 'easy')
  const session = drive(deps, browse)
  session.press('down', 'u')
  expect(session.text()).not.toContain('Taken back')
  session.press('b', 'n')
  expect(session.text()).toContain('u undo')
  session.press('u')
  expect(session.text()).toContain('Taken back: made new, What decays?')
  session.press('u')
  expect(session.text()).not.toMatch(/ buried |u undo/)
  session.press('u')
  expect(deps.store.card('nms/soft' as CardId).memory.kind).toBe('review')
})

test('a list leads to its ends, and its help names no scrolling', () => {
  const session = drive(openTestDeps(DECKS), browse)
  session.press('end')
  expect(session.text()).toContain('› How many taps?')
  session.press('home')
  expect(session.text()).toContain('› What comes first?')
  session.press('?')
  expect(session.text()).toMatch(/end +to the last/)
  expect(session.text()).not.toContain('scroll down')
})

test('fills any window', () => {
  const deps = openTestDeps(DECKS)
  answerOne(deps, 'nms/steps', 'easy')
  daysLater(deps, 5)
  expectToFill(deps, browse, [
    [],
    ['down'],
    ['enter'],
    ['enter', 'd', '1'],
    ['f', ...'a note that is longer than a narrow window'],
    ['/', 'x', 'enter'],
    ['/', ...'words of a query'],
    ['?'],
  ])
  expectToFill(openTestDeps({}), browse, [[], ['enter'], ['s']])
})
