import { describe, expect, test } from 'vitest'
import type { Deps } from '../../../src/app/deps.ts'
import { showInTerminal } from '../../../src/ui/terminal/show-in-terminal.ts'
import { openTestDeps } from '../../app/open-test-deps.ts'
import { reviewsOf } from '../../store/reviews-of.ts'
import { many } from '../decks.ts'
import { fakeTerminal } from './fake-terminal.ts'

const WHOLE = { decks: [], newCards: undefined, limit: undefined, mode: 'scheduled' } as const

const count = (text: string, part: string) => text.split(part).length - 1

function show(deps: Deps, env = {}, terminal = fakeTerminal()) {
  const { stdin, stdout } = terminal
  return {
    ...terminal,
    done: showInTerminal(deps, { kind: 'review', options: WHOLE }, { env, stdin, stdout }),
  }
}

describe('the terminal', () => {
  test('is taken whole, and is as before when the learner leaves', async () => {
    const { type, written, rawModes, done } = show(openTestDeps(many(1)))
    expect(written()).toMatch(/^\x1b\[\?1049h/)
    expect(written(), 'the first frame does not wait for ink').toContain('Question 0?')
    expect(rawModes).toEqual([true])
    type('q')
    await done
    expect(written()).toMatch(/\x1b\[\?1049l/)
    expect(written().lastIndexOf('\x1b[?25h')).toBeGreaterThan(written().lastIndexOf('\x1b[?25l'))
    expect(rawModes.at(-1)).toBe(false)
  })

  test('that does not know its size has a first frame all the same', async () => {
    const terminal = fakeTerminal()
    terminal.resize(0, 0)
    const { type, written, done } = show(openTestDeps(many(1)), {}, terminal)
    expect(written()).toContain('Question 0?')
    type('q')
    await done
  })

  test('gives keys that were typed before ink was there to the screen', async () => {
    const deps = openTestDeps(many(2))
    const { type, done } = show(deps)
    type(' 3 3')
    await expect.poll(() => reviewsOf(deps.store)).toHaveLength(2)
    type('\x03')
    await done
  })

  test('gets the next card only after the answer is in the database', async () => {
    const deps = openTestDeps({ two: '## two/a\nQ: Alpha?\nA: a\n\n## two/b\nQ: Beta?\nA: b\n' })
    const { type, written, done } = show(deps)
    const next = written().includes('Alpha?') ? 'Beta?' : 'Alpha?'
    type(' 3')
    await expect.poll(written).toContain(next)
    expect(reviewsOf(deps.again().store)).toHaveLength(1)
    type('q')
    await done
  })

  test('that changes its size gets a frame of that size', async () => {
    const { type, written, resize, done } = show(openTestDeps(many(1)))
    await expect.poll(written).toContain('\x1b[?2004h')
    resize(30, 10)
    await expect.poll(written).toContain('Make the window larger')
    // No key is heard there but the one that ends every program.
    type('q\x03')
    await done
  })

  test('gets no colour with NO_COLOR', async () => {
    const { type, written, done } = show(openTestDeps(many(1)), { NO_COLOR: '1' })
    type(' q')
    await done
    expect(written()).not.toMatch(/\x1b\[(?:\d+;)*3\dm/)
  })

  test('takes a pasted text for no keys', async () => {
    const deps = openTestDeps(many(3))
    const { type, written, done } = show(deps)
    await expect.poll(written).toContain('\x1b[?2004h')
    type('\x1b[200~ 3 3 3\x1b[201~')
    type('q')
    await done
    expect(reviewsOf(deps.store)).toEqual([])
  })

  test('is given back when a bug ends the program, which is then told', async () => {
    const deps = openTestDeps(many(1))
    const broken = {
      ...deps,
      store: {
        ...deps.store,
        recordCard: () => {
          throw new TypeError('a bug')
        },
      },
    }
    const { type, written, done } = show(broken)
    type(' 3')
    await expect(done).rejects.toThrow('a bug')
    expect(count(written(), '\x1b[?1049l')).toBe(1)
  })

  test('is given back when its keys cannot be had', async () => {
    const terminal = fakeTerminal()
    terminal.stdin.setRawMode = () => {
      throw new Error('setRawMode EIO')
    }
    const { written, done } = show(openTestDeps(many(1)), {}, terminal)
    await expect(done).rejects.toThrow('setRawMode EIO')
    expect(count(written(), '\x1b[?1049l')).toBe(1)
  })

  test('is given back when a bug elsewhere ends the program before ink has it', async () => {
    const before = process.listeners('exit')
    const { type, written, rawModes, done } = show(openTestDeps(many(1)))
    // As who explains what a timer threw has it told.
    for (const listener of process.listeners('exit').filter((one) => !before.includes(one))) listener(2)
    expect(written()).toMatch(/\x1b\[\?1049l\x1b\[\?25h$/)
    expect(rawModes).toEqual([true, false])
    type('q')
    await done
  })

  test('is not touched when the screen cannot be opened', async () => {
    const { stdin, stdout, written, rawModes } = fakeTerminal()
    const start = { kind: 'review', options: { ...WHOLE, decks: ['none'] } } as const
    await expect(showInTerminal(openTestDeps(many(1)), start, { env: {}, stdin, stdout })).rejects.toThrow(
      'There is no deck "none".',
    )
    expect(written()).toBe('')
    expect(rawModes).toEqual([])
  })
})
