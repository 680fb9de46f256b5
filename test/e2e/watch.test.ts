import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelledSource } from '../labelled-source.ts'
import { ANNEAL, HAS_TMUX, openTerminal } from './tmux.ts'

function begin() {
  const terminal = openTerminal({ columns: 100, rows: 40, env: { EDITOR: 'true' } })
  const file = join(terminal.home, 'workspace', 'l2-norm', 'l2Norm.ts')
  return {
    terminal,
    save: (name: string) => writeFileSync(file, labelledSource('l2-norm', name)),
    verdict: (text: string) => terminal.see(text),
  }
}

async function watch() {
  const begun = begin()
  const { terminal } = begun
  await terminal.run(...ANNEAL, 'exercise', 'l2-norm', '--lang', 'ts')
  await terminal.see('starter written now')
  terminal.press('q')
  await terminal.run(...ANNEAL, 'submit', 'l2-norm', '--watch')
  await terminal.see('Waiting for a first save')
  return begun
}

test.skipIf(!HAS_TMUX)('a watched file is graded at each save, on one screen, until ctrl-c', async () => {
  const { terminal, save, verdict } = await watch()
  save('wrong/plain-mean.ts')
  await verdict('✗ Wrong answer')
  await terminal.see(/2 cards back in today's queue/)
  save('wrong/no-root.js')
  await verdict('the root is missing')
  terminal.press('i')
  await terminal.see('It returned')
  // What is saved meanwhile is graded all the same.
  save('accepted/one-pass.ts')
  terminal.press('q')
  await verdict('✓ Accepted')
  await terminal.see('rated hard')
  terminal.press('g')
  await terminal.see('Why it is right')
  terminal.press('q')
  await terminal.see('rated hard')
  terminal.press('C-c')
  expect(await terminal.prompt()).toBe(0)
})

test.skipIf(!HAS_TMUX)('a watch that is left before anything was accepted ends with 1', async () => {
  const { terminal, save, verdict } = await watch()
  terminal.press('q')
  expect(await terminal.prompt()).toBe(1)
  await terminal.run(...ANNEAL, 'submit', 'l2-norm', '--watch')
  save('accepted/one-pass.ts')
  await verdict('✓ Accepted')
  save('wrong/plain-mean.ts')
  await verdict('✗ Wrong answer')
  terminal.press('q')
  expect(await terminal.prompt()).toBe(1)
})

test.skipIf(!HAS_TMUX)('without a terminal each verdict is printed as text, until ctrl-c', async () => {
  const { terminal, save, verdict } = begin()
  await terminal.run('env', 'TERM=dumb', ...ANNEAL, 'exercise', 'l2-norm', '--lang', 'ts')
  await terminal.prompt()
  await terminal.run('env', 'TERM=dumb', ...ANNEAL, 'submit', '--watch')
  await terminal.see('Waiting for a first save')
  save('wrong/plain-mean.ts')
  await verdict('a failed attempt of this round')
  save('wrong/no-root.js')
  await verdict('practice; this save was not recorded')
  terminal.press('C-c')
  expect(await terminal.prompt()).toBe(1)
})
