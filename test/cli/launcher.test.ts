import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '../../src/content/load-content.ts'
import { drawTests } from '../drawn-by-commit.ts'

drawTests('cli')

/** As on a learner's machine: what is compiled is not kept where all tests have it in common. */
const { NODE_COMPILE_CACHE, ...ALONE } = process.env

const root = mkdtempSync(join(tmpdir(), 'anneal-launcher-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

type Place = string | { readonly home: string; readonly [variable: string]: string }

function anneal(place: Place, ...args: readonly string[]) {
  const { home, ...more } = typeof place === 'string' ? { home: place } : place
  const env = { ...ALONE, ANNEAL_HOME: join(root, home), LANG: 'C', LC_ALL: '', ...more }
  const { stdout, stderr, status } = spawnSync(process.execPath, [resolve('bin/anneal'), ...args], {
    encoding: 'utf8',
    env,
  })
  return { stdout, stderr, status }
}

const folderOf = (home: string) => join(root, home, 'cache', 'code')
const codeOf = (home: string) => join(folderOf(home), 'plain.code')

describe('what the launcher compiled', () => {
  test('is kept, and gives the same', async () => {
    const { cards } = await loadContent({ builtIn: '.' })
    const first = anneal('kept')
    expect(first).toEqual({ stdout: expect.stringContaining(`${cards.size} cards`), stderr: '', status: 0 })
    const kept = readFileSync(codeOf('kept'))
    expect(anneal('kept')).toEqual(first)
    expect(readFileSync(codeOf('kept')).equals(kept)).toBe(true)
    expect(readdirSync(folderOf('kept'))).toEqual(['plain.code'])
  })

  test('is kept for each command line apart, which runs other code', () => {
    anneal('apart')
    const kept = readFileSync(codeOf('apart'))
    for (const words of [['review'], ['review', '--json']]) expect(anneal('apart', ...words).status).toBe(0)
    expect(readFileSync(codeOf('apart')).equals(kept)).toBe(true)
    expect(readdirSync(folderOf('apart'))).toEqual([
      'plain-review-json.code',
      'plain-review.code',
      'plain.code',
    ])
  })

  test('is kept once for all other commands, also by one that fails', () => {
    const keptBy = (...words: readonly string[]) => {
      anneal('others', ...words)
      return readdirSync(folderOf('others')).map((name) => [
        name,
        readFileSync(join(folderOf('others'), name)),
      ])
    }
    const kept = keptBy('no-such-command')
    expect(kept.map(([name]) => name)).toEqual(['program.code'])
    expect(keptBy('topics')).toEqual(kept)
  })

  test("is kept where Node's own variable says", () => {
    const folder = join(root, 'named')
    for (const words of [[], ['topics']]) anneal({ home: 'named home', NODE_COMPILE_CACHE: folder }, ...words)
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['plain.code', 'program.code']))
    expect(existsSync(folderOf('named home'))).toBe(false)
  })

  let sound: ReturnType<typeof anneal>
  beforeAll(() => {
    sound = anneal('sound')
  })

  test.each<readonly [string, (sound: Buffer) => Buffer]>([
    ['cut', (sound) => sound.subarray(0, sound.length / 3)],
    ['emptied', () => Buffer.alloc(0)],
    ['flipped at its start', (sound) => flipped(sound, 150)],
    ['flipped in its middle', (sound) => flipped(sound, Math.floor(sound.length / 4))],
    ['of other code', (sound) => flipped(sound, 70)],
    ['replaced', () => Buffer.from('no code at all')],
  ])('is made anew where it is %s', (name, damage) => {
    cpSync(join(root, 'sound'), join(root, name), { recursive: true })
    writeFileSync(codeOf(name), damage(readFileSync(codeOf(name))))
    expect(anneal(name)).toEqual(sound)
    const anew = readFileSync(codeOf(name))
    expect(anneal(name)).toEqual(sound)
    expect(readFileSync(codeOf(name)).equals(anew)).toBe(true)
  })

  test('is not kept where nothing can be', () => {
    mkdirSync(join(root, 'unwritable'))
    writeFileSync(join(root, 'unwritable', 'cache'), 'a file where the folder should be')
    expect(anneal('unwritable').status).toBe(0)
    expect(anneal('unwritable').status).toBe(0)
  })

  test('leaves no part of it where it cannot be put', () => {
    mkdirSync(codeOf('in the way'), { recursive: true })
    expect(anneal('in the way').status).toBe(0)
    expect(readdirSync(folderOf('in the way'))).toEqual(['plain.code'])
  })

  test('leaves no part of it that a killed one left, and those of others that run', () => {
    mkdirSync(folderOf('killed'), { recursive: true, mode: 0o700 })
    const dead = spawnSync(process.execPath, ['--version']).pid
    for (const pid of [dead, process.pid]) writeFileSync(`${codeOf('killed')}.${pid}`, 'a part')
    expect(anneal('killed').status).toBe(0)
    expect(readdirSync(folderOf('killed'))).toEqual(['plain.code', `plain.code.${process.pid}`])
  })

  test('is not kept where Node is told to keep none', () => {
    for (const words of [[], ['topics']]) {
      expect(anneal({ home: 'disabled', NODE_DISABLE_COMPILE_CACHE: '1' }, ...words).status).toBe(0)
    }
    expect(existsSync(folderOf('disabled'))).toBe(false)
  })

  test('is not kept of a start that failed, which runs other code', () => {
    mkdirSync(join(root, 'failing', 'anneal.db'), { recursive: true })
    expect(anneal('failing')).toEqual({ stdout: '', stderr: expect.stringContaining('anneal.db'), status: 2 })
    expect(existsSync(codeOf('failing'))).toBe(false)
  })

  test('is not run where a fault is looked for: its functions have no names', () => {
    mkdirSync(join(root, 'fault', 'anneal.db'), { recursive: true })
    const { stderr } = anneal({ home: 'fault', ANNEAL_DEBUG: '1' })
    expect(stderr).toMatch(/at openDatabase \(.*program\.js/)
  })
})

describe("compiled code is run only from a folder that is this user's alone", () => {
  const commands: readonly (readonly string[])[] = [['review'], ['topics']]

  test.each(commands.map((words) => [words.join(' '), words] as const))(
    '%s keeps it there',
    (name, words) => {
      const shared = join(root, `shared ${name}`)
      mkdirSync(shared)
      const home = `own ${name}`
      anneal({ home, TMPDIR: shared }, ...words)
      expect(globSync('**/*', { cwd: folderOf(home) })).not.toEqual([])
      expect(statSync(folderOf(home)).mode & 0o777).toBe(0o700)
      expect(readdirSync(shared)).toEqual([])
    },
  )

  const places: Readonly<Record<string, (folder: string) => void>> = {
    'others may write to': (folder) => chmodSync(folder, 0o777),
    'a group may write to': (folder) => chmodSync(folder, 0o770),
    'is a link': (folder) => {
      rmSync(folder, { recursive: true })
      mkdirSync(`${folder}-elsewhere`)
      symlinkSync(`${folder}-elsewhere`, folder)
    },
    ...(process.getuid?.() === 0 ? { "is another user's": (folder) => chownSync(folder, 65534, 65534) } : {}),
  }
  if (process.getuid?.() !== 0)
    console.warn("NOT TRIED: a folder of another user's, for only root can make one.")

  test.each(
    Object.entries(places).flatMap(([name, change]) =>
      commands.map((words) => [name, words, change] as const),
    ),
  )('not from one that %s: %j', (name, words, change) => {
    const home = `${name} ${words.join(' ')}`
    mkdirSync(folderOf(home), { recursive: true, mode: 0o700 })
    change(folderOf(home))
    expect(anneal(home, ...words).status).toBe(0)
    expect(readdirSync(folderOf(home))).toEqual([])
  })
})

test('the commonest command lines mean what the parser makes of them', () => {
  anneal('same')
  const parsed = (...args: readonly string[]) => anneal('same', ...args, '--limit', '1000')
  expect(anneal('same', 'review')).toEqual(parsed('review'))
  expect(anneal('same', 'review', '--json')).toEqual(parsed('review', '--json'))
  expect(anneal('same', 'review --json').status).toBe(2)
})

function flipped(sound: Buffer, at: number): Buffer {
  const bytes = Buffer.from(sound)
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  return bytes
}

test('where everything lies does not hang on the folder in which the program is run', () => {
  const home = join(root, 'relative')
  const cwd = join(home, 'work')
  mkdirSync(cwd, { recursive: true })
  const { ANNEAL_HOME, ...inherited } = ALONE
  const env = { ...inherited, HOME: home, XDG_DATA_HOME: 'data', XDG_CACHE_HOME: 'cache', LANG: 'C' }
  const start = (args: readonly string[], more = {}) =>
    spawnSync(process.execPath, [resolve('bin/anneal'), ...args], { cwd, env: { ...env, ...more } }).status
  for (const args of [[], ['config']]) expect(start(args)).toBe(0)
  expect(start(['config'], { ANNEAL_HOME: '~/own' })).toBe(0)
  expect(readdirSync(cwd)).toEqual([])
  expect(existsSync(join(home, 'own', 'anneal.db'))).toBe(true)
  expect(existsSync(join(home, '.local', 'share', 'anneal', 'anneal.db'))).toBe(true)
  expect(existsSync(join(home, '.cache', 'anneal', 'code'))).toBe(true)
})

test.each<readonly [string, RegExp, (file: string) => void]>([
  ['is not there', /^ENOENT$/, (file) => rmSync(file)],
  ['is cut', /./, (file) => truncateSync(file, 100_000)],
  ['is empty', /^empty$/, (file) => truncateSync(file)],
])('an installation of which a part %s is told as such', (name, why, damage) => {
  const folder = join(root, `installed, ${name}`)
  cpSync('bin', join(folder, 'bin'), { recursive: true })
  cpSync('dist', join(folder, 'dist'), {
    recursive: true,
    filter: (path) => /dist$|(?:program|plain)\.c?js$/.test(path),
  })
  for (const [part, ...words] of [['plain'], ['program', 'topics']]) {
    const file = join(folder, 'dist', `${part}.cjs`)
    damage(file)
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(folder, 'bin', 'anneal'), ...words],
      { encoding: 'utf8', env: { ...ALONE, ANNEAL_HOME: join(root, 'damaged'), LANG: 'C' } },
    )
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
    const [head, rest] = [`anneal: the program is damaged: ${file} (`, /^(.*)\). Install Anneal again; .*\n$/]
    expect(stderr.slice(0, head.length)).toBe(head)
    expect(rest.exec(stderr.slice(head.length))?.[1]).toMatch(why)
  }
})

