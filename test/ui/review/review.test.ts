import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { loadContent } from '../../../src/content/load-content.ts'
import { DAY_MS } from '../../../src/core/day.ts'
import type { Destination } from '../../../src/ui/frame/destination.ts'
import { openTestDeps } from '../../app/open-test-deps.ts'
import { reviewsOf } from '../../store/reviews-of.ts'
import { many, only } from '../decks.ts'
import { drive } from '../drive-screens.ts'

const REVIEW: Destination = {
  kind: 'review',
  options: { decks: [], newCards: undefined, limit: undefined, mode: 'scheduled' },
}

function review(decks: { readonly [name: string]: string }) {
  const deps = openTestDeps(decks)
  return { deps, ...drive(deps, REVIEW) }
}

function ratingsIn({ deps }: ReturnType<typeof review>) {
  return reviewsOf(deps.store).map(({ card, rating }) => `${card} ${rating}`)
}

describe('a card', () => {
  test('shows its answer, source, errata and the intervals of the keys', () => {
    const { press, text } = review(only('basic'))
    expect(text()).toContain('What is √4?')
    expect(text()).not.toContain('Two')
    press('space')
    expect(text()).toContain('Two, by sqrt.')
    expect(text()).toContain('Source: a book, page 1')
    expect(text()).toContain('Tags: one, two')
    expect(text()).toMatch(/Common mistake\n +People forget the root\./)
    expect(text()).toMatch(/1 again 1m +2 hard 6m +\[3 good 10m\] +4 easy \d+d/)
  })

  test('is answered by enter as good, and by a digit as its rating', () => {
    const session = review(many(3))
    session.press('enter', 'enter', 'space', '1', 'space', '4')
    expect(ratingsIn(session).map((text) => text.split(' ')[1])).toEqual(['good', 'again', 'easy'])
  })

  test('stores the interval that its key showed', () => {
    const { deps, press, text } = review(only('basic'))
    press('space')
    const shown = /4 easy (\d+)d/.exec(text())?.[1]
    press('4')
    const memory = [...deps.store.cards().values()][0]?.memory
    expect(memory).toMatchObject({ kind: 'review', intervalDays: Number(shown) })
  })

  test('that is longer than the window shows its answer, and its prompt by a key', () => {
    const prompt = Array.from({ length: 40 }, (_, at) => `Line ${at}.`).join('\n\n')
    const { press, text } = review({ one: `## one/a\nQ: ${prompt}\nA: The answer.\nerrata: A slip.\n` })
    expect(text()).toContain('Line 0.')
    press('space')
    expect(text()).toMatch(/Line 39\.\n[^A-Z]*The answer\.[\s\S]*A slip\./)
    press('home')
    expect(text()).toContain('Line 0.')
    press('k', 'j')
    expect(text()).toContain('Line 1.')
  })

  test('takes no rating before its answer is shown', () => {
    const session = review(only('basic'))
    session.press('3', '1')
    expect(ratingsIn(session)).toEqual([])
  })

  test('that is hidden in a text is shown in its place', () => {
    const { press, text } = review(only('cloze'))
    expect(text()).toContain('Attention compares […] with keys.')
    press('space')
    expect(text()).toContain('Attention compares queries with keys.')
    expect(text()).toContain('→ queries')
  })
})

describe('a choice', () => {
  test.each([
    { pick: 'the right one', sign: '✓ Right.', rating: 'good' },
    { pick: 'a wrong one', sign: '✗ Wrong.', rating: 'again' },
  ])('of $pick suggests $rating', ({ pick, sign, rating }) => {
    const session = review(only('choice'))
    const letter = new RegExp(`([abc])  ${pick}`).exec(session.text())?.[1] ?? ''
    session.press(letter)
    expect(session.text()).toContain(sign)
    expect(session.text()).toMatch(/✓ [abc] {2}the right one/)
    expect(session.text()).toMatch(new RegExp(`\\[\\d ${rating} `))
    session.press('enter')
    expect(ratingsIn(session)).toEqual([`kinds/choice ${rating}`])
  })

  test('lets the learner rate otherwise than marked', () => {
    const session = review(only('choice'))
    session.press('a', '4')
    expect(ratingsIn(session)).toEqual(['kinds/choice easy'])
  })

  test('has its letters before the commands of the same letter', () => {
    const session = review(only('choice'))
    session.press('b')
    expect(session.text()).toMatch(/Right|Wrong/)
    session.press('b')
    expect(session.text()).toContain('Buried until tomorrow.')
  })
})

