import { describe, expect, test } from 'vitest'
import type { Deps } from '../../src/app/deps.ts'
import { loadContent } from '../../src/content/load-content.ts'
import type { Destination } from '../../src/ui/frame/destination.ts'
import { openTestDeps } from '../app/open-test-deps.ts'
import { reviewsOf } from '../store/reviews-of.ts'
import { expectToFill } from './any-window.ts'
import { KINDS, many } from './decks.ts'
import { drive } from './drive-screens.ts'

const WHOLE = { decks: [], newCards: undefined, limit: undefined, mode: 'scheduled' } as const

/** The exercises as they are shipped, beside decks of the test. */
async function withExercises(decks: { readonly [name: string]: string }): Promise<Deps> {
  const deps = openTestDeps(decks)
  const { exercises } = await loadContent({ builtIn: 'dist' })
  return { ...deps, content: { ...deps.content, exercises } }
}

const SCREENS: readonly { readonly screen: Destination; readonly keys: readonly (readonly string[])[] }[] = [
  { screen: { kind: 'home' }, keys: [[], ['?']] },
  {
    screen: { kind: 'review', options: WHOLE },
    keys: [[], ['space'], ['space', '?'], ['s', 'u'], ['f', ...'a note']],
  },
  { screen: { kind: 'exercises' }, keys: [[], ['down', 'down', 'down'], ['/', 'm', 'a'], ['x', 'enter']] },
  {
    screen: { kind: 'exercise', options: { id: 'adam', language: 'py' } },
    keys: [[], ['h', 'h'], ['g'], ['pagedown']],
  },
  { screen: { kind: 'stats' }, keys: [[], ['j', 'j', 'pagedown'], ['tab'], ['3'], ['4'], ['5'], ['left']] },
]

describe('a window', () => {
  test.each(SCREENS)('of any size is filled exactly by $screen.kind', async ({ screen, keys }) => {
    const deps = await withExercises({ kinds: KINDS, ...many(20) })
    expectToFill(deps, screen, keys)
  })

  test('that is too small asks for a larger one', () => {
    const session = drive(openTestDeps(many(1)), { kind: 'home' }, { size: { columns: 39, rows: 24 } })
    expect(session.lines()[0]).toBe('Make the window larger: at least 40x12.')
    expect(session.text().trim().split('\n')).toHaveLength(1)
  })

  test('that has no room for all keys names help and the way out, and from 60 by 20 on all of them', () => {
    const footer = (columns: number, rows: number) =>
      drive(openTestDeps(many(1)), { kind: 'home' }, { size: { columns, rows } })
        .lines()
        .slice(-3)
        .join('\n')
    for (const rows of [12, 15, 24])
      expect(footer(40, rows)).toMatch(/r review[\s\S]* {2}\? help {2}q quit *$/)
    expect(footer(60, 20)).toMatch(/t progress[\s\S]*p plan[\s\S]*l 中文[\s\S]*q quit/)
  })

  test('of 40 by 12 still shows question, answer, ratings and keys', () => {
    const session = drive(
      openTestDeps(many(1)),
      { kind: 'review', options: WHOLE },
      { size: { columns: 40, rows: 12 } },
    )
    session.press('space')
    expect(session.text()).toContain('Question 0?')
    expect(session.text()).toContain('Answer 0.')
    expect(session.text()).toMatch(/\[3 good 10m\]/)
    expect(session.text()).toMatch(/4 easy \d+d/)
    expect(session.text()).toContain('take the marked rating')
  })
})

describe('a long text', () => {
  const long = {
    long: `## long/card\nQ: Long?\nA: ${Array.from({ length: 60 }, (_, at) => `paragraph ${at}`).join('\n\n')}\n`,
  }

  test('scrolls by line and page, stops at its ends, and begins at the top on the next card', () => {
    const session = drive(openTestDeps({ ...long, ...many(1) }), {
      kind: 'review',
      options: { ...WHOLE, decks: ['long'] },
    })
    session.press('space')
    expect(session.text()).toContain('paragraph 0')
    expect(session.text()).toMatch(/↓ \d+ more lines: j k/)
    session.press('j', 'j')
    expect(session.frame().scroll).toBe(2)
    session.press('k', 'k', 'k')
    expect(session.frame().scroll).toBe(0)
    session.press(...Array.from({ length: 30 }, () => 'pagedown'))
    expect(session.text()).toContain('paragraph 59')
    expect(session.text()).toContain('— end: k scrolls up —')
    session.press('3', 'u')
    expect(session.text()).toContain('Long?')
    expect(session.frame().scroll).toBe(0)
  })

  test('keeps the ratings in sight', () => {
    const session = drive(openTestDeps(long), { kind: 'review', options: WHOLE })
    session.press('space', 'ctrl-f')
    expect(session.text()).toMatch(/1 again 1m/)
  })
})

describe('help', () => {
  test('lists the keys of the screen below and leads back to it as it was', () => {
    const session = drive(openTestDeps(many(2)), { kind: 'review', options: WHOLE })
    session.press('space', '?')
    expect(session.text()).toContain('Keys here')
    expect(session.text()).toMatch(/1 +again: not recalled/)
    expect(session.text()).toMatch(/u +undo/)
    session.press('3', 'q')
    expect(session.text()).toContain('Answer')
    expect(session.exits).toEqual([])
  })
})

describe('the way', () => {
  test('leads from home to every screen and back, then out', async () => {
    const session = drive(await withExercises(many(3)), { kind: 'home' })
    for (const [key, kind] of [
      ['r', 'review'],
      ['x', 'exercise'],
      ['a', 'exercises'],
      ['t', 'stats'],
    ] as const) {
      session.press(key)
      expect(session.kind()).toBe(kind)
      session.press('q')
      expect(session.kind()).toBe('home')
    }
    session.press('q')
    expect(session.exits).toEqual([undefined])
  })

  test('shows at home what a review has changed', () => {
    const session = drive(openTestDeps(many(3)), { kind: 'home' })
    expect(session.text()).toContain('3 cards to review (3 new)')
    session.press('r', 'space', '4', 'q')
    expect(session.text()).toContain('2 cards to review (2 new)')
    expect(session.text()).toContain('1 review done today')
    expect(session.text()).toContain('1 day')
    session.press('r', 's', 'q')
    expect(session.text()).toContain('1 card suspended: `//is:suspended` and enter lists them')
    session.press(...'//is:suspended', 'enter')
    expect(session.text()).toMatch(/ 1 card\n[\s\S]*s take it up again/)
  })

  test('hears the rest of a burst on the screen that its first key opened', () => {
    const deps = openTestDeps(many(3))
    drive(deps, { kind: 'home' }).press('r', 'space', '3')
    expect(reviewsOf(deps.store)).toHaveLength(1)
  })

  test('keeps the language for the next start', () => {
    const deps = openTestDeps(many(3))
    drive(deps, { kind: 'home' }).press('l')
    expect(drive(deps.again(), { kind: 'home' }).text()).toContain('3 张待复习（3 张新卡片）')
  })

  test('tells a Problem and stays; ends with a bug', () => {
    const deps = openTestDeps(many(1))
    const session = drive(deps, { kind: 'home' })
    session.press('x')
    expect(session.kind()).toBe('exercises')
    session.press('q')
    const broken = drive(
      {
        ...deps,
        store: {
          ...deps.store,
          recordCard: () => {
            throw new TypeError('a bug')
          },
        },
      },
      { kind: 'review', options: WHOLE },
      { fails: true },
    )
    broken.press('space', '3')
    expect(broken.exits).toEqual([new TypeError('a bug')])
  })
})
