import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pullCourse } from '../../../src/app/course/pull-course.ts'
import { invite } from '../../../src/hub/people/invite.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import { courseOf, type Files } from '../../hub/course/course-of.ts'
import { openTestHub, type TestHub } from '../../hub/open-test-hub.ts'
import { sharedPath } from '../sync/open-learner.ts'
import { AS_BEFORE, openPupil, type Pupil } from './open-pupil.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub')

const PATHS = ['decks/a.md', 'decks/b.md', 'decks/images/c.png'] as const
type Path = (typeof PATHS)[number]

/** None of the texts is a card: whose cards clash is another test's. */
const RELEASE = fc.record(
  Object.fromEntries(PATHS.map((path) => [path, fc.constantFrom('one', 'two', 'three')])),
  { requiredKeys: [] },
) as fc.Arbitrary<Files>

const MACHINE = fc.constantFrom(0, 1)
const PATH = fc.constantFrom(...PATHS)

type Step =
  | { readonly kind: 'release'; readonly files: Files }
  | { readonly kind: 'edit' | 'delete'; readonly machine: number; readonly path: Path }
  | { readonly kind: 'pull'; readonly machine: number; readonly cutAfter: number | undefined }
  | { readonly kind: 'folder'; readonly machine: number }

const PUSHED: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('release'), files: RELEASE })
const TOUCHED: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('edit', 'delete'),
  machine: MACHINE,
  path: PATH,
})
const PULLED: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('pull'),
  machine: MACHINE,
  cutAfter: fc.option(fc.nat(2), { nil: undefined }),
})
const FOLDER: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('folder'), machine: MACHINE })

