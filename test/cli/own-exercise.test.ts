import { execFileSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { drawTests } from '../drawn-by-commit.ts'
import { runAnneal } from './run-anneal.ts'

drawTests('author', 'kit', 'grader', 'app/own-grader')

/** The exercise of docs/own-exercises.md, written by it. */
const ID = 'clip-values'
const SIGNATURE = '(x: f32[N], limit: f64) -> f32[N]'
const GUIDE = readFileSync('docs/own-exercises.md', 'utf8')
const RIGHT =
  'import numpy as np\n\n\ndef clip_values(x, limit):\n    return np.minimum(np.maximum(x, -limit), limit)\n'

let home = ''
/** Where the guide was followed. */
let guided = ''

beforeAll(() => {
  guided = mkdtempSync(join(tmpdir(), 'anneal-own-exercise-'))
  home = guided
  writeByGuide()
  return () => rmSync(guided, { recursive: true })
})

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'anneal-own-exercise-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
})

const run = (...args: readonly string[]) => runAnneal(home, home, 'C', args)
const told = (...args: readonly string[]) => {
  const { stdout, stderr } = run(...args)
  return stdout + stderr
}
const begin = (id = ID) => run('new', 'exercise', id, '--signature', SIGNATURE)
const write = (path: string, text: string) => writeFileSync(join(home, path), text)

/** As after `anneal exercise`. */
function work(text: string): void {
  mkdirSync(join(home, 'workspace', ID), { recursive: true })
  write(`workspace/${ID}/clip_values.py`, text)
}

function followGuide(): void {
  cpSync(guided, home, { recursive: true })
}

/** As the guide has it, block by block. */
function writeByGuide(): void {
  expect(begin().status).toBe(0)
  const [yaml] = blocks('yaml')
  const [statement] = blocks('markdown')
  const [reference, grader, rules] = blocks('ts')
  const [wrong] = blocks('python')
  write(`exercises/${ID}/exercise.yaml`, yaml)
  write(`exercises/${ID}/statement.en.md`, statement)
  write(`graders/${ID}/reference.ts`, reference)
  write(`graders/${ID}/grader.ts`, grader)
  write(`graders/${ID}/rules.ts`, rules)
  write(`graders/${ID}/submissions/wrong/above.py`, wrong)
  write(`graders/${ID}/submissions/accepted/two_steps.py`, RIGHT)
  write(`graders/${ID}/reference.py`, RIGHT)
  for (const name of ['fixtures.py', 'reference.cpp']) rmSync(join(home, 'graders', ID, name))
  const solution = `graders/${ID}/solution.en.md`
  write(solution, readFileSync(join(home, solution), 'utf8').replaceAll('TODO', 'Said'))
}

function blocks(
  language: string,
): readonly string[] & { readonly 0: string; readonly 1: string; readonly 2: string } {
  const found = GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))
  return Array.from(found, ([, text]) => text) as never
}

test('the guide leads to an exercise that is verified, linted, listed, graded and diagnosed', () => {
  followGuide()
  expect(told('verify')).toMatch(
    /^clip-values: 2 of 2 submissions as labelled\nAll as labelled \(seed \w+\)\.\n$/,
  )
  // Without a folder it looks at Anneal's own content too.
  expect(told('lint', 'exercises')).toBe('No faults.\n')
  const { exercises } = JSON.parse(run('exercise', '--list', '--json').stdout)
  expect(exercises.map(({ exercise }: { exercise: string }) => exercise)).toContain(ID)
  expect(told('exercise', ID)).toContain('Clip every number of x to the range')

  write(
    `workspace/${ID}/clip_values.py`,
    readFileSync(join(home, `graders/${ID}/submissions/wrong/above.py`), 'utf8'),
  )
  expect(told('submit', ID)).toContain('clipping from above alone: values below -limit stay')
  write(`workspace/${ID}/clip_values.py`, RIGHT)
  expect(run('submit', ID).status).toBe(0)
  // One language is enough: the other shows the same.
  expect(runAnneal(home, home, 'zh_CN.UTF-8', ['exercise', ID]).stdout).toContain('Clip every number of x')
})

