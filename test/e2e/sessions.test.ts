import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { labelledSource } from '../labelled-source.ts'
import { ANNEAL, HAS_TMUX, openTerminal, type Terminal } from './tmux.ts'

async function rate(terminal: Terminal, key: string, done: number): Promise<void> {
  terminal.press('Enter')
  await terminal.see(/\[3 good/)
  terminal.press(key)
  await terminal.see(`${done} done`)
}

test.skipIf(!HAS_TMUX)('ten more new cards are there for the next program of the day', async () => {
  const terminal = openTerminal()
  await terminal.run(...ANNEAL, 'review')
  await terminal.see('0 done · 10 left')
  for (let done = 1; done <= 10; done++) await rate(terminal, '4', done)
  await terminal.see(/10 of 10 new today; \d+ unseen; `m` for ten more/)
  terminal.press('m')
  await terminal.see('10 done · 10 left')
  terminal.press('q')
  await terminal.prompt()
  await terminal.run(...ANNEAL)
  await terminal.see(/10 cards to review \(10 new\)/)
  terminal.press('r')
  await terminal.see('0 done · 10 left')
})

test.skipIf(!HAS_TMUX)(
  'an interview ends with an exercise against the clock, and is remembered',
  async () => {
    const terminal = openTerminal({ columns: 100, rows: 40 })
    const file = join(terminal.home, 'workspace', 'l2-norm', 'l2Norm.ts')
    await terminal.run(...ANNEAL, 'config', 'language', 'ts')
    await terminal.run(
      ...[...ANNEAL, 'review', '--interview', '--deck', 'adam', '--limit', '2', '--exercise', 'l2-norm'],
    )
    await terminal.see('0 done')
    await rate(terminal, '3', 1)
    await rate(terminal, '1', 2)
    await terminal.see('1 of 2 questions recalled. To revise:')
    await terminal.see('`x` for the exercise L2 norm without overflow, with 15 min on the clock.')
    terminal.press('x')
    await terminal.see(/ts · (14:\d\d|15:00) left/)
    writeFileSync(file, labelledSource('l2-norm', 'accepted/one-pass.ts'))
    terminal.press('s')
    await terminal.see('✓ Accepted')
    terminal.press('q')
    await terminal.see('attempt so far')
    terminal.press('q')
    await terminal.see(/L2 norm without overflow: Accepted after \d:\d\d of 15:00/)
    terminal.press('q')
    await terminal.prompt()
    await terminal.see(
      /1 of 2 questions recalled\. To revise:\n.*\nL2 norm without overflow: Accepted after \d:\d\d of 15:00\n/s,
    )
    await terminal.run('sh', '-c', `${ANNEAL.join(' ')} stats | grep -A 2 "Last interview"`)
    await terminal.see(
      /Last interview\n.*: 1 of 2 questions recalled\n +L2 norm without overflow: Accepted after/,
    )
    await terminal.run('env', 'TERM=dumb', ...ANNEAL)
    await terminal.see(/12 cards to review \(2 learning, 10 new\)/)
  },
)

test.skipIf(!HAS_TMUX)(
  'every screen that home leads to names help and the way out in the smallest window',
  async () => {
    const terminal = openTerminal({ columns: 40, rows: 12 })
    await terminal.run(...ANNEAL)
    for (const key of ['x', 'a', 'd', 't', 'p']) {
      await terminal.see(/^Anneal {2}flashcards/)
      terminal.press(key)
      await terminal.see(/^(?!Anneal {2}flashcards)[\s\S]*\? help\s+q leave\s*$/)
      terminal.press('q')
    }
  },
)
