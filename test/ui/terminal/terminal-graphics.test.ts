import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../../src/app/deps.ts'
import { showInTerminal } from '../../../src/ui/terminal/show-in-terminal.ts'
import { openTestDeps } from '../../app/open-test-deps.ts'
import { reviewsOf } from '../../store/reviews-of.ts'
import { sixelsIn } from '../graphics-terminals.ts'
import { fakeTerminal } from './fake-terminal.ts'

const DECK = {
  pictures: `## pictures/first
picture: filter(median, 3)

Q: Alpha?
A: It cleans.

## pictures/second
picture: filter(mean, 3)

Q: Alpha?
A: It blurs.
`,
}

const KITTY = { TERM: 'xterm-kitty', COLORTERM: 'truecolor' }
const XTERM = { TERM: 'xterm', XTERM_VERSION: 'XTerm(379)' }
/** What xterm answers with 80 x 24 cells of 9 x 19: its area, that it speaks sixel, its colours. */
const ANSWERS = '\x1b[?1;0;256S\x1b[?2;0;720;456S\x1b[?63;1;2;4c'

const poll = <T>(what: () => T) => expect.poll(what)

function review(deps: Deps, env: { readonly [name: string]: string }) {
  const terminal = fakeTerminal()
  const { stdin, stdout } = terminal
  const options = { decks: [], newCards: undefined, limit: undefined, mode: 'scheduled' } as const
  const done = showInTerminal(deps, { kind: 'review', options }, { env, stdin, stdout })
  return { ...terminal, done, seen: (part: string | RegExp) => poll(terminal.written).toMatch(part) }
}

const TRANSMITTED = /\x1b_Ga=t,[^;]*,i=(\d+),/g
const DELETED = /\x1b_Ga=d,d=I,i=(\d+),q=2\x1b\\/g
const ids = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, id]) => id)

describe('images in kitty', () => {
  test('belong to the frame that shows them, and are deleted before the terminal is given back', async () => {
    const { type, written, seen, done } = review(openTestDeps(DECK), KITTY)
    type(' ')
    await seen(/\x1b_Ga=p/)
    const frames = written().matchAll(/\x1b\[\?2026h(.*?)\x1b\[\?2026l/gs)
    const shown = Array.from(frames, ([, frame = '']) => frame).filter((frame) => frame.includes('\x1b_G'))
    expect(shown.map((frame) => ids(frame, TRANSMITTED).length)).toEqual([2])
    expect(shown[0]).toMatch(/before.*▀.*\x1b7.*\x1b_G.*\x1b8$/s)
    type('q')
    await done
    const text = written()
    expect(ids(text, DELETED)).toEqual(ids(text, TRANSMITTED))
    expect(text.lastIndexOf('\x1b_G')).toBeLessThan(text.lastIndexOf('\x1b[?1049l'))
  })

  test('go with their card', async () => {
    const { type, written, seen, done } = review(openTestDeps(DECK), KITTY)
    type(' ')
    await seen(/\x1b_Ga=p/)
    const first = ids(written(), TRANSMITTED)
    type('3')
    await seen(/\x1b_Ga=d/)
    expect(ids(written(), DELETED)).toEqual(first)
    type('q')
    await done
  })

  test('come back after the editor, and after another size', async () => {
    const deps = openTestDeps(DECK)
    const { home } = deps.folders
    writeFileSync(join(home, 'pictures.md'), DECK.pictures)
    const editable = { ...deps, folders: { ...deps.folders, builtIn: home } }
    const { type, written, seen, resize, done } = review(editable, { ...KITTY, EDITOR: 'true' })
    const count = () => ids(written(), TRANSMITTED).length
    type(' ')
    await seen(/\x1b_Ga=p/)
    type('e')
    await seen('The card was read again')
    const text = written()
    expect(ids(text.slice(0, text.lastIndexOf('\x1b[?1049l')), DELETED)).toHaveLength(2)
    const before = count()
    expect(ids(text, DELETED)).toHaveLength(before)
    type(' ')
    await poll(count).toBe(before + 2)
    resize(100, 30)
    await poll(count).toBe(before + 4)
    expect(ids(written(), DELETED)).toHaveLength(before + 2)
    type('q')
    await done
  })

  test('are text or half blocks where the learner wants them so', async () => {
    const deps = openTestDeps(DECK)
    deps.store.configure('pictures', 'text', deps.now())
    const { type, written, seen, done } = review(deps, KITTY)
    type(' ')
    await seen('before')
    type('q')
    await done
    expect(written()).not.toMatch(/\x1b_G|▀/)
  })
})

describe('images in a terminal that may speak sixel', () => {
  test('wait for its answer behind half blocks, and no key is lost meanwhile', async () => {
    const deps = openTestDeps(DECK)
    const { type, written, seen, done } = review(deps, XTERM)
    expect(written(), 'the first frame does not wait').toContain('Alpha?')
    type(' ')
    await seen('▀')
    expect(written()).toContain('\x1b[16t\x1b[c')
    expect(sixelsIn(written())).toEqual([])
    type(ANSWERS)
    await poll(() => sixelsIn(written()).length).toBe(2)
    expect(sixelsIn(written()).map(({ width }) => width % 9)).toEqual([0, 0])
    type('3')
    await poll(() => reviewsOf(deps.store)).toHaveLength(1)
    type('q')
    await done
  })

  test('appear also when keys and answers come at once, before ink is there', async () => {
    const deps = openTestDeps(DECK)
    const { type, written, done } = review(deps, XTERM)
    type(` ${ANSWERS}3${ANSWERS} `)
    await poll(() => sixelsIn(written()).length).toBeGreaterThanOrEqual(2)
    expect(reviewsOf(deps.store)).toHaveLength(1)
    type('q')
    await done
  })

  test('never make a rating of an answer, however late it comes, or in pieces', async () => {
    const deps = openTestDeps(DECK)
    const { type, seen, done } = review(deps, XTERM)
    type(' ')
    await seen('▀')
    for (const piece of [ANSWERS, '\x1b[6;1', '1;4t', '\x1b[?1;2;3', ';4c', '\x1b[6;22;11t']) type(piece)
    type('?')
    await seen('Keys here')
    type('qq')
    await done
    expect(reviewsOf(deps.store)).toEqual([])
  })

  test('stay half blocks where it does not', async () => {
    const { type, written, seen, done } = review(openTestDeps(DECK), XTERM)
    type('\x1b[6;19;9t\x1b[?64;1;2c')
    type(' ')
    await seen('▀')
    type('q')
    await done
    expect(written()).not.toContain('\x1bP')
  })

  test('are made anew for cells of another size', async () => {
    const { type, written, resize, done } = review(openTestDeps(DECK), XTERM)
    type(` ${ANSWERS}`)
    await poll(() => sixelsIn(written()).length).toBe(2)
    const asked = written().split('\x1b[16t').length
    resize(60, 20)
    expect(written().split('\x1b[16t')).toHaveLength(asked + 1)
    type('\x1b[6;30;15t')
    await poll(() => sixelsIn(written()).at(-1)?.width).toSatisfy((width) => Number(width) % 15 === 0)
    type('q')
    await done
  })
})

test('a terminal that is not known is asked nothing', async () => {
  const { type, written, done } = review(openTestDeps(DECK), { TERM: 'xterm-256color' })
  type(' q')
  await done
  expect(written()).not.toMatch(/\x1b\[16t|\x1b\[c|\x1b_G|\x1bP/)
})