test('giving up shows the text of the solution where no code of it is in the language, or the code where there is no text', () => {
  followGuide()
  const inCpp = told('exercise', ID, '--give-up', '--lang', 'cpp')
  expect(inCpp).toContain('Why it is right')
  expect(inCpp).toContain('There is no code of it in this language.')
  rmSync(join(home, `graders/${ID}/solution.en.md`))
  expect(told('exercise', ID, '--give-up', '--lang', 'py')).toContain('np.minimum')
  expect(told('exercise', ID, '--give-up', '--lang', 'cpp')).toBe(
    `anneal: ${ID} has no solution in C++. Ask for another language with --lang.\n`,
  )
})

test('what is still to be written is told, and no day asks for it', () => {
  begin()
  expect(told('verify', ID)).toContain('statement.en.md:1 is still to be written')
  expect(JSON.parse(run('exercise', '--json').stdout).exercise).not.toBe(ID)
})

test('verify judges with the Python that the settings name, and says what to do where it cannot', () => {
  followGuide()
  const bare = join(home, 'bare')
  execFileSync(process.env['ANNEAL_PYTHON'] ?? 'python3', ['-m', 'venv', '--without-pip', bare])
  run('config', 'python', join(bare, 'bin', 'python'))
  const said = told('verify', ID)
  expect(said).toMatch(
    /accepted\/two_steps\.py: could not be judged: Python .* has no numpy, .* Run `anneal config/,
  )
  expect(said).toMatch(/lacks: reference\.py could not be judged: .* Run `anneal config/)
})

test('a grader that was copied here runs once it is allowed, and not before', () => {
  followGuide()
  rmSync(join(home, 'trusted-graders'))
  work(RIGHT)
  const ran = join(home, 'ran')
  const grader = join(home, `graders/${ID}/grader.ts`)
  writeFileSync(
    grader,
    `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(ran)}, '')\n${readFileSync(grader, 'utf8')}`,
  )
  for (const words of [
    ['submit', ID],
    ['verify', ID],
    ['grade', ID, `workspace/${ID}/clip_values.py`],
  ]) {
    const { stderr, status } = run(...words)
    expect(stderr).toContain(`run \`anneal exercise ${ID} --trust\`.`)
    expect(status).not.toBe(0)
  }
  expect(globSync(ran)).toEqual([])
  expect(run('exercise', ID, '--trust').status).toBe(0)
  expect(run('submit', ID).status).toBe(0)
  expect(globSync(ran)).toEqual([ran])
})

test('a grader that cannot be bundled is told in one line, with its place, whatever lies beside it', () => {
  followGuide()
  write(`graders/${ID}/grader.ts`, "import { x } from './nothing.ts'\nexport const grader = x\n")
  symlinkSync('nowhere', join(home, 'graders', ID, 'notes'))
  const { stderr } = run('verify', ID)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(
    /grader\.ts:1:\d+: Could not resolve ".\/nothing\.ts"\..* may import is `anneal\/kit`/,
  )
  write(`graders/${ID}/reference.ts`, 'const (\n')
  write(`graders/${ID}/grader.ts`, "import './reference.ts'\n")
  // Nothing about imports, where another thing is wrong.
  expect(run('verify', ID).stderr).toMatch(/reference\.ts:1:\d+: Expected .*\. Mend it, then try again\.\n$/)
})

test('a file of the exercise that is not there is asked for, not the program’s own', () => {
  followGuide()
  rmSync(join(home, `exercises/${ID}/exercise.yaml`))
  const lacks = `exercises/${ID}/exercise.yaml:1: There is a statement and no exercise.yaml beside it; write one like`
  expect(run('verify', ID).stderr).toContain(lacks)
  expect(told('lint')).toContain(lacks)
  followGuide()
  rmSync(join(home, `exercises/${ID}/statement.en.md`))
  expect(run('exercise', ID).stderr).toMatch(
    /statement\.en\.md cannot be read\. Write it: docs\/own-exercises\.md/,
  )
})

