import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SETTING_KEYS, SETTINGS } from '../../src/core/settings.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { brokenPython } from './broken-python.ts'
import { runAnneal } from './run-anneal.ts'

drawTests('cli', 'output')

const root = mkdtempSync(join(tmpdir(), 'anneal-listings-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const LANGS = { en: 'C', zh: 'zh_CN.UTF-8' } as const

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const home = join(root, locale)
  const run = (...args: readonly string[]) => runAnneal(root, home, LANGS[locale], args)

  test('the settings are explained', () => {
    const { stdout } = run('config')
    const column = 2 + Math.max(...SETTING_KEYS.map(({ length }) => length))
    for (const key of SETTING_KEYS)
      expect(stdout).toContain(`\n${' '.repeat(column)}${SETTINGS[key].help[locale]}\n`)
  })

  test('a card is suspended and taken up again', () => {
    const expected = {
      en: ['adam/first-moment: suspended\n', 'adam/first-moment: taken up again\n'],
      zh: ['adam/first-moment：已暂停\n', 'adam/first-moment：已恢复\n'],
    }
    const said = [
      run('review', 'suspend', 'adam/first-moment').stdout,
      run('review', 'suspend', 'adam/first-moment', '--off').stdout,
    ]
    expect(said).toEqual(expected[locale])
  })

  test('what is suspended is listed, with the way back', () => {
    const expected = {
      en: /^1 card suspended\. Take one up again with `anneal review suspend CARD --off`\.\n\nadam\/first-moment +suspended {2}.+\n$/,
      zh: /^已暂停 1 张卡片，用 `anneal review suspend CARD --off` 恢复。\n\nadam\/first-moment +已暂停 {2}.+\n$/,
    }
    const none = {
      en: 'No card is suspended, and none is a leech.\n',
      zh: '没有暂停的卡片，也没有顽固卡片。\n',
    }
    expect(run('review', 'suspended').stdout).toBe(none[locale])
    run('review', 'suspend', 'adam/first-moment')
    expect(run('review', 'suspended').stdout).toMatch(expected[locale])
    expect(run('stats').stdout).toContain('`anneal review suspended`')
    run('review', 'suspend', 'adam/first-moment', '--off')
    expect(run('review', 'suspended').stdout).toBe(none[locale])
  })

  test('doctor tells what it found, and what is missing', () => {
    const { stdout, status } = run('doctor')
    expect(status).toBe(0)
    const expected = {
      en: [
        /^anneal {5}\d+\.\d+\.\d+ on Node 26\./,
        /^log {8}\d+ events$/m,
        /^states {5}agree with the log$/m,
        /^C\+\+ {8}missing: CXX names \/nowhere\/g\+\+, which is not there\. Install a compiler/m,
        /^ {2}js {3}denied: write files, /m,
      ],
      zh: [
        /^anneal {5}\d+\.\d+\.\d+，Node 26\./,
        /^日志 {7}\d+ 条记录$/m,
        /^状态 {7}与日志一致$/m,
        /^C\+\+ {8}不可用：CXX 指定的 \/nowhere\/g\+\+ 不存在。请安装/m,
        /^ {2}js {3}已禁止：写文件、/m,
      ],
    }
    for (const line of expected[locale]) expect(stdout).toMatch(line)
    expect(run('doctor', '--fix').stdout).toContain(
      { en: 'rebuilt from the log', zh: '已按日志重建' }[locale],
    )
  })
})

test('doctor tells of a tool that is there and does not start', () => {
  const python = brokenPython(root)
  const home = join(root, 'broken-python-home')
  const doctor = (...args: string[]) =>
    runAnneal(root, home, 'C', ['doctor', ...args], { ANNEAL_PYTHON: python }).stdout
  const why = `Python does not start (${python}): too old`
  expect(doctor()).toContain(`\n  py   ${why}.\n`)
  expect(JSON.parse(doctor('--json')).isolation.broken).toEqual([{ language: 'py', why: `${why}.` }])
})

test('a fault of your own deck is told in Chinese, by lint and by doctor', () => {
  const home = join(root, 'own-deck')
  const deck = join(home, 'decks', 'mine.md')
  mkdirSync(join(home, 'decks'), { recursive: true })
  writeFileSync(deck, '## mine/one\nQ: What?\n\n## mine/two\nC: Nothing is hidden.\n')
  const faults = [
    `${deck}:1: 这条笔记没有答案；请加一行 A:。`,
    `${deck}:5: 填空文本没有隐藏任何内容；请给要隐藏的部分加上方括号。`,
  ]
  const lint = runAnneal(root, home, 'zh_CN.UTF-8', ['lint', deck])
  expect(lint).toEqual({ stdout: [...faults, '共 2 处问题。', ''].join('\n'), stderr: '', status: 1 })
  const doctor = runAnneal(root, home, 'zh_CN.UTF-8', ['doctor'])
  expect(doctor.stdout).toContain(faults.map((fault) => `\n卡组       ${fault}`).join(''))
})

test('without a build the launcher says so', () => {
  const folder = join(root, 'not-built')
  cpSync('bin', join(folder, 'bin'), { recursive: true })
  const launch = (lang: string) =>
    spawnSync(process.execPath, [join(folder, 'bin', 'anneal')], { encoding: 'utf8', env: { LANG: lang } })
  expect(launch('C').stderr).toBe(
    'anneal: the program is not built. Run `npm ci && npm run build` in its folder.\n',
  )
  const chinese = launch('zh_CN.UTF-8')
  expect(chinese.stderr).toBe('anneal: 程序还没有构建。请在它的文件夹中运行 `npm ci && npm run build`。\n')
  expect(chinese.status).toBe(2)
})
