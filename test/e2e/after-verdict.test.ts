import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { labelledSource } from '../labelled-source.ts'
import { ANNEAL, HAS_TMUX, openTerminal, type Terminal, temporaryHome } from './tmux.ts'

/** An editor that puts what the learner would have typed into the file that it is given. */
const EDITOR = (path: string) => ({ EDITOR: `cp ${path}` })

/** As if the learner had written it. */
function writeSolution(
  { home }: Pick<Terminal, 'home'>,
  exercise: string,
  name: string,
  submission: string,
): void {
  const file = join(home, 'workspace', exercise, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, labelledSource(exercise, submission))
}

test.skipIf(!HAS_TMUX)(
  'once accepted, the solution stands beside the own code, and to look at it grades nothing again',
  async () => {
    const terminal = openTerminal({ columns: 170, rows: 50 })
    writeSolution(terminal, 'l2-norm', 'l2Norm.ts', 'accepted/one-pass.ts')
    await terminal.run(...ANNEAL, 'submit', 'l2-norm', '--lang', 'ts')
    await terminal.see('✓ Accepted')
    terminal.press('g')
    await terminal.see('Why it is right')
    for (const part of ['What it costs', 'The trap']) await terminal.see(part)
    await terminal.see(/Your code +│ Reference/)
    terminal.press('NPage', 'NPage', 'NPage')
    await terminal.see('Cards behind it')
    await terminal.see('Next exercise: ')
    terminal.press('q')
    await terminal.see('✓ Accepted')
    terminal.press('q')
    await terminal.prompt()
    await terminal.run(...ANNEAL, 'exercise', 'l2-norm', '--lang', 'ts')
    await terminal.see('1 attempt so far')
  },
)

test.skipIf(!HAS_TMUX)(
  'who gives up sees the solution after a yes, and comes back to the statement',
  async () => {
    const terminal = openTerminal({ columns: 80, rows: 24 })
    await terminal.run(...ANNEAL, 'exercise', 'adam', '--lang', 'py')
    await terminal.see(/starter\s+written\s+now/)
    terminal.press('g')
    await terminal.see('Give up and see the solution? It counts as forgotten. (y/n)')
    terminal.press('n')
    await terminal.see('g give up')
    terminal.press('g', 'y')
    await terminal.see('Why it is right')
    terminal.press('q')
    await terminal.see('g solution')
    terminal.press('g')
    await terminal.see('Why it is right')
  },
)

test.skipIf(!HAS_TMUX)(
  'who is too slow is told what grows so fast and what would be fast, and a card comes back',
  async () => {
    const terminal = openTerminal({ columns: 80, rows: 40 })
    writeSolution(terminal, 'mean-filter', 'meanFilter.ts', 'slow/sum-each-window.ts')
    await terminal.run(...ANNEAL, 'submit', 'mean-filter')
    await terminal.see('✗ Too slow')
    await terminal.see('Why it is slow')
    await terminal.see(/the\s+work\s+per\s+pixel\s+grows\s+with\s+ksize²/)
    await terminal.see(/What would be fast\s+A\s+running\s+sum/)
    await terminal.see(/2\s+cards\s+back\s+in\s+today's\s+queue/)
    await terminal.see('mean-filter/running-sum')
  },
)

test.skipIf(!HAS_TMUX)(
  'a wrong file is run on an input of one’s own, and its verdict is there again afterwards',
  async () => {
    const home = temporaryHome()
    const typed = join(home, 'typed.json')
    writeFileSync(typed, '{"image": [[9, 9, 9], [9, 9, 9]], "ksize": 3}')
    const terminal = openTerminal({ columns: 80, rows: 40, home, env: EDITOR(typed) })
    writeSolution(terminal, 'median-filter', 'medianFilter.ts', 'wrong/zero-border.ts')
    await terminal.run(...ANNEAL, 'submit', 'median-filter')
    await terminal.see('✗ Wrong answer')
    terminal.press('i')
    await terminal.see('It returned')
    await terminal.see(/0 +9 +0/)
    await terminal.see('Nothing was judged and nothing was recorded.')
    terminal.press('q')
    await terminal.see('✗ Wrong answer')
    terminal.press('q')
    await terminal.prompt()
    await terminal.run(...ANNEAL, 'exercise', 'median-filter', '--lang', 'ts')
    await terminal.see('1 attempt so far')
  },
)

test.skipIf(!HAS_TMUX)('an editor that leaves half a line moves nothing on the screen', async () => {
  const terminal = openTerminal({ columns: 60, rows: 20, env: { EDITOR: 'echo -n' } })
  await terminal.run(...ANNEAL, 'exercise', 'adam', '--lang', 'ts')
  await terminal.see(/starter\s+written\s+now/)
  const [before] = await terminal.lines()
  terminal.press('i')
  await terminal.see('not implemented')
  expect((await terminal.lines())[0]).toBe(before)
})