test.each([
  ['throws', "throw new Error('boom')", /grader\.ts:1 throws when it is loaded: boom\. Mend it/],
  ['leaves', 'process.exit(0)', /grader\.ts ends its process when it is loaded/],
  ['exports nothing', 'const grader = 1', /grader\.ts exports no `grader`/],
])("a grader that %s when it is loaded is told as its author's, and nothing passes", (_, code, says) => {
  followGuide()
  work(RIGHT)
  write(`graders/${ID}/grader.ts`, `${code}\n`)
  for (const words of [
    ['submit', ID],
    ['verify', ID],
  ]) {
    const { stderr, status } = run(...words)
    expect(stderr).toMatch(says)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(status).toBe(2)
  }
})

test.each([
  [
    'has a wrong dtype',
    ['grader.ts', 'f32([2], [0.5, -0.25])', 'u8([2], [1, 2])'],
    'grader.ts, case "inside the limit": x is not an array of f32.',
  ],
  [
    'has a wrong shape',
    ['grader.ts', 'f32([2], [0.5, -0.25])', 'f32([2, 1], [0.5, -0.25])'],
    'grader.ts, case "inside the limit": x has the shape [2, 1], not [N].',
  ],
  [
    'makes the reference throw',
    ['reference.ts', '  return {', "  if (data.length === 2) throw new Error('boom')\n  return {"],
    'reference.ts:5, case "inside the limit": boom.',
  ],
] as const)(
  'a case that %s is told in one line, with its name and its place',
  (_, [file, from, to], says) => {
    followGuide()
    work(RIGHT)
    const path = `graders/${ID}/${file}`
    const source = readFileSync(join(home, path), 'utf8')
    write(path, source.replace(from, to).replace('{ defineGrader, f32 }', '{ defineGrader, f32, u8 }'))
    const said = told('submit', ID)
    expect(said).toContain(`${says}\n`)
    expect(said).not.toMatch(/^ +at /m)
    expect(told('verify', ID)).toContain(`  lacks: No case can be prepared: ${says}\n`)
  },
)

test('verify names a mistake whose code throws, and a card or a deck that is not there', () => {
  followGuide()
  const path = join(home, `graders/${ID}/rules.ts`)
  const rules = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    rules.replace('() => -Infinity', '() => nowhere()').replace('vanishing-gradients/clip-value', 'no/such'),
  )
  const said = told('verify', ID)
  expect(said).toMatch(
    /rules\.ts throws for the mistake one-side in \d+ of \d+ cases: nowhere is not defined\./,
  )
  expect(said).toContain('It names the card no/such, and there is none.')
  const yaml = readFileSync(join(home, `exercises/${ID}/exercise.yaml`), 'utf8')
  write(`exercises/${ID}/exercise.yaml`, yaml.replace(/^topic: .*$/m, 'topic: my-own'))
  expect(told('verify', ID)).toContain('Its topic my-own is no deck')
  mkdirSync(join(home, 'decks'), { recursive: true })
  write('decks/my-own.md', '## my-own/one\nQ: One?\nA: One.\n')
  expect(told('verify', ID)).not.toContain('is no deck')
})

test('an exercise.yaml that cannot be read is told with its line', () => {
  followGuide()
  const path = `exercises/${ID}/exercise.yaml`
  const yaml = readFileSync(join(home, path), 'utf8')
  write(path, yaml.replace('difficulty: ', 'difficulty: very '))
  expect(told('verify', ID)).toMatch(
    /^anneal: .*exercise\.yaml:\d+: The field difficulty is none of .*\. Mend it, then try again; `anneal lint` names all that is wrong\.\n$/,
  )
})

test('an id that Anneal has is refused, and told where it was copied to', () => {
  expect(begin('adam').stderr).toBe('anneal: Anneal has an exercise "adam" of its own. Choose another id.\n')
  followGuide()
  cpSync(join(home, 'exercises', ID), join(home, 'exercises', 'adam'), { recursive: true })
  expect(told('lint')).toContain('Anneal has an exercise "adam" of its own: rename this folder')
})
