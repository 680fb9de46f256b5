import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Places } from '../../src/cli/folders.ts'
import { gradables } from '../../src/cli/hub/find-gradable.ts'
import { gradeSubmission } from '../../src/grader/grade-submission.ts'
import { courseOf, type Files } from '../hub/course/course-of.ts'
import { HUB_COURSE, openTestHub } from '../hub/open-test-hub.ts'

const GUIDE = readFileSync('docs/own-exercises.md', 'utf8')
const ID = 'clip-values'

/** The exercise of docs/own-exercises.md. */
function exerciseOfGuide(): Files {
  const [yaml = ''] = blocks('yaml')
  const [statement = ''] = blocks('markdown')
  const [reference = '', grader = '', rules = ''] = blocks('ts')
  return {
    [`exercises/${ID}/exercise.yaml`]: yaml,
    [`exercises/${ID}/statement.en.md`]: statement,
    [`graders/${ID}/reference.ts`]: reference,
    [`graders/${ID}/grader.ts`]: grader,
    [`graders/${ID}/rules.ts`]: rules,
  }
}

function blocks(language: string): readonly string[] {
  const found = GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))
  return Array.from(found, ([, text = '']) => text)
}

test('a worker judges an exercise of a course by its release, where it may run what teachers write', async () => {
  const there = await openTestHub({ people: { Tom: 'teacher' } })
  const { push } = courseOf(there, 'Tom')
  const files = exerciseOfGuide()
  expect((await push(0, files)).status).toBe(200)
  const second = { ...files, [`graders/${ID}/reference.ts`]: REVERSED }
  expect((await push(1, second)).status).toBe(200)
  const places = placesOfTest()
  const find = await gradables(there.hub.db, { places, trusts: true })
  expect(await verdictBy(find, 1, places)).toBe('accepted')
  expect(await verdictBy(find, 2, places)).toBe('wrong-answer')
  expect(await find('adam', HUB_COURSE, 2)).toMatchObject({ graderRoot: places.graders })
  expect(await find('unheard-of', HUB_COURSE, 2)).toBeUndefined()
  expect(await find(ID, HUB_COURSE, null)).toBeUndefined()
})

test('and tells what it would need, where it may not', async () => {
  const there = await openTestHub({ people: { Tom: 'teacher' } })
  await courseOf(there, 'Tom').push(0, exerciseOfGuide())
  const find = await gradables(there.hub.db, { places: placesOfTest(), trusts: false })
  await expect(find(ID, HUB_COURSE, 1)).rejects.toMatchObject({
    remedy: expect.stringContaining('anneal worker --trust'),
  })
})

const RIGHT =
  'export const clipValues = ({ shape, data }, limit) => ({ shape, data: data.map((x) => Math.min(Math.max(x, -limit), limit)) })'

/** Another release asks for something else. */
const REVERSED = `import type { Nd } from 'anneal/kit'
export function clipValues({ shape, data }: Nd<'f32'>, limit: number): Nd<'f32'> {
  return { shape, data: data.map((x) => -Math.min(Math.max(x, -limit), limit)) }
}`

async function verdictBy(
  find: Awaited<ReturnType<typeof gradables>>,
  release: number,
  { cache }: Places,
): Promise<string> {
  const found = await find(ID, HUB_COURSE, release)
  if (found === undefined) throw new Error('not found')
  const submission = { language: 'js', source: RIGHT, fileName: 'clipValues.js', seed: 'test' } as const
  return (await gradeSubmission({ ...found, ...submission, cacheRoot: cache })).verdict.kind
}

/** The program as it was built, and nothing of a learner's. */
function placesOfTest(): Places {
  const home = mkdtempSync(join(tmpdir(), 'anneal-places-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const builtIn = resolve('dist')
  return {
    builtIn,
    graders: join(builtIn, 'graders'),
    home,
    data: home,
    decks: join(home, 'decks'),
    exercises: join(home, 'exercises'),
    ownGraders: join(home, 'graders'),
    backups: join(home, 'backups'),
    database: join(home, 'anneal.db'),
    cache: join(home, 'cache'),
    workspace: join(home, 'workspace'),
  }
}
