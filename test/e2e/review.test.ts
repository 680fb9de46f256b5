import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { reviewsOf } from '../store/reviews-of.ts'
import { ANNEAL, HAS_TMUX, openTerminal, type Terminal, temporaryHome } from './tmux.ts'

const WORDS = {
  en: {
    lang: 'en_US.UTF-8',
    due: '10 cards to review (10 new)',
    done: (n: number) => `${n} done`,
    good: '[3 good',
    undone: 'Taken back',
    today: (n: number) => `${n} reviews done today`,
  },
  zh: {
    lang: 'zh_CN.UTF-8',
    due: '10 张待复习（10 张新卡片）',
    done: (n: number) => `已答 ${n}`,
    good: '[3 良好',
    undone: '已撤销',
    today: (n: number) => `今天已复习 ${n} 次`,
  },
} as const

async function rateGood(
  terminal: Terminal,
  words: (typeof WORDS)['en' | 'zh'],
  count: number,
): Promise<void> {
  for (let done = 1; done <= count; done++) {
    terminal.press('Enter')
    await terminal.see(words.good)
    terminal.press('3')
    await terminal.see(words.done(done))
  }
}

/** What is on disk, as the next start finds it. */
function storeIn(home: string) {
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  onTestFinished(() => void store.close())
  return store
}

function summaryIn(home: string, lang: string): string {
  return spawnSync(ANNEAL[0], [ANNEAL[1]], {
    encoding: 'utf8',
    env: { ...process.env, ANNEAL_HOME: home, LANG: lang, LC_ALL: '' },
  }).stdout
}

describe.skipIf(!HAS_TMUX)('a morning', () => {
  test.each([
    { locale: 'en', columns: 80, rows: 24 },
    { locale: 'zh', columns: 120, rows: 40 },
  ] as const)(
    'in $locale at $columns by $rows: ten cards, an undo, out and back',
    async ({ locale, columns, rows }) => {
      const words = WORDS[locale]
      const terminal = openTerminal({ columns, rows, env: { LANG: words.lang } })
      await terminal.run(...ANNEAL)
      await terminal.see(words.due)
      terminal.press('r')
      await terminal.see(words.done(0))
      await rateGood(terminal, words, 10)
      terminal.press('u')
      await terminal.see(words.undone)
      await terminal.see(words.done(9))
      terminal.press('q')
      await terminal.see(words.today(9))
      terminal.press('q')
      await terminal.prompt()
      expect(summaryIn(terminal.home, words.lang)).toContain(words.today(9))

      await terminal.run(...ANNEAL, 'review')
      await terminal.see(words.done(0))
      expect(reviewsOf(storeIn(terminal.home))).toHaveLength(9)
    },
  )

  test('of which every acknowledged answer is there after kill -9', async () => {
    const home = temporaryHome()
    let acknowledged = 0
    for (const answers of [4, 3]) {
      const terminal = openTerminal({ home })
      await terminal.run(...ANNEAL, 'review')
      await terminal.see('0 done')
      await rateGood(terminal, WORDS.en, answers)
      acknowledged += answers
      // One more is on its way when the end comes.
      terminal.type(' 3')
      process.kill(await terminal.programId(), 'SIGKILL')
      await terminal.see(/Killed|ready>/)
    }
    const store = storeIn(home)
    const recorded = reviewsOf(store).length
    expect(recorded).toBeGreaterThanOrEqual(acknowledged)
    expect(recorded).toBeLessThanOrEqual(acknowledged + 2)
    expect(store.drifted()).toEqual([])
  })
})

