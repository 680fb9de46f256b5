import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findGaps } from '../../src/author/find-gaps.ts'
import { gapsInReferences } from '../../src/author/find-reference-gaps.ts'
import { findSubmissions } from '../../src/author/labelled-submission.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import { parseRange } from '../../src/core/range.ts'
import type { AnyGrader } from '../../src/grader/cases/load-grader.ts'
import { prepareExercise, rememberAnswers } from '../../src/grader/cases/prepare-exercise.ts'
import { buildTestGraders } from '../grader/scale-scores.ts'
import { COMPLETE, labelledFolder, RANGED } from './labelled-folder.ts'

/** What is found without asking the references, which takes judges. */
async function gapsOf(
  exercise: Exercise,
  submissions: { readonly [name: string]: string } = COMPLETE,
  change: (grader: AnyGrader) => AnyGrader = (same) => same,
  learnerFolder?: string,
): Promise<readonly string[]> {
  const graderRoot = await buildTestGraders()
  const folder = labelledFolder(submissions)
  const plain = await prepareExercise(graderRoot, exercise, 'gaps')
  const grader = change(plain.grader)
  return findGaps({
    exercise,
    judges: [],
    prepared: { ...plain, grader, answer: rememberAnswers(grader, exercise) },
    graderRoot,
    seed: 'gaps',
    submissions: findSubmissions(join(folder, 'submissions')),
    folder,
    learnerFolder,
  })
}

/** The ranges of some names changed. */
function ranged(changed: { readonly [name: string]: string }): Exercise {
  const input = RANGED.input?.map(({ names, range }) => {
    const text = changed[names[0] ?? '']
    return { names, range: text === undefined ? range : parseRange(text) }
  })
  return { ...RANGED, input }
}

test('what the statement allows and nobody asks is named', async () => {
  expect(await gapsOf(ranged({ N: '0..9000' }))).toEqual([
    'The statement allows N near 9000, and no case has it: add one, or narrow its range.',
  ])
})

test('an input of the author’s own that a range does not allow is named', async () => {
  expect(await gapsOf(ranged({ N: '1..4000' }), {})).toContain(
    'No case can be prepared: grader.ts, case "no score": N is 0, and its range is 1 to 4000.',
  )
})

test('an exercise without ranges is told to have some', async () => {
  expect(await gapsOf({ ...RANGED, input: undefined })).toEqual([
    expect.stringMatching(/^Its exercise\.yaml has no input: ranges/),
  ])
})

/** Its wrong choices are made in longer lists alone. */
function rightUpTo(most: number) {
  return (grader: AnyGrader): AnyGrader => {
    const { rules } = grader
    if (rules === undefined) throw new Error('scale-scores has rules')
    const implement: typeof rules.implement = (made) => (scores, options) =>
      (scores as { readonly data: Float64Array }).data.length > most
        ? rules.implement(made)(scores, options)
        : grader.reference(scores, options)
    return { ...grader, rules: { ...rules, implement } }
  }
}

test('a mistake that random cases alone show is named', async () => {
  expect(await gapsOf(RANGED, COMPLETE, rightUpTo(4))).toEqual([
    'Too few hand-made cases and fixtures show the mistake sign-forgotten: it takes two, or one with three wrong numbers.',
    'No case tells the mistakes sign-forgotten and first-power apart.',
    'Too few hand-made cases and fixtures show the mistake first-power: it takes two, or one with three wrong numbers.',
  ])
  expect(await gapsOf({ ...RANGED, isOwn: true }, COMPLETE, rightUpTo(4))).toEqual([])
})

/** Its wrong choices crash where there are more than so many scores. */
function crashingAbove(most: number) {
  return (grader: AnyGrader): AnyGrader => {
    const { rules } = grader
    if (rules === undefined) throw new Error('scale-scores has rules')
    const implement: typeof rules.implement = (made) => (scores, options) => {
      if (made.length > 0 && (scores as { readonly data: Float64Array }).data.length > most)
        throw new Error('no such row')
      return rules.implement(made)(scores, options)
    }
    return { ...grader, rules: { ...rules, implement } }
  }
}

test('a mistake may crash in half of the cases, and not in more', async () => {
  const [some, more, all] = await Promise.all(
    [3, 2, -1].map((most) => gapsOf(RANGED, COMPLETE, crashingAbove(most))),
  )
  const told = (cases: string) =>
    ['sign-forgotten', 'first-power'].map(
      (id) => `rules.ts throws for the mistake ${id} in ${cases} cases: no such row.`,
    )
  expect([some, more, all]).toEqual([[], told('17 of 31'), told('31 of 31')])
})

test('a ratio of smaller inputs than a growth ends with is named: beyond them time can be wasted', async () => {
  const smaller = (grader: AnyGrader): AnyGrader => {
    const { performance } = grader
    const sizes = performance?.growth?.['scores 1000 -> 4000']
    if (performance === undefined || sizes === undefined) throw new Error('scale-scores has a growth')
    return { ...grader, performance: { ...performance, ratio: sizes.small } }
  }
  expect(await gapsOf(RANGED, COMPLETE, smaller)).toEqual([
    'The inputs of the ratio budget are smaller than those that "scores 1000 -> 4000" ends with.',
  ])
})

