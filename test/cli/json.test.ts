import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findCommand } from '../../src/cli/arguments/find-command.ts'
import { ANNEAL } from '../../src/cli/command-table.ts'
import { SETTING_KEYS } from '../../src/core/settings.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { pathsBelow } from './paths-below.ts'
import { runAnneal } from './run-anneal.ts'

drawTests('cli', 'output')

const root = mkdtempSync(join(tmpdir(), 'anneal-json-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const home = join(root, 'home')
const submissions = resolve('graders/adam/submissions')

/** A file that is named as a starter is, and an input to it. */
const RAN = join(root, 'nms.ts')
const INPUT = join(root, 'input.json')
writeFileSync(RAN, 'export const nms = () => ({ shape: [0], data: new Int32Array(0) })\n')
writeFileSync(INPUT, '{"boxes": [[0, 0, 4, 4]], "scores": [0.5], "threshold": 0.5}')

const DOCUMENT = readFileSync('docs/json.md', 'utf8')
const SECTIONS = DOCUMENT.split(/^## /m)

function sectionOf(title: string): string {
  const section = SECTIONS.find((text) => text.slice(0, text.indexOf('\n')).includes(title))
  if (section === undefined) throw new Error(`docs/json.md has no section ${title}`)
  return section
}

/** A deck with a fault. */
const BROKEN = join(root, 'broken.md')
writeFileSync(BROKEN, 'Q: What?\n')

/** A card that was answered and is then in no deck, and another that may go on with its history. */
const OWN = join(home, 'decks', 'own.md')
mkdirSync(dirname(OWN), { recursive: true })
writeFileSync(OWN, '## own/gone\nQ: What?\nA: That.\n')
runAnneal(root, home, 'C', ['review', 'answer', 'own/gone', 'good'])
writeFileSync(OWN, '## own/kept\nQ: What then?\nA: That.\n')
runAnneal(root, home, 'C', ['review', 'answer', 'adam/two-averages', 'good'])

const ARCHIVE = resolve('test/interop/anki/fixtures/latest.apkg')
const GIVEN = resolve('test/store/fixtures/version-9.db')

const SHARED = join(root, 'shared')
mkdirSync(SHARED)

const BROWSE = 'anneal browse --json'
const PLAN = 'anneal plan --json'
const TOPICS = 'anneal topics --json'
const GRADE = 'anneal grade ID FILE --json'
const EXERCISE = 'anneal exercise --json'

/** What is printed, the section of docs/json.md, and the words. */
const PRINTED: readonly (readonly [string, string, readonly string[]])[] = [
  ['the summary', 'anneal --json', ['--json']],
  ['the queue', 'anneal review --json', ['review', '--json']],
  ['an interview', 'anneal review --json', ['review', '--interview', '--json']],
  ['an answer', 'anneal review --json', ['review', 'answer', 'adam/first-moment', 'good', '--json']],
  ['a card that is suspended', 'anneal review --json', ['review', 'suspend', 'adam/first-moment', '--json']],
  ['what is suspended', 'anneal review --json', ['review', 'suspended', '--json']],
  ['an exercise', EXERCISE, ['exercise', 'adam', '--json']],
  ['the list of exercises', EXERCISE, ['exercise', '--list', '--json']],
  ['a hint', EXERCISE, ['exercise', '--hint', '--json']],
  ['a solution', EXERCISE, ['exercise', '--give-up', '--json']],
  ['a run', 'anneal run --json', ['run', RAN, '--input', INPUT, '--json']],
  ['statistics', 'anneal stats --json', ['stats', '--json']],
  ['a fit', 'anneal optimize --json', ['optimize', '--json']],
  ['a forecast of the workload', 'anneal workload --json', ['workload', '--days', '9', '--json']],
  ['no plan', PLAN, ['plan', '--json']],
  ['a plan', PLAN, ['plan', '--interview', '9', '--minutes', '12', '--json']],
  ['a plan that has ended', PLAN, ['plan', '--off', '--json']],
  ['a flagged card', BROWSE, ['review', 'flag', 'adam/first-moment', 'wrong', 'sign', '--json']],
  ['a card with another day', BROWSE, ['review', 'due', 'adam/two-averages', '3', '--json']],
  ['a forgotten card', BROWSE, ['review', 'forget', 'adam/first-moment', '--json']],
  ['found cards', BROWSE, ['browse', 'deck:adam', '--json']],
  ['pages of cards', BROWSE, ['browse', 'id:adam/first-moment', '--full', '--json']],
  ['the topics', TOPICS, ['topics', '--json']],
  ['a chosen topic', TOPICS, ['topics', 'choose', 'nms', 'optimisers', '--json']],
  ['an excluded topic', TOPICS, ['topics', 'exclude', 'hough', '--json']],
  ['a topic in its turn again', TOPICS, ['topics', 'include', 'hough', '--json']],
  ['a weighed topic', TOPICS, ['topics', 'weigh', 'hough', '3', '--json']],
  ['the settings', 'anneal config --json', ['config', 'locale', '--json']],
  ['a submission', GRADE, ['submit', RAN, '--json']],
  ['a comparison', 'anneal diff --json', ['diff', RAN, '--json']],
  ['a backup', 'anneal backup --json', ['backup', '--json']],
  ['the backups', 'anneal backup --json', ['backup', '--list', '--json']],
  ['what a restore would bring', 'anneal restore --json', ['restore', GIVEN, '--dry-run', '--json']],
  ['the state of the program', 'anneal doctor --json', ['doctor', '--json']],
  ['a joined history', 'anneal doctor --json', ['doctor', 'join', 'own/gone', 'own/kept', '--json']],
  ['a clock that was mended', 'anneal doctor --json', ['doctor', 'clock', '--json']],
  [
    'what was exported',
    'anneal export --json',
    ['export', join(root, 'adam.md'), '--deck', 'adam', '--json'],
  ],
  ['what was imported', 'anneal import --json', ['import', ARCHIVE, '--json']],
  ['what was synchronised', 'anneal sync --json', ['sync', SHARED, '--json']],
  ['faults', 'anneal lint --json', ['lint', BROKEN, '--json']],
  ['what is accepted', GRADE, ['grade', 'adam', `${submissions}/accepted/step-by-step.ts`, '--json']],
  ['what is wrong', GRADE, ['grade', 'adam', `${submissions}/wrong/one-base.ts`, '--json']],
]

test.each(PRINTED)('%s is printed as docs/json.md says', (_, title, args) => {
  const { stdout } = runAnneal(root, home, 'C', args)
  const { schema, ...fields } = JSON.parse(stdout)
  expect(schema).toBe(1)
  expect(Object.keys(fields).length).toBeGreaterThan(0)
  const unnamed = Object.keys(fields).filter((name) => !isNamed(name, sectionOf(title)))
  expect(unnamed, `each wants to be named in backticks below "${title}" in docs/json.md`).toEqual([])
  // A list may be that of another section.
  const ofLists = namesInLists(fields).filter((name) => !isNamed(name, DOCUMENT))
  expect(ofLists, 'each wants to be named in backticks in docs/json.md').toEqual([])
})

test('of every command --json prints one of those', () => {
  // Those of a hub, its course and its workers are in tests of their own, where one runs.
  const printing = pathsBelow(ANNEAL).flatMap(([path, { flags }]) =>
    'json' in flags && !/^(?:hub|course|worker)\b/.test(path) ? [path] : [],
  )
  const tried = PRINTED.map(([, , args]) => findCommand(ANNEAL, args).path.replace(/^anneal ?/, ''))
  const untried = printing.filter((path) => !tried.includes(path))
  expect(untried, 'each wants a row in PRINTED, and its section of docs/json.md').toEqual([])
})

const REFUSING = pathsBelow(ANNEAL).filter(([, { flags }]) => !('json' in flags))

test.each(REFUSING)('%s refuses --json in one clear line', (path, { args }) => {
  const words = [...path.split(' '), ...args.map(() => 'adam'), '--json']
  expect(runAnneal(root, home, 'C', words)).toEqual({
    stdout: '',
    stderr: "anneal: unknown option '--json'. See `anneal --help`.\n",
    status: 2,
  })
})

test('an interview is drawn as one, and not by what is due', () => {
  const queueOf = (...args: readonly string[]): readonly { card: string; kind: string }[] =>
    JSON.parse(runAnneal(root, home, 'C', ['review', ...args, '--json']).stdout).queue
  expect(queueOf('--interview', '--limit', '40')).toHaveLength(40)
  expect(queueOf('--interview', '--deck', 'adam').every(({ card }) => card.startsWith('adam/'))).toBe(true)
  expect(queueOf('--cram').length).toBeGreaterThan(500)
})

test('a hint and a solution without an id are those of the exercise opened last, until it is over', () => {
  const fresh = join(root, 'opened')
  const run = (...args: readonly string[]) =>
    JSON.parse(runAnneal(root, fresh, 'C', [...args, '--json']).stdout)
  const today: string = run('exercise', '--hint').exercise
  const other = today === 'adam' ? 'nms' : 'adam'
  run('exercise', other)
  expect(run('exercise', '--hint').exercise).toBe(other)
  expect(run('exercise', '--give-up')).toMatchObject({ exercise: other, language: 'py' })
  expect(run('exercise', '--hint').exercise).toBe(today)
})

test('the settings are printed by name', () => {
  const { schema, ...settings } = JSON.parse(runAnneal(root, home, 'C', ['config', '--json']).stdout)
  expect(schema).toBe(1)
  expect(Object.keys(settings)).toEqual(SETTING_KEYS)
  expect(JSON.parse(runAnneal(root, home, 'C', ['config', 'locale', '--json']).stdout)).toEqual({
    schema: 1,
    locale: 'en',
  })
})

function isNamed(name: string, text: string): boolean {
  return (text.match(/`[^`]+`/g) ?? []).some((code) => new RegExp(`\\b${name}\\b`).test(code))
}

function namesInLists(fields: object): readonly string[] {
  const firsts = Object.values(fields).flatMap((value) => (Array.isArray(value) ? value.slice(0, 1) : []))
  return firsts.flatMap((item) => (typeof item === 'object' && item !== null ? Object.keys(item) : []))
}
