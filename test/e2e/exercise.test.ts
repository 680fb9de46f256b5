import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelledSource } from '../labelled-source.ts'
import { ANNEAL, HAS_TMUX, openTerminal } from './tmux.ts'

test.skipIf(!HAS_TMUX)(
  'an exercise is handed out, judged wrong with its diagnosis, mended and accepted',
  async () => {
    const terminal = openTerminal({ columns: 100, rows: 40 })
    const file = join(terminal.home, 'workspace', 'median-filter', 'medianFilter.ts')
    await terminal.run(...ANNEAL, 'exercise', 'median-filter', '--lang', 'ts')
    await terminal.see(/starter\s+written\s+now/)
    terminal.press('s')
    await terminal.see('is still the starter.')
    terminal.press('q')
    await terminal.see(/starter,\s+without/)

    writeFileSync(file, labelledSource('median-filter', 'wrong/zero-border.ts'))
    terminal.press('s')
    await terminal.see('✗ Wrong answer')
    await terminal.see('Your output equals the median with zeros around the image')
    await terminal.see(/2 cards back in today's queue/)
    await terminal.see(/a failed attempt of this round/)

    writeFileSync(file, labelledSource('median-filter', 'accepted/constant-time.ts'))
    terminal.press('s')
    await terminal.see('✓ Accepted')
    await terminal.see(/Speed: (gold|within budget)/)
    await terminal.see('rated hard')
    terminal.press('q')
    await terminal.see('2 attempts so far')
    terminal.press('q')
    await terminal.prompt()

    await terminal.run(...ANNEAL)
    await terminal.see('2 called back by an exercise')
  },
)

test.skipIf(!HAS_TMUX)('what a submission came to is the status with which the program ends', async () => {
  const terminal = openTerminal({ columns: 100, rows: 40 })
  const file = join(terminal.home, 'workspace', 'l2-norm', 'l2Norm.ts')
  await terminal.run(...ANNEAL, 'exercise', 'l2-norm', '--lang', 'ts')
  await terminal.see(/starter\s+written\s+now/)
  terminal.press('q')
  await terminal.prompt()
  for (const [source, verdict, status] of [
    ['wrong/plain-mean.ts', '✗ Wrong answer', 1],
    ['accepted/one-pass.ts', '✓ Accepted', 0],
  ] as const) {
    writeFileSync(file, labelledSource('l2-norm', source))
    await terminal.run(...ANNEAL, 'submit', 'l2-norm')
    await terminal.see(verdict)
    terminal.press('q')
    expect(await terminal.prompt()).toBe(status)
  }
})

test.skipIf(!HAS_TMUX)(
  'what a failed attempt brought back is asked first, over four in the morning too, until it is answered',
  async () => {
    // Zones 26 hours apart, so that four in the morning lies between them whenever this runs.
    const evening = openTerminal({ columns: 100, rows: 60, env: { TERM: 'dumb', TZ: 'Etc/GMT+12' } })
    const { home } = evening
    await evening.run(...ANNEAL, 'exercise', 'median-filter', '--lang', 'ts')
    await evening.see(/starter\s+written\s+now/)
    await evening.prompt()
    await evening.run(...ANNEAL, 'review', 'answer', 'median-filter/zero-padding-corners', 'easy')
    await evening.prompt()
    const file = join(home, 'workspace', 'median-filter', 'medianFilter.ts')
    writeFileSync(file, labelledSource('median-filter', 'wrong/zero-border.ts'))
    await evening.run(...ANNEAL, 'submit', 'median-filter')
    await evening.see('a failed attempt of this round')

    const morning = openTerminal({ home, columns: 100, rows: 40, env: { TZ: 'Etc/GMT-14' } })
    await morning.run(...ANNEAL)
    await morning.see('2 called back by an exercise')
    morning.press('r')
    // One that was never seen, then the one that was answered an hour before.
    await morning.see('Which border does cv2.medianBlur use?')
    morning.press('Space')
    morning.press('3')
    await morning.see('A white image is padded with zeros.')
    morning.press('Escape')
    await morning.see('q leave')
    morning.press('q')
    await morning.see(/\(1 called back by an exercise/)
    morning.press('q')
    await morning.run(...ANNEAL, 'review', 'answer', 'median-filter/zero-padding-corners', 'good')
    await morning.run(...ANNEAL)
    await morning.see(/\d+ cards to review \(1 learning, \d+ new\)/)
  },
)