test('what an exercise that comes along owes to who is stuck is told, and nothing of the kind of an own one', async () => {
  const bare = { ...RANGED, hints: RANGED.hints.slice(1), prerequisites: [] }
  expect(await gapsOf(bare)).toEqual([
    'It has 2 hints, and needs 3.',
    'It has 0 prerequisites, and needs 2: cards to know first.',
  ])
  expect(await gapsOf({ ...bare, isOwn: true })).toEqual([])
})

test('a reference that is not there is named: of an own exercise only where it is a yardstick', async () => {
  const graderRoot = mkdtempSync(join(tmpdir(), 'no-references-'))
  onTestFinished(() => rmSync(graderRoot, { recursive: true }))
  const gaps = (changed: Partial<Exercise>) =>
    gapsInReferences({ exercise: { ...RANGED, ...changed }, judges: [], graderRoot })
  expect(await gaps({})).toContain(
    'It has no reference.cpp: the solution in C++ would be shown without code.',
  )
  expect(await gaps({ isOwn: true })).toEqual([])
  const budget = { ratio: 4, growth: [], memory: [] }
  expect(await gaps({ isOwn: true, budget })).toContain('It has a ratio budget and no reference.cpp.')
})

test('words of a grader that lack a language are named where they stand', async () => {
  const englishAlone = (grader: AnyGrader) => {
    const cases = grader.cases.map(({ name: { en }, args }, at) =>
      at === 0 ? { name: { en }, args } : grader.cases[at],
    )
    const choices = grader.rules?.choices.map((choice, at) =>
      at === 0 ? { ...choice, mistake: { zh: '没有变号', cards: [] } } : choice,
    )
    return { ...grader, cases, rules: { ...grader.rules, choices } } as unknown as AnyGrader
  }
  expect(await gapsOf(RANGED, COMPLETE, englishAlone)).toEqual([
    'The name of a case has no `zh` beside "no score": what a learner reads is { en, zh }.',
    'The mistake sign-forgotten has no `en` beside "没有变号": what a learner reads is { en, zh }.',
  ])
})

test('rules that are not right without a choice are told so, and nothing else of them', async () => {
  const twisted = (grader: AnyGrader): AnyGrader => {
    const { rules } = grader
    if (rules === undefined) throw new Error('scale-scores has rules')
    const [first] = rules.choices
    return { ...grader, rules: { ...rules, implement: () => rules.implement(first ? [first] : []) } }
  }
  const gaps = await gapsOf(RANGED, COMPLETE, twisted)
  expect(gaps).toEqual([expect.stringMatching(/^rules\.ts without any choice is not right in the case "/)])
})

test('a statement without its parts is told what it does not say', async () => {
  const learnerFolder = mkdtempSync(join(tmpdir(), 'statement-'))
  onTestFinished(() => rmSync(learnerFolder, { recursive: true }))
  writeFileSync(join(learnerFolder, 'statement.en.md'), '**Conventions**\n\nSource: none.\n')
  const gaps = await gapsOf(RANGED, COMPLETE, undefined, learnerFolder)
  expect(gaps).toContain('statement.en.md does not say "Example".')
  expect(gaps).toContain('It has no statement.zh.md.')
})

test('examples whose numbers differ between the languages are told which', async () => {
  const learnerFolder = mkdtempSync(join(tmpdir(), 'statement-'))
  onTestFinished(() => rmSync(learnerFolder, { recursive: true }))
  const write = (name: string, text: string) => writeFileSync(join(learnerFolder, name), text)
  write('statement.en.md', '**Example**:\n\n1 and 0.5: the second is half.\n\nSource: Somebody 2015.\n')
  write('statement.zh.md', '**示例**：\n\n1 和 0.5：第 2 个是 1 的一半。\n\n来源：某人 2015。\n')
  const withExample = (grader: AnyGrader) => ({
    ...grader,
    examples: grader.cases.slice(0, 1).map(({ args }) => args),
  })
  expect(await gapsOf(RANGED, COMPLETE, withExample, learnerFolder)).toContain(
    'From the example on, statement.en.md and statement.zh.md have other numbers: 1 stands 1 and 2 times, 2 stands 0 and 1 times. Write each in figures in both, or in words in both.',
  )
})

test('a label that names what is no mistake of the rules is told', async () => {
  const misspelt = {
    ...COMPLETE,
    'wrong/sign.ts': COMPLETE['wrong/sign.ts'].replace('forgotten', 'forgot+?'),
  }
  expect(await gapsOf(RANGED, misspelt)).toEqual([
    'The label of wrong/sign.ts names sign-forgot, and rules.ts has no such mistake.',
  ])
})
