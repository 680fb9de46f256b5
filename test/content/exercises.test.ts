import { globSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSubmissions } from '../../src/author/labelled-submission.ts'
import { deckPaths } from '../../src/content/deck-paths.ts'
import { loadStatement } from '../../src/content/load-content.ts'
import { parseExercise } from '../../src/content/parse-exercise.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import { LOCALES } from '../../src/core/locale.ts'
import { createRandom, type Random } from '../../src/core/random.ts'
import type { CaseArguments } from '../../src/grader/cases/case.ts'
import { type NamedChoice, namedIn } from '../../src/grader/cases/combination.ts'
import { loadFixtures } from '../../src/grader/cases/fixtures.ts'
import {
  type AnyGrader,
  answerOf,
  completeGrader,
  drawInputs,
  drawRandom,
  prepareCases,
} from '../../src/grader/cases/load-grader.ts'
import { compare } from '../../src/grader/judge/compare.ts'
import { mistakeMade } from '../../src/grader/words/sentences.ts'

/** Adding an exercise adds its tests: nothing here names one. What judging must show, `anneal verify` shows. */
const PATHS = globSync('exercises/*/exercise.yaml').sort()
const HAN = /\p{Script=Han}/u
const MAX_FIXTURE_BYTES = 100_000
const cards = new Set(deckPaths('decks').flatMap(headings))
const topics = deckPaths('decks').map((path) => basename(path, '.md'))

test('there are exercises, and no grader without one', () => {
  expect(PATHS.length).toBeGreaterThan(0)
  expect(globSync('graders/*/grader.ts').map(idOf).sort()).toEqual(PATHS.map(idOf).sort())
})