describe('a number', () => {
  const answerIn = (text: string) => Number(/What is (\d+)/.exec(text)?.[1]) + 1

  test.each([
    { how: 'in plain digits', write: (answer: number) => `${answer}` },
    {
      how: 'in full-width digits',
      write: (answer: number) =>
        `${answer}`.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    },
    { how: 'as a fraction', write: (answer: number) => `${2 * answer}/2` },
  ])('typed $how is marked right', ({ write }) => {
    const session = review(only('numeric'))
    session.press(...write(answerIn(session.text())), 'enter')
    expect(session.text()).toContain('✓ Right.')
    session.press('enter')
    expect(ratingsIn(session)).toEqual(['kinds/numeric good'])
  })

  test('that is wrong is shown beside the solution and suggests again', () => {
    const session = review(only('numeric'))
    const answer = answerIn(session.text())
    session.press('0', 'enter')
    expect(session.text()).toContain('✗ Wrong. You answered 0.')
    expect(session.text()).toContain(`${answer - 1} + 1 = ${answer}`)
    session.press('enter')
    expect(ratingsIn(session)).toEqual(['kinds/numeric again'])
  })

  test('that cannot be read costs nothing', () => {
    const session = review(only('numeric'))
    session.press('1', 'x', 'enter')
    expect(session.text()).toContain('That is not a number.')
    expect(session.text()).toContain('Your answer: 1x')
    expect(ratingsIn(session)).toEqual([])
  })

  test('is edited where the cursor stands', () => {
    const session = review(only('numeric'))
    session.press('1', '2', '3', 'left', 'backspace', '7', 'home', 'delete', 'end', '9')
    expect(session.text()).toContain('Your answer: 739')
    expect(session.frame().cursor?.x).toBe(1 + 'Your answer: 739'.length)
    session.press('ctrl-u')
    expect(session.text()).toMatch(/Your answer: *\n/)
  })

  test('is typed into a field that owns every character', async () => {
    const session = review(only('numeric'))
    session.press(...'sqrt(2)*blue?jk', 'space', 'q', 'ctrl-z')
    expect(session.stops).toHaveLength(1)
    expect(session.text()).toContain('Your answer: sqrt(2)*blue?jk q')
    expect(session.exits).toEqual([])
    // Until the shell lets it go on, every key is the shell's.
    session.press('z')
    await setImmediate()
    session.press('escape', 's')
    expect(session.text()).toContain('Suspended')
  })

  test('is kept while the learner uses the keys of the screen', () => {
    const session = review(only('numeric'))
    session.press('4', 'escape')
    expect(session.text()).toContain('enter back to your answer')
    session.press('l', 'l', 'enter', '2')
    expect(session.text()).toContain('Your answer: 42')
    session.press('escape', 'escape', '1')
    expect(session.text()).toContain('Your answer: 421')
  })

  test('may be an expression, whose value is shown before and after', () => {
    const session = review(only('numeric'))
    const answer = answerIn(session.text())
    session.press(...`${answer - 2}+2^1`)
    expect(session.text()).toContain(`Your answer: ${answer - 2}+2^1  = ${answer}`)
    session.press('enter')
    expect(session.text()).toContain(`✓ Right. You answered ${answer - 2}+2^1 = ${answer}.`)
  })

  test('with a decimal comma is told how to write it', () => {
    const session = review(only('numeric'))
    session.press(...'0,25', 'enter')
    expect(session.text()).toContain('Did you mean 0.25?')
  })

  test('is given up by enter in an empty field', () => {
    const session = review(only('numeric'))
    session.press('enter')
    expect(session.text()).toMatch(/= \d+/)
  })

  test('keeps its numbers when the language changes', () => {
    const session = review(only('numeric'))
    const answer = answerIn(session.text())
    session.press('escape', 'l')
    expect(session.text()).toContain(`${answer - 1} + 1 是多少？`)
    session.press('enter', ...`${answer}`, 'enter')
    expect(session.text()).toContain('✓ 正确。')
    session.press('l')
    expect(session.text()).toContain('✓ Right.')
  })
})

