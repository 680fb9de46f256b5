import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { displayWidth } from '../../src/core/display-width.ts'
import { runAnneal } from './run-anneal.ts'

const root = mkdtempSync(join(tmpdir(), 'anneal-help-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const home = join(root, 'home')

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

test.each(COMMANDS)('anneal %s --help has no English sentence for a Chinese reader', (command) => {
  const words = command.split(' ').filter((word) => word !== '')
  const chinese = runAnneal(root, home, 'zh_CN.UTF-8', [...words, '--help'])
  expect(chinese.status).toBe(0)
  expect(chinese.stdout).toMatch(new RegExp(`^用法：anneal ${command}`))
  expect(proseOf(chinese.stdout)).not.toMatch(SENTENCE)
  expect(Math.max(...chinese.stdout.split('\n').map(displayWidth))).toBeLessThanOrEqual(80)
  const english = runAnneal(root, home, 'C', [...words, '--help'])
  expect(english.stdout).toMatch(new RegExp(`^Usage: anneal ${command}`))
  expect(english.stdout).not.toMatch(/\p{Script=Han}/u)
  expect(optionsOf(chinese.stdout)).toEqual(optionsOf(english.stdout))
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
