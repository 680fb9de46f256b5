import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { drawTests } from '../drawn-by-commit.ts'
import { HUB_COURSE, openTestHub, type TestHub } from '../hub/open-test-hub.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub')

const PEOPLE = { Tom: 'teacher', Ann: 'learner', Bob: 'learner', Cem: 'learner' } as const

const IN_COURSE = `decks/${HUB_COURSE}`
const deck = (name: string, answer: string) => `## ${name}/a\nQ: What is ${name}?\nA: ${answer}\n`

interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

/** The built program on machines of their own, each of somebody whom the hub knows; the hub runs here, and so nothing may wait for it. */
function openClassroom({ tokens, url }: TestHub) {
  const root = mkdtempSync(join(tmpdir(), 'anneal-class-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))

  function begin(name: string, args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [resolve('bin/anneal'), ...args], {
      cwd: root,
      env: {
        ...process.env,
        LANG: 'C',
        ANNEAL_HOME: join(root, name),
        ANNEAL_HUB_TOKEN: tokens[name] ?? '',
      },
    })
  }

  async function run(name: string, ...args: readonly string[]): Promise<Ran> {
    const child = begin(name, args)
    const [stdout, stderr] = await Promise.all([
      child.stdout === null ? '' : text(child.stdout),
      child.stderr === null ? '' : text(child.stderr),
      once(child, 'close'),
    ])
    return { stdout, stderr, status: child.exitCode }
  }

  return {
    begin,
    run,
    /** Whatever goes well. */
    says: async (name: string, ...args: readonly string[]): Promise<string> => {
      const { stdout, stderr, status } = await run(name, ...args)
      expect([stderr, status]).toEqual(['', 0])
      return stdout
    },
    sync: (name: string, ...args: readonly string[]) => run(name, 'sync', url, ...args),
    write: (path: string, words: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), words)
    },
    read: (path: string) =>
      existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined,
    list: (path: string) => readdirSync(join(root, path)).sort(),
    remove: (path: string) => rmSync(join(root, path)),
  }
}

const DOCUMENTED = readFileSync('docs/json.md', 'utf8')

