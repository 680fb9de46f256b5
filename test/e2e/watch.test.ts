import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelledSource } from '../labelled-source.ts'
import { ANNEAL, HAS_TMUX, openTerminal, type Terminal } from './tmux.ts'

function begin() {
  const terminal = openTerminal({ columns: 100, rows: 40, env: { EDITOR: 'true' } })
  const file = join(terminal.home, 'workspace', 'median-filter', 'medianFilter.ts')
  return {
    terminal,
    save: (name: string) => writeFileSync(file, labelledSource('median-filter', name)),
    verdict: (text: string) => expect.poll(terminal.screen).toContain(text),
  }
}

async function watch() {
  const begun = begin()
  const { terminal } = begun
  await terminal.run(...ANNEAL, 'exercise', 'median-filter', '--lang', 'ts')
  await terminal.see('starter written now')
  terminal.press('q')
  await terminal.run(...ANNEAL, 'submit', 'median-filter', '--watch')
  await terminal.see('Waiting for a first save')
  return begun
}

test.skipIf(!HAS_TMUX)('a watched file is graded at each save, on one screen, until ctrl-c', async () => {
  const { terminal, save, verdict } = await watch()
  save('wrong/zero-border.ts')
  await verdict('✗ Wrong answer')
  expect(terminal.screen()).toMatch(/2 cards back in today's queue/)
  save('wrong/plain-sort.js')
  await verdict('Diagnosis')
  terminal.press('i')
  await terminal.see('It returned')
  // What is saved meanwhile is graded all the same.
  save('accepted/constant-time.ts')
  terminal.press('q')
  await verdict('✓ Accepted')
  expect(terminal.screen()).toContain('rated hard')
  terminal.press('g')
  await terminal.see('Why it is right')
  terminal.press('q')
  await terminal.see('rated hard')
  terminal.press('C-c')
  await ended(terminal, 0)
})

test.skipIf(!HAS_TMUX)('a watch that is left before anything was accepted ends with 1', async () => {
  const { terminal, save, verdict } = await watch()
  terminal.press('q')
  await ended(terminal, 1)
  await terminal.run(...ANNEAL, 'submit', 'median-filter', '--watch')
  save('accepted/constant-time.ts')
  await verdict('✓ Accepted')
  save('wrong/zero-border.ts')
  await verdict('✗ Wrong answer')
  terminal.press('q')
  await ended(terminal, 1)
})

test.skipIf(!HAS_TMUX)('without a terminal each verdict is printed as text, until ctrl-c', async () => {
  const { terminal, save, verdict } = begin()
  await terminal.run('env', 'TERM=dumb', ...ANNEAL, 'exercise', 'median-filter', '--lang', 'ts')
  await terminal.prompt()
  await terminal.run('env', 'TERM=dumb', ...ANNEAL, 'submit', '--watch')
  await terminal.see('Waiting for a first save')
  save('wrong/zero-border.ts')
  await verdict('a failed attempt of this round')
  save('wrong/clipped-window.ts')
  await verdict('practice; this save was not recorded')
  terminal.press('C-c')
  await ended(terminal, 1)
})

async function ended(terminal: Terminal, status: number): Promise<void> {
  await terminal.prompt()
  terminal.type('echo "ended with $?"')
  terminal.press('Enter')
  await terminal.see(`ended with ${status}`)
  terminal.type('clear')
  terminal.press('Enter')
  await terminal.prompt()
}
