import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ExerciseId } from '../../src/core/ids.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { drawOneOfEach } from '../drawn-by-commit.ts'
import { MISTAKES } from './mistakes.ts'
import { runAnneal } from './run-anneal.ts'

const root = mkdtempSync(join(tmpdir(), 'anneal-errors-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** The two other ways to a language go through the same door: a command, an option, a problem of the program's own. */
const SOME = MISTAKES.filter(({ args }) =>
  ['nonsense', 'stats --json=3', 'config colour'].includes(args.join(' ')),
)

const HOMES = {
  'English, by the machine': { lang: 'en_US.UTF-8', setting: undefined, locale: 'en', mistakes: MISTAKES },
  'Chinese, by the machine': { lang: 'zh_CN.UTF-8', setting: undefined, locale: 'zh', mistakes: SOME },
  'Chinese, by the setting': { lang: 'C', setting: 'zh', locale: 'zh', mistakes: MISTAKES },
  'English, by the setting': { lang: 'zh_CN.UTF-8', setting: 'en', locale: 'en', mistakes: SOME },
} as const

beforeAll(() => {
  writeFileSync(join(root, 'adam.rb'), 'def adam; end\n')
  symlinkSync('loop', join(root, 'loop'))
  writeFileSync(join(root, 'latin1.py'), Buffer.from([0x23, 0xe9, 0x0a]))
})

function eventsIn(home: string): number {
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  const events = store.countEvents()
  store.close()
  return events
}

/** Each mistake is made in one language: both stand in one row. */
const DRAWN = drawOneOfEach(
  Object.entries(HOMES).flatMap(([home, { mistakes }]) =>
    mistakes.map(({ args }) => ({ home, of: mistakes, words: args.join(' ') })),
  ),
  ({ of, words }) => `${of.length} ${words}`,
  ({ home, words }) => `${home} ${words}`,
)

describe.each(Object.entries(HOMES))('%s', (name, { lang, setting, locale, mistakes }) => {
  const home = join(root, name.replaceAll(/\W+/g, '-'))
  let before = 0
  beforeAll(() => {
    if (setting) expect(runAnneal(root, home, lang, ['config', 'locale', setting]).status).toBe(0)
    expect(runAnneal(root, home, lang, ['exercise', 'adam', '--lang', 'py']).status).toBe(0)
    before = eventsIn(home)
  })

  const isDrawn = ({ args }: (typeof mistakes)[number]) =>
    DRAWN.some(({ home: drawn, words }) => drawn === name && words === args.join(' '))
  test.each(mistakes.filter(isDrawn))('$args', ({ args, ...line }) => {
    const expected = line[locale].replace('HOME', home).replace('ROOT', root)
    const words = args.map((word) => word.replace('ROOT', root))
    expect(runAnneal(root, home, lang, words)).toEqual({
      stdout: '',
      stderr: `anneal: ${expected}\n`,
      status: 2,
    })
  })

  test('nothing was recorded, and no file was left', () => {
    expect(eventsIn(home)).toBe(before)
    // What was recorded to begin with was backed up.
    const beside = readdirSync(home).filter((name) => name !== 'backups')
    expect(beside.sort()).toEqual(['anneal.db', 'cache', 'workspace'])
    expect(readdirSync(join(home, 'workspace'))).toEqual(['adam'])
  })
})

test('a deck that there is not is told, and where the names are', () => {
  const { stderr } = runAnneal(root, join(root, 'decks'), 'zh_CN.UTF-8', ['review', '--deck', 'nope'])
  expect(stderr).toMatch(/^anneal: 没有名为“nope”的卡组。名称见 `anneal topics`。\n$/)
})

test('what is shared and may not be looked at is told as that, and not as gone', () => {
  const [home, shared] = [join(root, 'sharing'), join(root, 'shared')]
  mkdirSync(shared)
  expect(runAnneal(root, home, 'C', ['sync', shared]).status).toBe(0)
  rmSync(join(shared, 'anneal'), { recursive: true })
  symlinkSync('anneal', join(shared, 'anneal'))
  expect(runAnneal(root, home, 'C', ['sync']).stderr).toMatch(
    /^anneal: \S+shared cannot be read or written \(ELOOP\)\. /,
  )
})

test('that nothing is due is told', () => {
  const home = join(root, 'nothing-due')
  giveUpAll(home)
  const { stderr, status } = runAnneal(root, home, 'zh_CN.UTF-8', ['exercise'])
  expect({ stderr, status }).toEqual({
    stderr: 'anneal: 今天没有到期的练习。想提前练习，请指定 `anneal exercise --list` 中的一个。\n',
    status: 2,
  })
})

function giveUpAll(home: string): void {
  const store = createStore(openDatabase(join(home, 'anneal.db')))
  const outcome = { kind: 'given-up' } as const
  const attempt = { kind: 'attempt', language: 'py', outcome, recalls: [], source: '' } as const
  for (const id of readdirSync('exercises') as ExerciseId[])
    store.recordExercise({ ...attempt, exercise: id }, { at: Date.now(), offsetMin: 0 })
  store.close()
}

describe.skipIf(process.platform !== 'linux')(
  'a folder that cannot be made is told in one line, at once',
  () => {
    test.each([
      [
        '/proc/nope',
        'lies in a folder that cannot be made. Set ANNEAL_HOME to a folder that can be written.',
      ],
      [
        `/tmp/${'a'.repeat(300)}`,
        'lies in a folder that cannot be made. Set ANNEAL_HOME to a folder that can be written.',
      ],
      ['/etc/hosts/x', 'lies below a file that is not a folder. Set ANNEAL_HOME to a folder.'],
    ])('the home %s', (home, line) => {
      for (const args of [[], ['stats'], ['config', 'locale', 'zh']])
        expect(runAnneal(root, home, 'C', args)).toEqual({
          stdout: '',
          stderr: `anneal: ${home}/anneal.db ${line}\n`,
          status: 2,
        })
    })

    test('the workspace', () => {
      const home = join(root, 'no-workspace')
      // As after the disk was taken out that it was on.
      const store = createStore(openDatabase(join(home, 'anneal.db')))
      store.configure('workspace', '/proc/nope', { at: 0, offsetMin: 0 })
      store.close()
      expect(runAnneal(root, home, 'zh_CN.UTF-8', ['exercise', 'adam'])).toEqual({
        stdout: '',
        stderr:
          'anneal: 无法创建文件夹 /proc/nope/adam（系统不允许在那里创建文件）。请用 `anneal config workspace FOLDER` 换一个。\n',
        status: 2,
      })
    })
  },
)

describe('a database that cannot be opened is told in the language of the machine', () => {
  const told = { en: { lang: 'C' }, zh: { lang: 'zh_CN.UTF-8' } }
  const lines = {
    en: 'DB is damaged or not a database. Restore a backup of it (`anneal backup --list` names them, `anneal restore FILE`), or move it away to start afresh.',
    zh: 'DB 已损坏或不是数据库。请恢复备份（用 `anneal backup --list` 查看，`anneal restore FILE` 恢复），或移走它重新开始。',
  }
  test.each(['en', 'zh'] as const)('%s', (locale) => {
    const home = join(root, `damaged-${locale}`)
    const path = join(home, 'anneal.db')
    mkdirSync(home)
    writeFileSync(path, 'no database at all, and long enough that SQLite looks at its header'.repeat(10))
    const { stderr, status } = runAnneal(root, home, told[locale].lang, ['stats'])
    expect({ stderr, status }).toEqual({
      stderr: `anneal: ${lines[locale].replace('DB', path)}\n`,
      status: 2,
    })
    expect(readdirSync(home)).toEqual(['anneal.db'])
  })
})

test.each([
  ['of a timer', "setTimeout(() => { throw new Error('of a timer') })"],
  ['of a promise', "setTimeout(() => { Promise.reject(new Error('of a promise')) })"],
])('a fault %s is told in a line, too', (name, code) => {
  const thrower = join(root, 'thrower.cjs')
  writeFileSync(thrower, code)
  const env = {
    ...process.env,
    NODE_OPTIONS: `--require ${thrower}`,
    ANNEAL_HOME: join(root, name),
    LANG: 'C',
  }
  for (const words of [[], ['topics']]) {
    const { stderr, status } = spawnSync(process.execPath, [resolve('bin/anneal'), ...words], {
      encoding: 'utf8',
      env,
    })
    expect(stderr).toBe(
      `anneal: a fault of Anneal itself: ${name}. ANNEAL_DEBUG=1 shows where; please report it.\n`,
    )
    expect(status).toBe(2)
  }
})

describe.skipIf(process.platform !== 'linux')('what the system refuses is no fault of Anneal itself', () => {
  const home = join(root, 'refused')

  /** In a shell whose folder is another one of this test's. */
  function told(script: string): { readonly stderr: string; readonly status: number | null } {
    const cwd = mkdtempSync(join(root, 'at-'))
    const args = ['-c', script, process.execPath, resolve('bin/anneal')]
    const env = { PATH: process.env['PATH'], ANNEAL_HOME: home, LANG: 'C' }
    const { stderr, status } = spawnSync('sh', args, { cwd, env, encoding: 'utf8' })
    return { stderr, status }
  }

  test.each([
    ['"$0" "$1" stats --json > /dev/full', 'No room is left on the disk. Make room there and try again.'],
    [
      'rmdir "$PWD"; "$0" "$1" grade adam adam.py',
      'The folder in which you are is no longer there. Change into another: cd.',
    ],
  ])('%s', (script, line) => {
    expect(told(script)).toEqual({ stderr: `anneal: ${line}\n`, status: 2 })
  })

  test('a relative ANNEAL_HOME is one place for compilers too, which run elsewhere', () => {
    const { stderr } = told('mkdir -p there/anneal.db; ANNEAL_HOME=there "$0" "$1" stats')
    expect(stderr).toMatch(/^anneal: \/.*\/there\/anneal\.db cannot be opened/)
  })
})
