import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ANNEAL, HAS_TMUX, openTerminal, temporaryHome } from './tmux.ts'

const DECK =
  '## filters/median\npicture: filter(median, 3)\n\nQ: What does a median do to salt?\nA: It removes it.\n'

function homeWithPicture(): string {
  const home = temporaryHome()
  mkdirSync(join(home, 'decks'))
  writeFileSync(join(home, 'decks', 'filters.md'), DECK)
  return home
}

describe.skipIf(!HAS_TMUX)('a picture in a terminal', () => {
  test.each([
    { env: { COLORTERM: 'truecolor' }, text: '▀▀▀▀▀▀', paint: /38;2;\d+;\d+;\d+m/ },
    { env: {}, text: '▀▀▀▀▀▀', paint: /38;5;\d+m/ },
    { env: { NO_COLOR: '1' }, text: '::####', paint: /::####/ },
  ])('is drawn with $env as it can show it', async ({ env, text, paint }) => {
    const terminal = openTerminal({ home: homeWithPicture(), env })
    await terminal.run(...ANNEAL, 'review', '--deck', 'filters')
    await terminal.see('What does a median do to salt?')
    terminal.press('Space')
    await terminal.see(text)
    expect(await terminal.painted()).toMatch(paint)
    terminal.press('l')
    await terminal.see('滤波前')
  })
})