describe('an order', () => {
  const orderIn = (text: string) =>
    ['first', 'second', 'third'].map((step) => new RegExp(`(\\d)  ${step}`).exec(text)?.[1] ?? '')

  test('is marked, and never given away by its example', () => {
    const session = review(only('ordering'))
    const order = orderIn(session.text())
    expect(session.text()).not.toContain(`such as ${order.join('')}`)
    session.press(...order, 'enter')
    expect(session.text()).toContain('✓ Right.')
    expect(session.text()).toMatch(/Why\n +That is how counting goes\./)
  })

  test('that is wrong stands step by step beside the right one, its mark in sight', () => {
    const deps = openTestDeps(only('ordering'))
    const session = drive(deps, REVIEW, { size: { columns: 60, rows: 20 } })
    const [one, two, three] = orderIn(session.text())
    session.press(one ?? '', three ?? '', two ?? '', 'enter')
    expect(session.text()).toContain('✗ Wrong.')
    expect(session.text()).toMatch(/✓ +1 +first +│ first/)
    expect(session.text()).toMatch(/✗ +2 +second +│ third/)
    expect(session.text()).toMatch(/✗ +3 +third +│ second/)
  })

  test('that leaves a step out is asked again', () => {
    const session = review(only('ordering'))
    session.press('1', '1', '2', 'enter')
    expect(session.text()).toContain('Type each number of the list exactly once.')
  })
})

