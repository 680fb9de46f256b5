import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { labelledSource } from '../labelled-source.ts'
import { ANNEAL, HAS_TMUX, openTerminal, type Terminal } from './tmux.ts'

async function rate(terminal: Terminal, key: string, done: RegExp): Promise<void> {
  terminal.press('Enter')
  await terminal.see(/\[3 (good|良好)/)
  terminal.press(key)
  await terminal.see(done)
}

const times = (text: string, part: string) => text.split(part).length - 1

describe.skipIf(!HAS_TMUX)('in the terminal stays', () => {
  test.each([
    { locale: 'en', lang: 'en_US.UTF-8', done: 'Done: 2 answers.', tomorrow: /Tomorrow: \d+ cards?\./ },
    { locale: 'zh', lang: 'zh_CN.UTF-8', done: '复习完成：共 2 次作答', tomorrow: /明天：\d+ 张卡片。/ },
  ])('how a session went, in $locale', async ({ lang, done, tomorrow }) => {
    const terminal = openTerminal({ env: { LANG: lang } })
    await terminal.run('echo', 'still-here')
    await terminal.run(...ANNEAL, 'review', '--limit', '2')
    await rate(terminal, '4', /(1 done|已答 1)/)
    await rate(terminal, '4', tomorrow)
    terminal.press('q')
    await terminal.prompt()
    expect(await terminal.ask('alternate_on')).toBe('0')
    await terminal.see(new RegExp(`still-here.*${done}.*${tomorrow.source}.*ready>`, 's'))
    expect(times(await terminal.screen(), done)).toBe(1)
  })

  test('what was done before ctrl-c', async () => {
    const terminal = openTerminal()
    await terminal.run(...ANNEAL)
    await terminal.see('flashcards and coding exercises')
    terminal.press('r')
    await terminal.see('0 done')
    await rate(terminal, '3', /1 done/)
    terminal.press('C-c')
    await terminal.prompt()
    await terminal.see(/Stopped: 1 answer\. 100% recalled, in \d+:\d\d min; 10 left\./)
  })

  test('the line that tells a fault, also of what no command waits for', async () => {
    const terminal = openTerminal({ columns: 120 })
    const thrower = join(terminal.home, 'thrower.cjs')
    const pid = join(terminal.home, 'pid')
    writeFileSync(
      thrower,
      `process.on('SIGUSR2', () => { throw new Error('of a signal') })
       require('fs').writeFileSync(${JSON.stringify(pid)}, String(process.pid))`,
    )
    const [node, anneal] = ANNEAL
    await terminal.run(node, '--require', thrower, anneal)
    await terminal.see('flashcards and coding exercises')
    terminal.press('r')
    await terminal.see('0 done')
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGUSR2')
    await terminal.prompt()
    expect(await terminal.ask('alternate_on')).toBe('0')
    await terminal.see(/anneal: a fault of Anneal itself: of a signal\. .*:2 ready>/s)
  })

  test('the last verdict on a file, once, however often it was submitted', async () => {
    const terminal = openTerminal({ columns: 100, rows: 40 })
    const file = join(terminal.home, 'workspace', 'l2-norm', 'l2Norm.ts')
    await terminal.run(...ANNEAL, 'exercise', 'l2-norm', '--lang', 'ts')
    await terminal.see('starter written now')
    for (const [name, verdict] of [
      ['wrong/plain-mean.ts', '✗ Wrong answer'],
      ['accepted/one-pass.ts', '✓ Accepted'],
    ] as const) {
      writeFileSync(file, labelledSource('l2-norm', name))
      terminal.press('s')
      await terminal.see(verdict)
      terminal.press('q')
      await terminal.see('so far')
    }
    terminal.press('q')
    await terminal.prompt()
    await terminal.see(/L2 norm without overflow {2}l2-norm\n\n✓ Accepted .*rated hard.*ready>/s)
    expect(await terminal.screen()).not.toContain('✗ Wrong answer')
  })
})