/** Each field of it is named in that section of docs/json.md. */
function documented(title: string, stdout: string) {
  const section = DOCUMENTED.split(/^## /m).find((one) => one.startsWith(`\`${title}`))
  const { schema, ...fields } = JSON.parse(stdout)
  expect(schema).toBe(1)
  for (const name of Object.keys(fields)) expect(section).toMatch(new RegExp(`\`[^\`]*\\b${name}\\b`))
  return fields
}

test('a teacher pushes two versions, and three learners have them, with and without edits of their own', async () => {
  const { run, says, sync, write, read, list, remove } = openClassroom(await openTestHub({ people: PEOPLE }))
  const [joined, again] = [await sync('Tom'), await sync('Tom', '--json')]
  expect([joined.status, joined.stdout]).toEqual([0, expect.not.stringContaining('our teacher')])
  expect(documented('anneal sync --json', again.stdout)).toMatchObject({ role: 'teacher' })
  write('course/decks/stereo.md', deck('stereo', 'one'))
  write('course/decks/flow.md', 'Q: What is flow?\nA: Motion.\n')
  expect(await run('Tom', 'course', 'push', 'course')).toEqual({
    stdout: '',
    stderr:
      'anneal: course/decks/flow.md:1: The note has no id, by which all learners know it; --write-ids writes one above each. Mend it, then push again.\n',
    status: 2,
  })
  const push = async (...args: readonly string[]) =>
    documented('anneal course push --json', await says('Tom', 'course', 'push', 'course', '--json', ...args))
  expect(await push('--write-ids', '--note', 'begun')).toMatchObject({
    version: 1,
    added: ['decks/flow.md', 'decks/stereo.md'],
  })
  expect(read('course/decks/flow.md')).toMatch(/^## flow\/x\w+\nQ: What is flow\?/)

  const brought = async (name: string, ...args: readonly string[]) => {
    const { release } = documented('anneal sync --json', (await sync(name, '--json', ...args)).stdout)
    return release
  }
  expect(await brought('Ann', '--dry-run')).toMatchObject({ version: 1, taken: { length: 2 } })
  expect(read(`Ann/${IN_COURSE}/stereo.md`)).toBeUndefined()
  for (const name of ['Ann', 'Bob', 'Cem']) {
    expect(await brought(name)).toEqual({
      version: 1,
      before: 0,
      note: 'begun',
      by: 'Tom',
      taken: [`${IN_COURSE}/flow.md`, `${IN_COURSE}/stereo.md`],
      removed: [],
      edited: [],
      left: [],
      ungraded: [],
      faults: [],
    })
  }
  expect(await says('Ann', 'browse', 'id:stereo/a')).toContain('What is stereo?')
  await says('Ann', 'review', 'answer', 'stereo/a', 'good')
  expect(read(`Ann/${IN_COURSE}/stereo.md`)).toBe(deck('stereo', 'one'))

  write(`Bob/${IN_COURSE}/stereo.md`, deck('stereo', 'of Bob'))
  remove(`Cem/${IN_COURSE}/stereo.md`)
  write('course/decks/stereo.md', deck('stereo', 'two'))
  remove('course/decks/flow.md')
  expect(await push()).toMatchObject({
    version: 2,
    added: [],
    changed: ['decks/stereo.md'],
    removed: ['decks/flow.md'],
    dryRun: false,
  })

  for (const name of ['Ann', 'Bob', 'Cem']) {
    const { stdout, status } = await sync(name)
    expect(status).toBe(0)
    expect(stdout).toContain('version 2, by Tom')
    expect(read(`${name}/${IN_COURSE}/flow.md`)).toBeUndefined()
    expect(list(`${name}/decks/.removed/${HUB_COURSE}`)).toHaveLength(1)
  }
  expect(read(`Ann/${IN_COURSE}/stereo.md`)).toBe(deck('stereo', 'two'))
  expect(await says('Ann', 'browse', 'id:stereo/a', '--full')).toContain('two')
  expect(read(`Bob/${IN_COURSE}/stereo.md`)).toBe(deck('stereo', 'of Bob'))
  expect(list(`Bob/${IN_COURSE}`)).toEqual(['stereo.md', 'stereo.md.course-2'])
  expect(list(`Cem/${IN_COURSE}`)).toEqual([])
  expect(documented('anneal course --json', await says('Bob', 'course', '--json'))).toMatchObject({
    release: 2,
    edited: [{ path: `${IN_COURSE}/stereo.md`, beside: `${IN_COURSE}/stereo.md.course-2` }],
  })
})

test('a learner who is killed while a course comes has whole files, and the rest with the next sync', async () => {
  const hub = await openTestHub({ people: PEOPLE })
  const { begin, sync, run, write, read, list } = openClassroom(hub)
  const names = Array.from({ length: 30 }, (_, n) => `d${n}`)
  for (const name of names) write(`course/decks/${name}.md`, deck(name, 'x'.repeat(500)))
  expect((await sync('Tom')).status).toBe(0)
  expect((await run('Tom', 'course', 'push', 'course')).status).toBe(0)

  let blobs = 0
  let killed: ChildProcess | undefined
  const between = createServer(async ({ url = '', headers }, reply) => {
    if (url.startsWith('/v1/blobs/') && ++blobs === 20) killed?.kill('SIGKILL')
    const answer = await fetch(new URL(url, hub.url), {
      headers: { authorization: headers.authorization ?? '' },
    })
    reply.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((done) => between.listen(0, '127.0.0.1', done))
  onTestFinished(() => void between.close().closeAllConnections())
  const { port } = between.address() as AddressInfo
  killed = begin('Ann', ['sync', `http://127.0.0.1:${port}`])
  await once(killed, 'exit')
  expect(killed.signalCode).toBe('SIGKILL')

  const there = list(`Ann/${IN_COURSE}`).filter((name) => !name.startsWith('.'))
  expect(there.length).toBeGreaterThan(0)
  expect(there.length).toBeLessThan(names.length)
  const isWhole = (name: string) =>
    read(`Ann/${IN_COURSE}/${name}`) === deck(name.replace('.md', ''), 'x'.repeat(500))
  expect(there.filter((name) => !isWhole(name))).toEqual([])
  expect((await sync('Ann')).status).toBe(0)
  expect(list(`Ann/${IN_COURSE}`).filter(isWhole)).toHaveLength(names.length)
})
