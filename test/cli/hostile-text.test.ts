import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanText, showableLine, showableLines, spellHidden } from '../../src/core/clean-text.ts'
import { jsonDocument } from '../../src/output/json/json-document.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { runAnneal } from './run-anneal.ts'

drawTests('cli', 'output', 'ui/text')

/** One of each kind that has been used against a terminal or a reader. */
const HOSTILE =
  '\x1b]0;owned\x07\x1b[2J\x9b31m\r\x08\u202e\u2066\u061c\u200b\u2060\ufeff\u{e0041}\xad\u115f\u3164\u034f\u17b4\u180e\u2028\u2029\x85\ud800'
/** Written here anew: what is looked for is not what looks. */
const SEEN =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u17b4\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\u3164\ufeff\u{e0000}-\u{e007f}]|\u034f|\p{Cs}/u

/** No system has a file with half a pair or a zero in its name. */
const NAME = HOSTILE.replace(/\ud800/g, '').replaceAll('/', '')

let folder: string
let home: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  home = join(folder, 'home')
  mkdirSync(join(home, 'decks'), { recursive: true })
  writeFileSync(
    join(home, 'decks', `${NAME}.md`),
    `---\ntitle: ${HOSTILE}t\nfoo: ${HOSTILE}\n---\n\n## x${HOSTILE}/a\ntags: ${HOSTILE}\n\nQ: q${HOSTILE}\nA: a\n`,
  )
  writeFileSync(join(folder, `${NAME}.py`), `def f(:\n  ${HOSTILE}`)
  writeFileSync(join(folder, 'mean_filter.js'), `throw new Error(${JSON.stringify(HOSTILE)})`)
  writeFileSync(
    join(folder, 'mean_filter.py'),
    `raise ValueError(${JSON.stringify(HOSTILE).replace(/\\ud800/, '')})`,
  )
  writeFileSync(join(folder, 'bad.json'), `{"image": "${HOSTILE}"}`)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('nothing that a terminal obeys, or a reader overlooks, comes through any door', () => {
  test.each<readonly (readonly string[])[]>([
    [[NAME]],
    [[`--${NAME}`]],
    [['review', '--deck', NAME]],
    [['review', 'suspend', NAME]],
    [['exercise', NAME]],
    [['exercise', NAME, '--json']],
    [['grade', 'mean-filter', `${NAME}.py`]],
    [['grade', 'mean-filter', `${NAME}.nothing`]],
    [['grade', NAME, 'mean_filter.js']],
    [['grade', 'mean-filter', 'mean_filter.js']],
    [['grade', 'mean-filter', 'mean_filter.js', '--json']],
    [['grade', 'mean-filter', 'mean_filter.py']],
    [['submit', NAME]],
    [['run', 'mean-filter', 'mean_filter.js', '--input', 'bad.json']],
    [['run', 'mean-filter', 'mean_filter.js', '--input', NAME]],
    [['config', NAME, 'x']],
    [['config', 'lang', NAME]],
    [['config', 'python', `./${NAME}`]],
    [['config', 'workspace', join('nowhere', NAME)]],
    [['config']],
    [['config', '--json']],
    [['lint']],
    [['lint', join('.', `${NAME}.md`)]],
    [['review']],
    [['review', '--json']],
    [['topics']],
    [['topics', '--json']],
    [['doctor']],
    [['diff', NAME]],
    [['verify', NAME]],
    [['new', 'exercise', NAME]],
  ])('%j', (words) => {
    const args = words.map((word) => word.replaceAll('\0', ''))
    const { stdout, stderr } = runAnneal(folder, home, 'en', args, { ANNEAL_PYTHON: undefined })
    expect(stdout + stderr).not.toBe('')
    expect(
      SEEN.exec(stdout + stderr)?.[0]
        .codePointAt(0)
        ?.toString(16),
    ).toBeUndefined()
  })

  // Python is looked for in the one place or in the other.
  test.each([['ANNEAL_PYTHON', 'EDITOR', 'CXX'], ['VIRTUAL_ENV']])('a path in %s', (...names) => {
    const set = {
      ANNEAL_PYTHON: undefined,
      ...Object.fromEntries(names.map((name) => [name, `/nowhere/${NAME}`])),
    }
    const { stdout, stderr } = runAnneal(folder, home, 'en', ['doctor'], set)
    expect(stdout).toContain('/nowhere/')
    expect(
      SEEN.exec(stdout + stderr)?.[0]
        .codePointAt(0)
        ?.toString(16),
    ).toBeUndefined()
  })
})

test('a deck of runs of what opens and never closes, and of bars on bars, is checked and exported to its end', () => {
  const own = mkdtempSync(join(tmpdir(), 'runs-'))
  mkdirSync(join(own, 'decks'))
  const run = (mark: string, times: number) => `甲${mark.repeat(times)}乙`
  const bars = `$${'\\overline{'.repeat(100)}x${'}'.repeat(100)}$`
  const texts = [run('_a', 200_000), run('\n', 400_000), run('<', 400_000), run('$a ', 400_000), bars]
  const notes = texts.map((text, at) => `## runs/n${at}\n\nQ: ${text}\nA: a\n`)
  writeFileSync(join(own, 'decks', 'runs.md'), notes.join('\n'))
  const anneal = (...args: readonly string[]) => runAnneal(own, own, 'en', args, {}, 60_000)
  expect(anneal('lint').status).toBe(1)
  expect(anneal('export', 'runs.apkg', '--deck', 'runs').stdout).toContain('5 cards of 5 notes')
  rmSync(own, { recursive: true })
})

test('each cleaner leaves nothing of it, and what is no danger as it is', () => {
  const plain = '中文, ñ, 👩‍👩‍👧, tab\tand\nbreak'
  for (const clean of [cleanText, showableLines, showableLine, (text: string) => spellHidden(text, () => '')])
    expect(SEEN.test(clean(HOSTILE))).toBe(false)
  expect(showableLines(plain)).toBe(plain)
  expect(showableLine(plain)).toBe('中文, ñ, 👩‍👩‍👧, tab and break')
})

test('JSON says all of it, in letters', () => {
  const told = jsonDocument({ text: HOSTILE })
  expect(SEEN.test(told)).toBe(false)
  expect((JSON.parse(told) as { text: string }).text).toBe(HOSTILE)
})

test('no file writes to a terminal but those that clean what they write', () => {
  const writers = globSync('src/**/*.{ts,tsx}').filter((path) =>
    /(?:stdout|stderr)\.write\(|console\.\w+\(/.test(readFileSync(path, 'utf8')),
  )
  expect(writers.map((path) => path.replaceAll('\\', '/')).sort()).toEqual([
    'src/cli/print.ts',
    'src/cli/show-progress.ts',
    // Lines of screens, each of which has been through `printable`, and images.
    'src/ui/graphics/image-terminal.ts',
    'src/ui/terminal/show-in-terminal.ts',
  ])
})
