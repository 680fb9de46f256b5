import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parseExercise } from '../../src/content/parse-exercise.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import type { Grading } from '../../src/core/grading.ts'
import { describeIsolation, type Isolation } from '../../src/grader/describe-isolation.ts'
import { type Judge, openJudge } from '../../src/grader/grade-submission.ts'
import { ownLanguages } from '../../src/grader/languages/all-languages.ts'
import type { OuterKind } from '../../src/grader/protocol/compiling.ts'
import { DANGERS, type Danger } from '../../src/grader/protocol/language.ts'
import { type Nursery, openNursery } from '../../src/grader/run/nursery.ts'
import { buildGraders } from '../../tools/build-graders.ts'
import { drawOneOfEach, isDrawn } from '../drawn-by-commit.ts'
import { CACHE_ROOT } from '../grader/scale-scores.ts'
import { type Attack, aimed, findAttacks, processesIn, type Targets } from './attack.ts'

vi.setConfig({ maxConcurrency: 4 })

const OUTPUT_BYTES = 2 ** 18
const ATTACKS = findAttacks()

/** Each attack in each way to begin a process of its language. */
const WAYS: readonly Way[] = ATTACKS.flatMap((attack) => [
  { attack, how: 'started' },
  ...(attack.language === 'py' ? [{ attack, how: 'forked' } as const] : []),
])
const [ON_MACHINE, ON_JUDGE] = [
  WAYS.filter(({ attack }) => isOnMachine(attack)),
  WAYS.filter(({ attack }) => !isOnMachine(attack)),
]

interface Way {
  readonly attack: Attack
  /** Whether the process is forked from one that is ready, where its language has such a one. */
  readonly how: 'started' | 'forked'
}

interface Defence {
  readonly layer: OuterKind
  readonly ways: readonly Way[]
}

/**
 * Each attack on the machine meets the strongest layer that works here, in one way, and each weaker one in one of its languages too. Of the
 * others a third meets the strongest. Each commit draws which.
 */
const DEFENCES: readonly Defence[] = [
  {
    layer: 'bubblewrap',
    ways: [
      ...drawOneOfEach(ON_MACHINE, ({ attack }) => attack.fileName, nameOf),
      ...drawOneOfEach(ON_JUDGE, ({ attack }) => attack.fileName, nameOf).filter((way) =>
        isDrawn(nameOf(way), 'attacks', 'grader'),
      ),
    ],
  },
  { layer: 'namespaces', ways: drawnWays('namespaces') },
  { layer: 'none', ways: drawnWays('none') },
]

test('each danger is tried in each language', () => {
  const untried = ownLanguages().flatMap(({ language, name }) =>
    DANGERS.filter(
      (danger) => !ATTACKS.some((attack) => attack.language === language && attack.danger === danger),
    ).map((danger) => `${name}: ${danger}`),
  )
  expect(untried, 'each wants a file in test/attacks/submissions, as the other languages have').toEqual([])
})

function drawnWays(layer: OuterKind): readonly Way[] {
  return drawOneOfEach(
    ON_MACHINE,
    ({ attack }) => stemOf(attack.fileName),
    (way) => `${layer} ${nameOf(way)}`,
  )
}

function nameOf({ attack, how }: Way): string {
  return `${how} ${attack.fileName}`
}

function isOnMachine({ danger, everywhere, visibleIn }: Attack): boolean {
  return danger !== undefined || everywhere || visibleIn.length > 0
}

/** What came of each attack in each layer that there is here: `read-files bubblewrap`. */
const outcomes = new Map<string, string[]>()
const layersHere = new Set<string>()