describe.skipIf(!HAS_TMUX)('the terminal', () => {
  async function expectAsBefore(terminal: Terminal): Promise<void> {
    await terminal.prompt()
    expect(await terminal.ask('alternate_on')).toBe('0')
    expect(await terminal.ask('cursor_flag')).toBe('1')
    // sh sets no modes of its own, so these are what the program left.
    await terminal.run('stty', '-a')
    await terminal.see(/ icanon/)
    await terminal.see(/ echo /)
  }

  test.each([
    { how: 'q', end: (terminal: Terminal) => terminal.press('q') },
    { how: 'ctrl-c', end: (terminal: Terminal) => terminal.press('C-c') },
    {
      how: 'SIGTERM',
      end: async (terminal: Terminal) => process.kill(await terminal.programId(), 'SIGTERM'),
    },
    { how: 'SIGHUP', end: async (terminal: Terminal) => process.kill(await terminal.programId(), 'SIGHUP') },
  ])('is as before after $how', async ({ end }) => {
    const terminal = openTerminal()
    await terminal.run('echo', 'still-here')
    await terminal.see(/\nstill-here\n/)
    await terminal.run(...ANNEAL)
    await terminal.see('flashcards and coding exercises')
    expect(await terminal.ask('alternate_on')).toBe('1')
    // From here on ink has it.
    terminal.press('?')
    await terminal.see('Keys here')
    terminal.press('?')
    await terminal.see('flashcards and coding exercises')
    await end(terminal)
    await expectAsBefore(terminal)
    await terminal.see('still-here')
  })

  test('shows nothing but its screens', async () => {
    const home = temporaryHome()
    const terminal = openTerminal({ home })
    for (const start of ['', ' review']) {
      await terminal.run('sh', '-c', `${ANNEAL.join(' ')}${start} 2>> ${home}/errors`)
      await terminal.see(start === '' ? 'flashcards and coding exercises' : '0 done')
      // From here on ink has it.
      terminal.press('?')
      await terminal.see('Keys here')
      terminal.press('?', 'q')
      await terminal.prompt()
      // ink shows the cursor again on whichever stream it finds.
      expect(readFileSync(join(home, 'errors'), 'utf8').replaceAll('\x1b[?25h', '')).toBe('')
    }
  })

  test('is lent to the editor, and the same card is there afterwards', async () => {
    const home = temporaryHome()
    const editor = join(home, 'editor.sh')
    mkdirSync(join(home, 'decks'))
    writeFileSync(join(home, 'decks', 'aaa.md'), '---\ntitle: Aaa\n---\n\n## aaa/one\nQ: Before?\nA: yes\n')
    writeFileSync(
      editor,
      `#!/bin/sh\necho "$@" >> ${home}/opened\nstty -a | grep -o ' icanon' > ${home}/mode\nsed -i s/Before/After/ "$1"\n`,
    )
    chmodSync(editor, 0o755)
    const terminal = openTerminal({ home, env: { EDITOR: editor } })
    await terminal.run(...ANNEAL, 'review', '--deck', 'aaa')
    await terminal.see(/Before\?/)
    // At once, as a key that is held down sends them.
    terminal.type('ee')
    await terminal.see(/After\?/)
    await terminal.see('The card was read again.')
    expect(readFileSync(join(home, 'opened'), 'utf8').trim()).toBe(join(home, 'decks', 'aaa.md'))
    expect(readFileSync(join(home, 'mode'), 'utf8')).toContain('icanon')
    terminal.press('Enter')
    await terminal.see(/\[3 good/)
    expect(existsSync(editor)).toBe(true)
  })

  test('may change its size at any time', async () => {
    const terminal = openTerminal()
    await terminal.run(...ANNEAL, 'review')
    await terminal.see('0 done')
    terminal.press('Enter')
    await terminal.see(/\[3 good/)
    for (const size of [
      { columns: 40, rows: 12 },
      { columns: 120, rows: 40 },
      { columns: 30, rows: 8 },
      { columns: 80, rows: 24 },
    ]) {
      terminal.resize(size)
      await terminal.see(size.columns < 40 ? 'Make the window larger' : /\[3 good/)
      if (size.columns < 40) continue
      await terminal.see(/^[^\n]*0 done · \d+ left *\n.*\n[^\n]*\S[^\n]*\n$/s)
      expect(await terminal.lines()).toHaveLength(size.rows)
    }
  })

  test('shows no colour with NO_COLOR', async () => {
    for (const [env, pattern] of [
      [{}, /\x1b\[(?:\d;)*3[1-6]m/],
      [{ NO_COLOR: '1' }, undefined],
    ] as const) {
      const terminal = openTerminal({ env })
      await terminal.run(...ANNEAL)
      await terminal.see('q quit')
      if (pattern) expect(await terminal.painted()).toMatch(pattern)
      else expect(await terminal.painted()).not.toMatch(/\x1b\[(?:\d;)*3[1-6]m/)
    }
  })

  test('that is dumb gets the summary as text', async () => {
    const terminal = openTerminal({ env: { TERM: 'dumb' } })
    await terminal.run('env', 'TERM=dumb', ...ANNEAL)
    await terminal.see(/10 cards to review/)
    await terminal.see(/would be recalled today\s+\d+:0 ready>/)
  })

  test('goes to the shell on ctrl-z, and comes back as it was', async () => {
    const terminal = openTerminal()
    await terminal.run(...ANNEAL, 'review')
    await terminal.see('0 done')
    terminal.press('Enter')
    await terminal.see('[3 good')
    terminal.press('C-z')
    await terminal.see('Stopped')
    expect(await terminal.ask('alternate_on')).toBe('0')
    await terminal.run('fg')
    await terminal.see('[3 good')
    expect(await terminal.ask('alternate_on')).toBe('1')
    terminal.press('3')
    await terminal.see('1 done')
  })

  test('takes a burst of keys as they come', async () => {
    const terminal = openTerminal()
    await terminal.run(...ANNEAL, 'review')
    await terminal.see('0 done')
    terminal.type('\r3\r3\r3')
    await terminal.see('3 done')
  })
})
