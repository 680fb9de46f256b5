import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeExercise } from '../../../src/author/new-exercise/make-exercise.ts'
import { verifyExercise } from '../../../src/author/verify-exercise.ts'
import { loadContent } from '../../../src/content/load-content.ts'
import { parseExercise } from '../../../src/content/parse-exercise.ts'
import { openNursery } from '../../../src/grader/run/nursery.ts'
import { buildGraders } from '../../../tools/build-graders.ts'
import { blocksIn, sectionOf } from '../../example-files.ts'
import { CACHE_ROOT } from '../../grader/scale-scores.ts'

/** "Add an exercise" of CONTRIBUTING.md is followed, block by block; what it does not show lies beside this file. */
const ID = 'precision-envelope'
const REST = resolve(import.meta.dirname, ID)
const SECTION = sectionOf('Add an exercise')
const TYPESCRIPT = ['reference.ts', 'grader.ts', 'rules.ts'] as const

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'contributing-'))
  openClone()
  const [, signature = '', title, titleZh] =
    /`npm start -- new exercise precision-envelope --signature "(.+?)" --title "(.+?)" --title-zh (.+?)`/.exec(
      SECTION,
    ) ?? []
  makeExercise({ root, isOwn: false, locale: 'en' }, { id: ID, signature, title, titleZh })
  for (const part of ['exercises', 'graders'])
    cpSync(join(REST, part), join(root, part, ID), { recursive: true })
  write('exercises', 'exercise.yaml', blocksIn(SECTION, 'yaml')[0])
  for (const [at, name] of TYPESCRIPT.entries()) write('graders', name, blocksIn(SECTION, 'ts')[at])
  const [reference, fixtures, wrong] = blocksIn(SECTION, 'python')
  write('graders', 'reference.py', reference)
  write('graders', 'reference.cpp', blocksIn(SECTION, 'cpp')[0])
  write('graders', 'fixtures.py', fixtures)
  write('graders', 'submissions/wrong/from_start.py', wrong)
})
afterAll(() => rmSync(root, { recursive: true }))

/** With what a clone has beside exercises and graders. */
function openClone(): void {
  for (const folder of ['exercises', 'graders', 'tools']) mkdirSync(join(root, folder))
  for (const shared of ['src', 'node_modules', 'package.json'])
    symlinkSync(resolve(shared), join(root, shared))
  cpSync('tools/write_fixtures.py', join(root, 'tools/write_fixtures.py'))
  const options = {
    extends: resolve('tsconfig.json'),
    include: ['graders'],
    exclude: ['graders/*/submissions'],
    compilerOptions: { typeRoots: [resolve('node_modules/@types')] },
  }
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(options))
  runIn(root, 'git', 'init', '--quiet')
}

function write(part: 'exercises' | 'graders', name: string, text: string | undefined): void {
  if (text === undefined) throw new Error(`CONTRIBUTING.md has no ${name}`)
  writeFileSync(join(root, part, ID, name), text)
}

function runIn(folder: string, command: string, ...args: readonly string[]) {
  const env = { ...process.env, ANNEAL_TRUTH_PYTHON: process.env['ANNEAL_PYTHON'] ?? 'python3' }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('the exercise is one that there is not yet, and each of its blocks is used', () => {
  expect(existsSync(`exercises/${ID}`)).toBe(false)
  const counted = ['yaml', 'ts', 'python', 'cpp'].map((language) => blocksIn(SECTION, language).length)
  expect(counted).toEqual([1, TYPESCRIPT.length, 3, 1])
  expect(SECTION.match(/```/g)).toHaveLength(2 * 8)
})

test('it has the types and the format that the check asks for', () => {
  const checked = runIn(root, process.execPath, resolve('node_modules/typescript/bin/tsc'), '-p', '.')
  expect(checked).toEqual({ status: 0, stdout: '', stderr: '' })
  const biome = resolve('node_modules/@biomejs/biome/bin/biome')
  for (const [at, name] of TYPESCRIPT.entries()) {
    const input = blocksIn(SECTION, 'ts')[at] ?? ''
    const asked = [biome, 'check', '--write', `--stdin-file-path=graders/${ID}/${name}`]
    const { stdout, status } = spawnSync(process.execPath, asked, { input, encoding: 'utf8' })
    expect({ stdout, status }).toEqual({ stdout: input, status: 0 })
  }
})

test('its fixtures are made, listed as new, and with them nothing is missing and each label is met', async () => {
  const made = runIn(root, process.execPath, resolve('tools/make-fixtures.ts'), ID)
  expect(made).toEqual({
    status: 0,
    stdout: `graders/${ID}/fixtures.py\n1 of 1 scripts wrote their fixtures.\nNot as committed:\n?? graders/${ID}/fixtures/numpy.json\n`,
    stderr: '',
  })
  const path = join(root, 'exercises', ID, 'exercise.yaml')
  const { exercise, faults } = parseExercise(readFileSync(path, 'utf8'), ID, path)
  if (exercise === undefined) throw new Error(JSON.stringify(faults))
  const graderRoot = join(root, 'built')
  await buildGraders(join(root, 'graders'), graderRoot)
  const { cards, decks } = await loadContent({ builtIn: '.' })
  await using nursery = openNursery()
  const { judged, gaps } = await verifyExercise({
    exercise,
    folder: join(root, 'graders', ID),
    learnerFolder: join(root, 'exercises', ID),
    linkable: {
      hasCard: (id) => [...cards.keys()].some((card) => card === id),
      hasDeck: (name) => decks.some((deck) => deck.name === name),
    },
    graderRoot,
    cacheRoot: CACHE_ROOT,
    seed: 'contributing',
    valuesIn: nursery,
  })
  expect(gaps).toEqual([])
  expect(judged.filter(({ unmet }) => unmet !== undefined)).toEqual([])
  expect(judged.length).toBe(12)
})