let place: string
let graderRoot: string
let exercise: Exercise
let targets: Targets
let server: Server
let victim: ChildProcess
let knocks = 0

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'attacked-'))
  const home = mkdtempSync(join(place, 'home-'))
  writeFileSync(join(home, 'notes.txt'), 'notes')
  writeFileSync(join(home, 'anneal.db'), 'database')
  graderRoot = mkdtempSync(join(place, 'graders-'))
  await buildGraders('graders', graderRoot, ['mean-filter'])
  exercise = exerciseOf('mean-filter')
  server = createServer((socket) => {
    knocks++
    socket.destroy()
  }).listen(0, '127.0.0.1')
  // Until its stdin ends, with us: on a slow machine the attacks take longer than any time that is set here.
  victim = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
  await new Promise((resolve) => server.once('listening', resolve))
  vi.stubEnv('ANNEAL_ATTACK', 'hushhush')
  targets = {
    home,
    graders: graderRoot,
    database: join(home, 'anneal.db'),
    secret: 'hushhush',
    judge: String(process.pid),
    victim: String(victim.pid),
    port: String((server.address() as AddressInfo).port),
    mark: String(process.pid),
  }
})

afterAll(() => {
  victim.kill('SIGKILL')
  server.close()
  rmSync(place, { recursive: true })
})

describe.each(DEFENCES)('in the layer $layer, or the strongest that works here', ({ layer, ways }) => {
  let nursery: Nursery
  let isolation: Isolation
  let scratch: string
  const judges = new Map<string, Judge>()
  beforeAll(async () => {
    vi.stubEnv('ANNEAL_ISOLATION', layer)
    scratch = mkdtempSync(join(place, 'scratch-'))
    vi.stubEnv('TMPDIR', scratch)
    isolation = await describeIsolation({ graderRoot, cacheRoot: CACHE_ROOT })
    nursery = openNursery()
    for (const { language, open } of isolation.languages) {
      // The run says what the platform cannot deny.
      if (open.length > 0) console.warn(`NOT DENIED in ${language} (${isolation.layer}): ${open.join(', ')}`)
    }
  })

  test.concurrent.each(ways)('$attack.fileName, $how', async (way) => {
    const { attack } = way
    if (attack.needs !== undefined && isOpenTo(attack.language, attack.needs))
      return console.warn(`NOT TRIED: ${attack.fileName}, for ${attack.needs} is not denied here.`)
    const grading = await grade(way)
    const told = tell(grading)
    const { kind } = grading.verdict
    record(attack, told.includes('REACHED') ? 'visible' : 'denied')
    if (isOpen(attack)) expect(`${kind}: ${told}`).toMatch(/^runtime-error: .*REACHED/s)
    else
      expect({ kind, told }).toEqual({
        kind: attack.verdict,
        told: expect.stringContaining(attack.message),
      })
    expect(`${told}${grading.stdout}${grading.stderr}`).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]/)
  })

  test('nothing is left: no process, no file, and the victims are whole', async () => {
    await nursery[Symbol.asyncDispose]()
    expect(readdirSync(scratch)).toEqual([])
    await expect.poll(() => processesIn(scratch), { timeout: 60_000 }).toEqual([])
    expect(victim.exitCode ?? victim.signalCode).toBeNull()
    const open = isolation.languages.flatMap((one) => one.open)
    if (!open.includes('network')) expect(knocks).toBe(0)
    if (!open.includes('write files')) {
      expect(readdirSync(targets.home).sort()).toEqual(['anneal.db', 'notes.txt'])
      expect(readFileSync(join(targets.home, 'notes.txt'), 'utf8')).toBe('notes')
      const filled = [tmpdir(), '/tmp', '/dev/shm'].flatMap((folder) => readdirSync(folder))
      expect(filled.filter((name) => name.startsWith(`filled-${targets.mark}`))).toEqual([])
    }
  })

  function grade(way: Way): Promise<Grading> {
    const { attack } = way
    return judgeOf(way).grade({
      exercise: attack.budget ? exercise : { ...exercise, budget: undefined },
      language: attack.language,
      source: aimed(attack, targets),
      fileName: attack.fileName,
    })
  }

  /** The attacks that have the same limits share the cases. */
  function judgeOf({ attack: { requestMs, memoryMb }, how }: Way): Judge {
    const key = `${how} ${requestMs} ${memoryMb}`
    const limits = { requestMs, memoryMb, outputBytes: OUTPUT_BYTES }
    const setting = { seed: 'attack', graderRoot, cacheRoot: CACHE_ROOT, limits }
    const judge =
      judges.get(key) ?? openJudge({ ...setting, nursery: how === 'forked' ? nursery : undefined })
    judges.set(key, judge)
    return judge
  }

  function record({ fileName }: Attack, outcome: string): void {
    const key = `${stemOf(fileName)} ${isolation.layer}`
    outcomes.set(key, [...(outcomes.get(key) ?? []), outcome])
    if (isolation.languages.every(({ open }) => open.length === 0)) layersHere.add(isolation.layer)
  }

  function isOpen({ language, danger, visibleIn }: Attack): boolean {
    if (visibleIn.includes(isolation.layer)) return true
    return danger !== undefined && isOpenTo(language, danger)
  }

  function isOpenTo(language: Attack['language'], danger: Danger): boolean {
    const found = isolation.languages.find((one) => one.language === language)
    return found?.open.includes(danger) === true
  }
})