describe.each(PATHS.map((path) => [idOf(path), path] as const))('%s', (id, path) => {
  let exercise: Exercise
  let grader: AnyGrader

  beforeAll(async () => {
    const parsed = parseExercise(readFileSync(path, 'utf8'), id, path)
    if (parsed.exercise === undefined) throw new Error(JSON.stringify(parsed.faults))
    exercise = parsed.exercise
    grader = completeGrader(exercise, await import(`../../graders/${id}/grader.ts`))
  })

  test('is stated in both languages', () => {
    const [en, zh] = LOCALES.map((locale) => loadStatement(join('exercises', exercise.id), locale)) as [
      string,
      string,
    ]
    expect(en).toMatch(/^\*\*Conventions\*\*/m)
    expect(en).toMatch(/^\*\*Example\*\*/m)
    expect(en).toMatch(/^Source: .+\.$/m)
    expect(en).not.toMatch(HAN)
    expect(zh).toMatch(/^\*\*约定\*\*/m)
    expect(zh).toMatch(/^\*\*示例\*\*/m)
    expect(zh).toMatch(/^来源：.+。$/m)
  })

  test('is explained in both languages once it is solved', () => {
    const [en, zh] = LOCALES.map((locale) => readFileSync(`graders/${id}/solution.${locale}.md`, 'utf8'))
    expect(en).not.toMatch(HAN)
    expect(zh).toMatch(HAN)
    const said = [grader.performance?.fast, grader.performance?.lean, ...causesOf(grader)].filter(
      (text) => text !== undefined,
    )
    if (exercise.budget !== undefined) expect(said.length).toBeGreaterThan(0)
    for (const text of said) {
      expect(text.en).not.toMatch(HAN)
      expect(text.zh).toMatch(HAN)
    }
  })

  test('has a title and three hints in both languages', () => {
    for (const text of [exercise.title, ...exercise.hints]) {
      expect(text.en).not.toMatch(HAN)
      expect(text.zh).not.toBe(text.en)
    }
    expect(exercise.hints.length).toBe(3)
  })

  test('links cards that exist, and a deck', () => {
    const { prerequisites, topic } = exercise
    expect(topics).toContain(topic)
    expect(prerequisites.length).toBeGreaterThanOrEqual(2)
    const linked = [
      ...prerequisites,
      ...mistakesOf(grader).flatMap(({ mistake }) => mistake.cards),
      ...(grader.performance?.fast?.cards ?? []),
      ...(grader.performance?.lean?.cards ?? []),
    ]
    expect(linked.filter((card) => !cards.has(noteOf(card)))).toEqual([])
    expect(mistakesOf(grader).filter(({ mistake }) => mistake.cards.length === 0)).toEqual([])
  })

  test('has a reference that agrees with the truth library', () => {
    const files = loadFixtures(join('graders', id, 'fixtures'))
    const fixtures = files.flatMap((file) => file.cases)
    expect(fixtures.length).toBeGreaterThan(0)
    for (const { name, args, expected } of fixtures) {
      const got = answerOf(exercise, grader.reference, named(exercise, args))
      expect(compare(expected, got, grader.comparison), name.en).toBeUndefined()
    }
    const bytes = files.reduce((total, file) => total + statSync(file.path).size, 0)
    expect(bytes).toBeLessThan(MAX_FIXTURE_BYTES)
  })

  test('names its cases in English and in Chinese', () => {
    const names = prepareCases(grader, exercise, 'graders', 'names').map(({ name }) => name)
    expect(names.filter(({ en, zh }) => HAN.test(en) || !HAN.test(zh))).toEqual([])
  })

  test('has mistakes that its own cases tell from the reference', () => {
    const inputs = ownInputs(exercise, grader)
    const unseen = mistakesOf(grader).filter((mistake) => {
      const run = grader.rules?.implement([mistake]) ?? grader.reference
      return inputs.every((args) => {
        const expected = answerOf(exercise, grader.reference, args)
        return compare(expected, answerOf(exercise, run, args), grader.comparison) === undefined
      })
    })
    expect(unseen.map(({ id }) => id)).toEqual([])
  })

  test('has choices of different names, and profiles of such choices', () => {
    const { choices = [], profiles = [] } = grader.rules ?? {}
    const ids = [...choices, ...profiles].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { of } of profiles) {
      const members = choices.filter(({ id }) => of.includes(id))
      expect(new Set(members.map(({ rule }) => rule)).size).toBe(of.length)
    }
  })

  test('makes of the right choices what the reference makes', () => {
    const run = grader.rules?.implement([]) ?? grader.reference
    for (const args of ownInputs(exercise, grader)) {
      const expected = answerOf(exercise, grader.reference, args)
      expect(compare(expected, answerOf(exercise, run, args), grader.comparison)).toBeUndefined()
    }
  })

  test('has mistakes that speak both languages', () => {
    for (const { id, mistake } of mistakesOf(grader)) {
      const { en, zh } = mistakeMade(mistake)
      expect(en, id).toMatch(/^You.*[^.]\.$/)
      expect(zh, id).toMatch(/^[^A-Za-z].*[^。]。$/)
    }
    for (const { name } of grader.rules?.profiles ?? []) {
      expect(name.en).not.toMatch(HAN)
      expect(name.zh).toMatch(HAN)
    }
  })

  test('has wrong submissions that name its mistakes, or what the judge itself finds out', () => {
    const known: readonly string[] = ['earlier-calls', '?', ...mistakesOf(grader).map(({ id }) => id)]
    for (const { name, label } of findSubmissions(join('graders', id, 'submissions'))) {
      expect(label.kind, name).not.toBe('unlabelled')
      if (label.kind !== 'wrong-answer' || label.diagnosis === undefined) continue
      for (const one of label.diagnosis.split('+')) expect(known, name).toContain(one)
    }
  })

  test('has inputs for its budgets, and no others', () => {
    const { ratio, growth = {}, memory = {} } = grader.performance ?? {}
    expect(ratio !== undefined).toBe(exercise.budget?.ratio !== undefined)
    expect(Object.keys(growth)).toEqual(exercise.budget?.growth.map(({ label }) => label) ?? [])
    expect(Object.keys(memory)).toEqual(exercise.budget?.memory.map(({ label }) => label) ?? [])
    const draws: readonly ((random: Random) => readonly unknown[])[] = [
      ...(ratio ? [ratio] : []),
      ...[...Object.values(growth), ...Object.values(memory)].flatMap(({ small, large }) => [small, large]),
    ]
    for (const draw of draws) {
      const [one, other] = ['one', 'other'].map((seed) => drawInputs(exercise, draw, createRandom(seed)))
      expect(one).not.toEqual(other)
    }
  })
})

function mistakesOf({ rules }: AnyGrader): readonly NamedChoice[] {
  return namedIn(rules?.choices ?? [])
}

function idOf(path: string): string {
  return basename(dirname(path))
}

function headings(deck: string): readonly string[] {
  return readFileSync(deck, 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('## ') ? [line.slice(3).trim()] : []))
}

/** A card of a cloze note is its note's id and a number. */
function noteOf(card: string): string {
  return card.replace(/#\d+$/, '')
}

function named(exercise: Exercise, args: readonly unknown[]) {
  return drawInputs(exercise, () => args, createRandom('unused')).map((value, at) => ({
    name: exercise.signature.params[at]?.name ?? '',
    value,
  }))
}

/** Hand-made and random ones, without the fixtures. */
function ownInputs(exercise: Exercise, grader: AnyGrader): readonly CaseArguments[] {
  const drawn = Array.from({ length: grader.randomCases }, (_, at) =>
    drawRandom(grader, exercise, `own/${at}`, at),
  )
  return [...grader.cases.map(({ args }) => named(exercise, args)), ...drawn]
}

function causesOf({ performance }: AnyGrader) {
  return Object.values(performance?.growth ?? {}).flatMap(({ causes = [] }) => causes)
}
