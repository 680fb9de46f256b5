import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { BUILT_IN_FILE, encodeBuiltIn } from '../../src/content/built-in-content.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { parseDeck } from '../../src/content/parse-deck.ts'
import { formatFault } from '../../src/core/fault.ts'
import { wholeDeck } from './whole-deck.ts'

/** After every change that a test makes, by more than any disk's clock ticks. */
const LATER = Date.now() + 3_600_000

const BUILT_IN = parseDeck(
  '## adam/step\nQ: Built in?\nA: Yes.\n\n## adam/rate\nQ: Rate?\nA: Yes.\n',
  'decks/adam.md',
)
const ONE =
  '---\ntitle: One\n---\n## one/a\nQ: First?\nA: Yes.\n\n## one/b\nafter: one/a\nC: [1: x] and [2: y]\n'

function folderOf(files: { readonly [path: string]: string | Buffer }): string {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-kept-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) write(folder, path, text)
  return folder
}

function write(folder: string, path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** A learner's home beside a build, and what is loaded from there. */
function homeOf(decks: { readonly [path: string]: string }, program = 'this build') {
  const files = Object.entries(decks).map(([path, text]) => [join('decks', path), text])
  const home = folderOf(Object.fromEntries(files))
  const builtIn = folderOf({ [BUILT_IN_FILE]: encodeBuiltIn([BUILT_IN.deck], [], program) })
  const own = join(home, 'decks')
  const cache = join(home, 'cache')
  const load = async (now = LATER) => whole({ builtIn, own, keep: { folder: cache, now } })
  return {
    own,
    cache,
    kept: join(cache, 'own-decks'),
    write: (path: string, text: string) => write(own, path, text),
    load,
    loadByAnother: () => homeLoadedBy('another build'),
    /** As it would be without anything kept. */
    parse: () => whole({ builtIn, own }),
    /** Another text of the same length, so that it shows whether what was kept is used. */
    tamper: (from: string, to: string) => {
      const path = join(cache, 'own-decks')
      writeFileSync(path, readFileSync(path).toString('latin1').replaceAll(from, to), 'latin1')
    },
  }

  function homeLoadedBy(other: string) {
    write(builtIn, BUILT_IN_FILE, encodeBuiltIn([BUILT_IN.deck], [], other))
    return load()
  }
}

async function whole(folders: Parameters<typeof loadContent>[0]) {
  const { decks, cards, faults } = await loadContent(folders)
  return {
    decks: decks.map(wholeDeck),
    cards: [...cards.values()],
    size: cards.size,
    faults: faults.map(formatFault),
  }
}

describe('decks that were parsed before', () => {
  test('are the same as parsed anew, with their faults and with whose place they take', async () => {
    const home = homeOf({
      'one.md': ONE,
      'sub/two.md':
        '## one/a\nQ: Again?\nA: Yes.\n\n## two/b\nQ: no answer\n\n## adam/step\nQ: Mine?\nA: Yes.\n',
      'empty.md': '',
    })
    const parsed = await home.parse()
    expect(parsed.faults).toHaveLength(2)
    expect(parsed.size).toBe(5)
    expect(await home.load()).toEqual(parsed)
    expect(await home.load()).toEqual(parsed)
  })

  test('are not parsed again', async () => {
    const home = homeOf({ 'one.md': ONE, 'two.md': '## two/a\nQ: no answer\n' })
    await home.load()
    home.tamper('First?', 'Kept!!')
    home.tamper('has no answer', 'was kept here')
    const again = await home.load()
    expect(JSON.stringify(again.cards)).toContain('Kept!!')
    expect(again.faults.join()).toContain('was kept here')
  })

  test('are parsed again by another program', async () => {
    const home = homeOf({ 'one.md': ONE })
    await home.load()
    home.tamper('First?', 'Kept!!')
    expect(await home.loadByAnother()).toEqual(await home.parse())
  })

  test.each<readonly [string, (home: ReturnType<typeof homeOf>) => void]>([
    ['a changed deck', ({ write: to }) => to('one.md', ONE.replace('First?', 'Other?'))],
    ['a longer deck', ({ write: to }) => to('one.md', `${ONE}\n## one/c\nQ: More?\nA: Yes.\n`)],
    ['a new deck', ({ write: to }) => to('three.md', '## three/a\nQ: New?\nA: Yes.\n')],
    [
      'a deck put in the place of another',
      ({ own, write: to }) => {
        to('draft', ONE.replace('First?', 'Other?'))
        renameSync(join(own, 'draft'), join(own, 'one.md'))
      },
    ],
    ['a deleted deck', ({ own }) => rmSync(join(own, 'one.md'))],
    ['a renamed deck', ({ own }) => renameSync(join(own, 'one.md'), join(own, 'zero.md'))],
    ['a mended deck', ({ write: to }) => to('two.md', '## two/a\nQ: Mended?\nA: Yes.\n')],
    ['a deleted folder', ({ own }) => rmSync(own, { recursive: true })],
  ])('are parsed again after a change: %s', async (_, change) => {
    const home = homeOf({
      'one.md': ONE,
      'two.md': '## two/a\nQ: no answer\n',
      'sub/last.md': '## l/a\nQ: L?\nA: l\n',
    })
    const before = await home.load()
    change(home)
    const after = await home.load()
    expect(after).not.toEqual(before)
    expect(after).toEqual(await home.parse())
    expect(await home.load()).toEqual(after)
  })

  test('are not trusted when the file had just been changed: it may have been changed again in the same tick', async () => {
    const home = homeOf({ 'one.md': ONE })
    await home.load(Date.now())
    home.tamper('First?', 'Kept!!')
    expect(await home.load()).toEqual(await home.parse())
    home.tamper('First?', 'Kept!!')
    expect(JSON.stringify(await home.load())).toContain('Kept!!')
  })

  test('are parsed anew where what was kept is damaged', async () => {
    const home = homeOf({ 'one.md': ONE, 'two.md': '## two/a\nQ: no answer\n' })
    const parsed = await home.load()
    const sound = readFileSync(home.kept)
    const damages = fc.oneof(
      fc.nat(sound.length - 1).map((length) => sound.subarray(0, length)),
      fc
        .nat(sound.length - 1)
        .map((at) => Buffer.concat([sound.subarray(0, at), Buffer.alloc(sound.length - at)])),
      fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 60 })).map(([at, length]) => {
        const holed = Buffer.from(sound)
        return holed.fill(0, at, Math.min(at + length, holed.length))
      }),
      fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
      fc.constant(Buffer.concat([sound, sound])),
    )
    await fc.assert(
      fc.asyncProperty(damages, async (bytes) => {
        writeFileSync(home.kept, bytes)
        expect(await home.load()).toEqual(parsed)
      }),
    )
  })

  test('are parsed each time where nothing can be kept', async () => {
    const home = homeOf({ 'one.md': ONE })
    writeFileSync(home.cache, 'a file where the folder should be')
    expect(await home.load()).toEqual(await home.parse())
    expect(await home.load()).toEqual(await home.parse())
  })

  test('a deck that cannot be read is looked at each time', async () => {
    const home = homeOf({ 'one.md/inside.txt': 'a folder named like a deck' })
    expect((await home.load()).faults.join()).toContain('no ordinary file')
    rmSync(join(home.own, 'one.md'), { recursive: true })
    home.write('one.md', ONE)
    expect((await home.load()).size).toBe(5)
  })

  test('a session that began before a change still reads what it knew', async () => {
    const home = homeOf({ 'one.md': ONE })
    await home.load()
    const builtIn = folderOf({ [BUILT_IN_FILE]: encodeBuiltIn([BUILT_IN.deck], [], 'this build') })
    const before = await loadContent({ builtIn, own: home.own, keep: { folder: home.cache, now: LATER } })
    home.write('one.md', '## one/z\nQ: Other?\nA: Yes.\n')
    await home.load()
    expect(JSON.stringify([...before.cards.values()])).toContain('First?')
  })
})

test('programs that start at once, and ones that are killed, leave whole decks', async () => {
  const notes = Array.from({ length: 2_000 }, (_, at) => `## many/n${at}\nQ： ${at} 是多少？\nA： ${at}。\n`)
  const home = folderOf({ 'decks/many.md': notes.join('\n') })
  const start = () =>
    spawn(process.execPath, [resolve('bin/anneal')], {
      env: { ...process.env, ANNEAL_HOME: home, LANG: 'en_US.UTF-8' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
  const textOf = async (child: ReturnType<typeof start>) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
    })
    await once(child, 'close')
    return text
  }
  const killed = [start(), start()]
  const children = [start(), start(), start()]
  for (const child of killed) child.kill('SIGKILL')
  const texts = await Promise.all(children.map(textOf))
  const cards = (await loadContent({ builtIn: '.' })).cards.size + notes.length
  for (const text of [...texts, await textOf(start())]) expect(text).toContain(`${cards} cards`)
  expect(readdirSync(join(home, 'cache'))).toContain('own-decks')
})