/** In each language a name is written in its own way. */
function stemOf(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '').replaceAll('_', '-')
}

/** Of docs/security.md: what is tried, by which attacks, and what is said of each layer. */
interface Row {
  readonly what: string
  readonly attacks: readonly string[]
  readonly cells: ReadonlyMap<string, string>
}

function readRows(markdown: string): readonly Row[] {
  const [head = [], , ...rows] = (/^\| what \| tried by(?:.*\n)(?:\|.*\n)+/m.exec(markdown)?.[0] ?? '')
    .trim()
    .split('\n')
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  return rows.map(([what = '', attacks = '', ...cells]) => ({
    what,
    attacks: [...attacks.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    cells: new Map(cells.map((cell, at) => [head[at + 2] ?? '', cell])),
  }))
}

describe.skipIf(process.platform !== 'linux')('docs/security.md', () => {
  const rows = readRows(readFileSync('docs/security.md', 'utf8'))
  test('has its table, of attacks that there are', () => {
    expect(rows.length).toBeGreaterThan(8)
    const known = new Set(ATTACKS.map(({ fileName }) => stemOf(fileName)))
    expect(rows.flatMap(({ attacks }) => attacks).filter((name) => !known.has(name))).toEqual([])
    for (const { what, attacks, cells } of rows) {
      expect(attacks, what).not.toEqual([])
      expect([...cells.keys()]).toEqual(['bubblewrap', 'namespaces', 'none'])
    }
  })

  test.each(
    rows.flatMap((row) => [...row.cells].map(([layer, cell]) => [row.what, layer, cell, row] as const)),
  )('says of %s in the layer %s: %s', (_, layer, cell, { attacks }) => {
    if (!layersHere.has(layer))
      return console.warn(`NOT TRIED: ${layer}, which does not work here, or not with Landlock.`)
    for (const name of attacks) {
      const found = outcomes.get(`${name} ${layer}`)
      expect([name, ...new Set(found)]).toEqual([name, cell])
    }
  })
})

function exerciseOf(id: string): Exercise {
  const path = `exercises/${id}/exercise.yaml`
  const { exercise: parsed } = parseExercise(readFileSync(path, 'utf8'), id, path)
  if (parsed === undefined) throw new Error(`${path} has faults`)
  return parsed
}

/** What the learner is told. */
function tell({ verdict }: Grading): string {
  const summary = 'failure' in verdict ? verdict.failure?.summary : undefined
  const text = 'message' in verdict ? verdict.message : 'detail' in verdict ? verdict.detail : undefined
  return [summary?.en, text?.en].filter((part) => part !== undefined).join(' | ')
}