describe('a session', () => {
  test('counts, undoes one after the other, and asks the card again', () => {
    const session = review(many(3))
    session.press('space', '4', 'space', '4')
    expect(session.text()).toContain('2 done · 1 left')
    session.press('u')
    expect(session.text()).toContain('Taken back: easy, Question 1?')
    expect(session.text()).toContain('1 done · 2 left')
    session.press('u')
    expect(ratingsIn(session)).toEqual([])
    session.press('u')
    expect(session.text()).toContain('There is nothing to undo.')
  })

  test('undoes what earlier sessions did, one after the other, and says what', () => {
    const first = review(many(3))
    first.press('space', '4', 's')
    const session = drive(first.deps.again(), REVIEW)
    session.press('u')
    expect(session.text()).toContain('Taken back from an earlier session: suspended, Question 1?')
    session.press('u')
    expect(session.text()).toContain('Taken back from an earlier session: easy, Question 0?')
    expect(session.text()).toContain('Question 0?')
    expect(ratingsIn(first)).toEqual([])
    session.press('u')
    expect(session.text()).toContain('There is nothing to undo.')
  })

  test('of cramming undoes nothing that was recorded before', () => {
    const first = review(many(2))
    first.press('space', '3')
    const options = { ...REVIEW.options, mode: 'cram' } as const
    const session = drive(first.deps.again(), { ...REVIEW, options })
    session.press('u')
    expect(session.text()).toContain('There is nothing to undo.')
    expect(ratingsIn(first)).toHaveLength(1)
  })

  test('ends with what was done and when the next card comes', () => {
    const session = review(many(2))
    session.press('space', '4', 'space', '4')
    expect(session.text()).toContain('Done: 2 answers.')
    session.press('enter')
    expect(session.exits).toEqual([undefined])
  })

  test('that ends says how it went, what comes tomorrow, and gives ten more', () => {
    const session = review(many(30))
    session.press('space', '1')
    for (let at = 0; at < 10; at++) session.press('space', '4')
    expect(session.text()).toMatch(/Done: 11 answers\. 91% recalled, in \d+:\d\d min\./)
    expect(session.text()).toContain('10 of 10 new today; 20 unseen; `m` for ten more.')
    expect(session.text()).toMatch(/Tomorrow: 11 cards\./)
    session.press('m')
    expect(session.text()).toContain('11 done · 10 left')
    for (let at = 0; at < 10; at++) session.press('space', '4')
    expect(session.text()).toContain('20 of 20 new today; 10 unseen')
  })

  test('of nothing says so', () => {
    const session = review({ empty: '' })
    expect(session.text()).toContain('There is nothing to review now.')
  })

  test('hears every key of a burst', () => {
    const session = review(many(3))
    session.press('space', '3', 'space', '3', 'space', '3')
    expect(ratingsIn(session)).toHaveLength(3)
  })

  test('hears no key in a window that is too small to show it', () => {
    const deps = openTestDeps(many(1))
    const session = drive(deps, REVIEW, { size: { columns: 39, rows: 12 } })
    session.press('space', '3', 'q')
    expect(session.exits).toEqual([])
    expect(reviewsOf(deps.store)).toEqual([])
  })

  test('takes a pasted text for no key', () => {
    const session = review(many(3))
    session.press('space')
    session.paste('3333')
    expect(ratingsIn(session)).toEqual([])
  })

  test('tells of a card that was answered elsewhere', () => {
    const session = review(many(1))
    session.press('space')
    const other = drive(session.deps.again(), REVIEW)
    other.press('space', '4')
    session.press('1')
    expect(session.text()).toContain('answered elsewhere')
    expect(ratingsIn(session)).toEqual(['many/card-0 easy'])
  })

  test('of cramming records nothing', () => {
    const deps = openTestDeps(many(2))
    const session = drive(deps, { ...REVIEW, options: { ...REVIEW.options, mode: 'cram' } })
    expect(session.text()).toContain('cram: nothing is recorded')
    session.press('space', '3', 'space', '3')
    expect(session.text()).toContain('Done: 2 answers.')
    expect(reviewsOf(deps.store)).toEqual([])
  })

  test('leads to the cards of the coming days, of which nothing is recorded', () => {
    const first = review(many(2))
    first.press('space', '4', 'space', '4')
    expect(first.text()).not.toContain('study ahead')
    const deps = first.deps.again()
    const inFiveDays = { ...deps, now: () => ({ ...deps.now(), at: deps.now().at + 5 * DAY_MS }) }
    const session = drive(inFiveDays, REVIEW)
    expect(session.text()).toContain('asks 2 cards of the next 7 days now; nothing of it is recorded')
    session.press('a')
    expect(session.text()).toContain('study ahead: nothing is recorded')
    session.press('space')
    expect(session.text()).toContain('[3 good]')
    session.press('3', 'space', '3')
    expect(session.text()).toContain('Done: 2 answers.')
    session.press('u')
    expect(session.text()).toContain('There is nothing to undo.')
    expect(reviewsOf(deps.store)).toHaveLength(2)
  })

  test.each([
    { to: 'A: 4', shown: 'Mended?' },
    { to: '', shown: /Line \d+: .*answer/ },
  ])('reads a deck again after an edit to "$to"', async ({ to, shown }) => {
    const deps = openTestDeps({})
    const own = deps.folders.decks
    const path = join(own, 'mine.md')
    mkdirSync(own)
    writeFileSync(path, '## mine/one\nQ: Broken?\nA: 3\n')
    const readContent = () => loadContent({ builtIn: deps.folders.home, own })
    const session = drive({ ...deps, readContent, content: await readContent() }, REVIEW, {
      edit: (place) => {
        expect(place).toMatchObject({ path, line: 1 })
        writeFileSync(path, `## mine/one\nQ: Mended?\n${to}\n`)
      },
    })
    expect(session.text()).toContain('Broken?')
    session.press('e')
    await expect.poll(() => session.text()).toMatch(shown)
  })
})