async function openCourse(hub: TestHub, course: string) {
  const tokens: Record<string, string> = {}
  for (const [name, role] of [
    ['Tom', 'teacher'],
    ['Ann', 'learner'],
  ] as const)
    tokens[name] = (await invite(hub.hub.db, { name, course, role }, 0)).token
  const own: TestHub = {
    ...hub,
    tokens,
    ask: (name, path, init = {}) =>
      fetch(new URL(path, hub.url), {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${tokens[name]}` },
      }),
  }
  const { push } = courseOf(own, 'Tom')
  let version = 0
  return {
    pupil: () => openPupil(own, 'Ann'),
    release: async (files: Files) => {
      const { version: made } = (await (await push(version, files)).json()) as { readonly version: number }
      version = made
    },
  }
}

/** Whether it came to its end; else as if the line broke, or the process died, behind so many files. */
async function cutPull({ deps, connect, content }: Pupil, after: number): Promise<boolean> {
  const connection = await connect()
  let asked = 0
  const cut = {
    ...connection,
    askBytes: (...question: Parameters<typeof connection.askBytes>) =>
      asked++ < after ? connection.askBytes(...question) : Promise.reject(new Error('cut')),
  }
  try {
    await pullCourse({ ...deps, content: await content() }, cut, AS_BEFORE)
    return true
  } catch (error) {
    if (error instanceof Error && error.message === 'cut') return false
    throw error
  }
}

let courses = 0
const nextCourse = () => `course-${++courses}`

const LAST_PULL: Step = { kind: 'pull', machine: 0, cutAfter: undefined }

test('whatever comes in whichever order, a learner’s files are what they made of them, and else the newest release', async () => {
  const hub = await openTestHub()
  const steps = fc.array(fc.oneof(PUSHED, TOUCHED, PULLED), { minLength: 4, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(steps, async (drawn) => {
      const name = nextCourse()
      const { pupil, release } = await openCourse(hub, name)
      const ann = pupil()
      const place = (path: string) => path.replace('decks', `decks/${name}`)
      let newest: Files = {}
      // What the learner made of a file: a text, or undefined where they deleted it.
      const made = new Map<string, string | undefined>()
      const had = new Set<string>()
      await release({ 'decks/first.md': 'first' })
      for (const [at, step] of [...drawn, LAST_PULL].entries()) {
        switch (step.kind) {
          case 'release':
            newest = step.files
            await release(newest)
            break
          case 'edit':
            made.set(step.path, `mine ${at}`)
            ann.write(place(step.path), `mine ${at}`)
            break
          case 'delete':
            if (ann.read(place(step.path)) === undefined) break
            ann.remove(place(step.path))
            if (had.has(step.path)) made.set(step.path, undefined)
            else made.delete(step.path)
            break
          case 'pull':
            if (!(await cutPull(ann, step.cutAfter ?? Number.POSITIVE_INFINITY))) break
            for (const path of PATHS) {
              if (path in newest) had.add(path)
              else had.delete(path)
              // What the course gives up and gives again is new.
              if (!(path in newest) && made.has(path) && made.get(path) === undefined) made.delete(path)
              const expected = made.has(path) ? made.get(path) : newest[path]
              expect([path, ann.read(place(path))]).toEqual([path, expected])
            }
        }
      }
    }),
    { numRuns: 8 },
  )
})

test('two machines, by the hub and by a folder, come to the same, and no text of the learner’s is lost', async () => {
  const hub = await openTestHub()
  const length = { minLength: 6, maxLength: 14 }
  const steps = fc.oneof(
    fc.array(fc.oneof(PUSHED, PULLED, FOLDER, FOLDER), length),
    fc.array(fc.oneof(PUSHED, TOUCHED, PULLED, FOLDER, FOLDER), length),
  )
  await fc.assert(
    fc.asyncProperty(steps, async (drawn) => {
      const name = nextCourse()
      const { pupil, release } = await openCourse(hub, name)
      const machines = [pupil(), pupil()] as const
      const shared = sharedPath()
      const place = (path: string) => path.replace('decks', `decks/${name}`)
      const standing = new Map<string, string>()
      let newest: Files = { 'decks/first.md': 'first' }
      let touched = false
      await release(newest)
      for (const [at, step] of drawn.entries()) {
        if (step.kind === 'release') {
          newest = step.files
          await release(newest)
          continue
        }
        const machine = machines[step.machine === 0 ? 0 : 1]
        if (step.kind === 'pull') await cutPull(machine, step.cutAfter ?? Number.POSITIVE_INFINITY)
        if (step.kind === 'folder') await machine.syncFolder(shared)
        if (step.kind !== 'edit' && step.kind !== 'delete') continue
        touched = true
        // The learner themselves throws away what is there.
        const there = machine.read(place(step.path))
        if (there !== undefined) standing.delete(there)
        if (step.kind === 'edit') {
          machine.write(place(step.path), `mine ${at}`)
          standing.set(`mine ${at}`, step.path)
        } else if (there !== undefined) machine.remove(place(step.path))
      }
      for (let round = 0; round < 2; round++) {
        for (const machine of machines) await machine.pull()
        for (const machine of [...machines, ...machines]) await machine.syncFolder(shared)
      }
      const [one, other] = machines.map((machine) => filesOf(machine, `decks/${name}`))
      expect(visible(one)).toEqual(visible(other))
      const texts = new Set([...(one?.values() ?? []), ...(other?.values() ?? [])])
      expect([...standing.keys()].filter((text) => !texts.has(text))).toEqual([])
      if (touched) return
      const expected = Object.entries(newest).map(([path, text]) => [place(path), text])
      expect(new Map(one)).toEqual(new Map(expected as [string, string][]))
    }),
    { numRuns: 8 },
  )
})

/** With what lies beside them, and what was moved aside. */
function filesOf({ deps: { folders } }: Pupil, folder: string): ReadonlyMap<string, string> {
  const paths = globSync('**', { cwd: join(folders.home, folder), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    paths.sort().map((path) => [path.slice(folders.home.length + 1), readFileSync(path, 'utf8')]),
  )
}

/** What each machine keeps beside its files is its own. */
function visible(files: ReadonlyMap<string, string> | undefined) {
  return [...(files ?? [])].filter(([path]) => !/\.(?:conflict|course)-[0-9a-f]+$/.test(path))
}