test('a part that is loaded later and is not there is told in both languages', () => {
  const folder = join(root, 'installed in part')
  cpSync('bin', join(folder, 'bin'), { recursive: true })
  cpSync('dist', join(folder, 'dist'), {
    recursive: true,
    filter: (path) => !/later-content|statistics-page|graders|\.map$/.test(path),
  })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(root, 'later', 'decks'), { recursive: true })
  writeFileSync(join(root, 'later', 'decks', 'own.md'), 'Q: a?\nA: b\n')
  const told = (home: string, LANG: string, ...words: readonly string[]) => {
    const { stderr, status } = spawnSync(process.execPath, [join(folder, 'bin', 'anneal'), ...words], {
      encoding: 'utf8',
      env: { ...ALONE, ANNEAL_HOME: join(root, home), LANG },
    })
    return { stderr, status }
  }
  expect(told('later', 'C', 'topics')).toEqual({
    stderr: `anneal: the program is damaged: ${join(folder, 'dist', 'later-content.cjs')} is missing. Install Anneal again; in a clone run \`npm ci && npm run build\`.\n`,
    status: 2,
  })
  expect(told('no deck', 'zh_CN.UTF-8', 'stats', '--html', join(root, 'page.html'))).toEqual({
    stderr: `anneal: 程序不完整：缺少 ${join(folder, 'dist', 'statistics-page.js')}。请重新安装 Anneal；在克隆中请运行 \`npm ci && npm run build\`。\n`,
    status: 2,
  })
})

const OLDER = `
  Object.defineProperty(process.versions, 'node', { value: '20.0.0' })
  process.env.NODE_OPTIONS = process.argv.splice(1, 1)[0]
  require(process.argv[1])`

test.each([
  ['--no-experimental-fetch', /--no-experimental-fetch/],
  ['--max-old-space-size=500', /^$/],
])('an older Node hands over, whether or not the pinned one knows its option %s', (option, told) => {
  const args = ['-e', OLDER, '--', option, resolve('bin/anneal'), 'nonsense']
  const env = { ...ALONE, ANNEAL_HOME: join(root, 'older'), LANG: 'C' }
  const [last, ...before] = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    .stderr.trim()
    .split('\n')
    .toReversed()
  expect(last).toMatch(/^anneal: There is no command "nonsense"/)
  expect(before.join('')).toMatch(told)
})
