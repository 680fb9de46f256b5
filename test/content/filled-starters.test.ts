import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findSubmissions } from '../../src/author/labelled-submission.ts'
import { type Exercise, LANGUAGES, type Language } from '../../src/core/exercise.ts'
import { Problem } from '../../src/core/problem.ts'
import type { Type } from '../../src/core/signature.ts'
import { openJudge } from '../../src/grader/grade-submission.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import { drawnExercises } from '../drawn-by-commit.ts'
import { CACHE_ROOT } from '../grader/scale-scores.ts'
import { shippedExercises } from '../shipped-exercises.ts'
import { openJudging } from './open-judging.ts'

/**
 * Of every exercise that the commit draws, in every language: who writes a right body into the starter, and changes nothing else, is accepted.
 * And of every exercise: type checkers are quiet. The body calls an accepted submission that stands behind the starter.
 */
const STARTERS = shippedExercises().flatMap((exercise) =>
  LANGUAGES.map((language) => ({ id: exercise.id, exercise, language })),
)
const { drawn } = drawnExercises()
const { graderRoot, nursery, limit, notRun } = openJudging(drawn)

test('there are exercises', () => {
  expect(STARTERS.length).toBeGreaterThan(0)
})

describe.concurrent('a right body makes the starter right', () => {
  test.each(STARTERS.filter(({ id }) => drawn.includes(id)))(
    '$id in $language',
    ({ exercise, language }) =>
      limit(async () => {
        const judge = openJudge({ graderRoot, cacheRoot: CACHE_ROOT, seed: exercise.id, nursery })
        const source = filled(exercise, language)
        const submission = { exercise: { ...exercise, budget: undefined }, language, source }
        try {
          const { verdict } = await judge.grade({
            ...submission,
            fileName: `filled${supportFor(language).extension}`,
          })
          expect(verdict).toMatchObject({ kind: 'accepted' })
        } catch (error) {
          // A tool that this machine does not have.
          if (!(error instanceof Problem) || process.env['CI'] === 'true') throw error
          notRun.push(`${exercise.id} in ${language}: ${error.message}`)
        }
      }),
    120_000,
  )
})

test('TypeScript finds no fault with starters, nor with right bodies in them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'starters-'))
  for (const { exercise, language } of STARTERS) {
    if (language !== 'ts' && language !== 'js') continue
    const { starter, extension, companions } = supportFor(language)
    const write = (name: string, text: string) => writeFileSync(join(folder, exercise.id, name), text)
    mkdirSync(join(folder, exercise.id), { recursive: true })
    write(`starter-${language}${extension}`, starter(exercise, 'zh'))
    write(`filled-${language}${extension}`, filledByImport(exercise, language))
    write('right.ts', rightAnswer(exercise, 'ts'))
    for (const companion of companions(exercise)) {
      if (companion.kind === 'text') write(companion.name, companion.text)
    }
  }
  const files = globSync('*/*.{ts,js}', { cwd: folder })
  expect(said([...files, '--checkJs', '--allowImportingTsExtensions'], folder)).toBe('')
  rmSync(folder, { recursive: true })
})

/** The right answer keeps its types, so that the starter's must fit them. */
function filledByImport(exercise: Exercise, language: Language): string {
  const { functionName, spell } = supportFor(language)
  const args = exercise.signature.params.map((param) => spell(param.name)).join(', ')
  const body = withBody(exercise, language)(`  return right(${args})\n`)
  return `import { ${functionName(exercise.id)} as right } from './right.ts'\n${body}`
}

function said(args: readonly string[], cwd: string): string {
  const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
  try {
    return execFileSync(process.execPath, [tsc, '--noEmit', '--strict', ...args], { cwd, encoding: 'utf8' })
  } catch (error) {
    return String((error as { readonly stdout: unknown }).stdout)
  }
}

/** The starter with a right body in the place of the line that throws. */
function filled(exercise: Exercise, language: Language): string {
  const { functionName, spell } = supportFor(language)
  return FILLINGS[language]({
    starter: withBody(exercise, language),
    name: functionName(exercise.id),
    args: exercise.signature.params.map((param) => spell(param.name)).join(', '),
    returns: exercise.signature.returns,
    right: rightAnswer(exercise, language),
  })
}

function withBody(exercise: Exercise, language: Language): (body: string) => string {
  const starter = supportFor(language).starter(exercise, 'zh')
  const parts = starter.split(/^.*not implemented.*\n/m)
  expect(parts).toHaveLength(2)
  return (body) => parts.join(body)
}

/** In JavaScript that is one in TypeScript, without its types. */
function rightAnswer({ id }: Exercise, language: Language): string {
  const written = supportFor(language).variantOf ?? language
  const right = findSubmissions(join('graders', id, 'submissions')).find(
    ({ label, language: its, fileName }) =>
      label.kind === 'accepted' && its === written && !CONVERTED.has(fileName),
  )
  if (right === undefined) throw new Error(`${id} has no accepted submission in ${written}`)
  return written === language ? right.source : stripTypeScriptTypes(right.source)
}

/** Accepted, though it does not return what the starter's types say. */
const CONVERTED: ReadonlySet<string> = new Set(['plain-array.ts', 'list_of_indices.py'])

interface Filling {
  /** With this body. */
  readonly starter: (body: string) => string
  readonly name: string
  readonly args: string
  readonly returns: Type
  /** An accepted submission. */
  readonly right: string
}

const FILLINGS: { readonly [L in Language]: (filling: Filling) => string } = {
  ts: fillJavaScript,
  js: fillJavaScript,
  py: ({ starter, name, args, right }) =>
    `${starter(`    return right()(${args})\n`)}
def right():
${right.replace(/^(?=.)/gm, '    ')}
    return ${name}
`,
  cpp: fillCpp,
}

function fillJavaScript({ starter, name, args, right }: Filling): string {
  return `${starter(`  return right()(${args})\n`)}
function right() {
${right.replace(/^export /gm, '')}
return ${name}
}
`
}

/** The submission's struct is another one than the starter's. */
function fillCpp({ starter, name, args, returns, right }: Filling): string {
  const INCLUDE = /^#include .*\n/gm
  const body = `  const auto answer = right::${name}(${args});\n  return ${membersOf('answer', returns, supportFor('cpp').spell)};\n`
  const before = `${[...right.matchAll(INCLUDE)].join('')}namespace right {\n${right.replace(INCLUDE, '')}\n}\n`
  return starter(body).replace(/^#include .*\n/, (line) => line + before)
}

function membersOf(value: string, type: Type, spell: (name: string) => string): string {
  if (type.kind !== 'record') return value
  return `{${type.fields.map((field) => membersOf(`${value}.${spell(field.name)}`, field.type, spell)).join(', ')}}`
}
