import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findCommand } from '../../src/cli/arguments/find-command.ts'
import { helpText } from '../../src/cli/arguments/help-text.ts'
import { ANNEAL } from '../../src/cli/command-table.ts'
import { displayWidth } from '../../src/core/display-width.ts'
import type { Text } from '../../src/core/locale.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { pathsBelow } from './paths-below.ts'
import { runAnneal } from './run-anneal.ts'

drawTests('cli')

const root = mkdtempSync(join(tmpdir(), 'anneal-help-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const home = join(root, 'home')

/** Of some the built program is asked. */
const COMMANDS = [
  '',
  'review',
  'review answer',
  'review suspend',
  'exercise',
  'submit',
  'grade',
  'diff',
  'stats',
  'config',
  'doctor',
  'hub',
  'worker',
  'verify',
  'new',
  'new exercise',
  'lint',
]

/** Commands, options and names of files are Latin in every language; three such words in a row are a sentence. */
const SENTENCE = /[a-z]+ [a-z]+ [a-z]+/

/** All below the usage, without examples and placeholders. */
function proseOf(help: string): string {
  return help.slice(help.indexOf('\n')).replaceAll(/"[^"]*"|`[^`]*`|<[^>]*>|\[[^\]]*\]/g, '')
}

test.each(pathsBelow(ANNEAL))('the help of anneal %s is in one language each', (command) => {
  const found = findCommand(ANNEAL, wordsOf(command))
  expectOneLanguageEach(command, { en: helpText(found, 'en', 80), zh: helpText(found, 'zh', 80) })
})

test.each(COMMANDS)('anneal %s --help prints it', (command) => {
  const chinese = runAnneal(root, home, 'zh_CN.UTF-8', [...wordsOf(command), '--help'])
  expect(chinese.status).toBe(0)
  const english = runAnneal(root, home, 'C', [...wordsOf(command), '--help'])
  expectOneLanguageEach(command, { en: english.stdout, zh: chinese.stdout })
})

function wordsOf(command: string): readonly string[] {
  return command.split(' ').filter((word) => word !== '')
}

function expectOneLanguageEach(command: string, { en, zh }: Text): void {
  expect(zh).toMatch(new RegExp(`^用法：anneal ${command}`))
  expect(proseOf(zh)).not.toMatch(SENTENCE)
  expect(Math.max(...zh.split('\n').map(displayWidth))).toBeLessThanOrEqual(80)
  expect(en).toMatch(new RegExp(`^Usage: anneal ${command}`))
  expect(en).not.toMatch(/\p{Script=Han}/u)
  expect(optionsOf(zh)).toEqual(optionsOf(en))
}

test('anneal help COMMAND prints it too', () => {
  const run = (...words: readonly string[]) => runAnneal(root, home, 'C', words)
  expect(run('help')).toEqual(run('--help'))
  expect(run('help', 'review', 'answer')).toEqual(run('review', 'answer', '--help'))
  expect(run('help', 'revue').stderr).toContain('There is no command "revue"')
})

function optionsOf(help: string): readonly string[] {
  return [...help.matchAll(/^ {2}(-\w, )?(--[\w-]+)/gm)].map(([, , option = '']) => option)
}

test('help makes no database, and follows the setting once there is one', () => {
  const other = join(root, 'other')
  expect(runAnneal(root, other, 'zh_CN.UTF-8', ['--help']).stdout).toContain('复习卡片')
  expect(existsSync(join(other, 'anneal.db'))).toBe(false)
  runAnneal(root, other, 'zh_CN.UTF-8', ['config', 'locale', 'en'])
  expect(runAnneal(root, other, 'zh_CN.UTF-8', ['--help']).stdout).toContain('review cards until done')
  runAnneal(root, other, 'C', ['config', 'locale', 'zh'])
  expect(runAnneal(root, other, 'C', ['review', '-h']).stdout).toContain('复习到期的卡片')
})
