import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Exercise } from '../../core/exercise.ts'
import { type ExerciseId, exerciseId } from '../../core/ids.ts'
import { Problem } from '../../core/problem.ts'
import { parseSignature } from '../../core/signature.ts'
import { ownLanguages } from '../../grader/languages/all-languages.ts'
import { fixtureScript } from './fixture-script.ts'
import { GRADER_LANGUAGE, graderSource, referenceSource, rulesSource } from './grader-sources.ts'
import { exerciseYaml, solutionOf, statementOf } from './learner-texts.ts'
import { refuseReserved } from './reserved-names.ts'

export interface NewExercise {
  readonly id: string
  readonly signature: string
  readonly title: string | undefined
  readonly titleZh: string | undefined
}

/**
 * Writes the folders of an exercise into a clone, from its signature: what is still to be done is marked TODO, and `anneal verify` names it.
 * @param root the clone
 * @returns the files, as paths below the root
 * @throws Problem when the id is taken or the signature cannot be read; nothing is then written
 */
export function makeExercise(root: string, wanted: NewExercise): readonly string[] {
  const id = freeId(root, wanted.id)
  const signature = parseSignature(wanted.signature)
  refuseReserved(signature)
  const files = filesOf(id, wanted, {
    id,
    title: { en: wanted.title ?? titleOf(id), zh: wanted.titleZh ?? 'TODO' },
    topic: id,
    signature,
    difficulty: 'medium',
    minutes: 20,
    prerequisites: [],
    budget: undefined,
    hints: [],
  })
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text, { flag: 'wx' })
  }
  return files.map(([path]) => path)
}

function freeId(root: string, text: string): ExerciseId {
  const id = exerciseId(text)
  if (id === undefined || !/^[a-z]/.test(id)) {
    throw new Problem(
      { en: `"${text}" is no id of an exercise.`, zh: `“${text}”不能作为练习的 id。` },
      {
        remedy: {
          en: 'Write it in lower-case letters, digits and hyphens, a letter first: median-filter.',
          zh: '请用小写字母、数字和连字符，以字母开头，例如 median-filter。',
        },
      },
    )
  }
  const taken = [`exercises/${id}`, `graders/${id}`].find((path) => existsSync(join(root, path)))
  if (taken !== undefined) {
    throw new Problem(
      { en: `${taken} is there already.`, zh: `${taken} 已经存在。` },
      {
        remedy: { en: 'Choose another id, or go on working there.', zh: '请换一个 id，或在原处继续编写。' },
      },
    )
  }
  return id
}

function filesOf(
  id: ExerciseId,
  wanted: NewExercise,
  exercise: Exercise,
): readonly (readonly [path: string, text: string])[] {
  return [
    [`exercises/${id}/exercise.yaml`, exerciseYaml(exercise, wanted.signature)],
    [`exercises/${id}/statement.en.md`, statementOf('en')],
    [`exercises/${id}/statement.zh.md`, statementOf('zh')],
    [`graders/${id}/solution.en.md`, solutionOf('en')],
    [`graders/${id}/solution.zh.md`, solutionOf('zh')],
    [`graders/${id}/grader.ts`, graderSource(exercise)],
    [`graders/${id}/rules.ts`, rulesSource(exercise)],
    [`graders/${id}/reference.ts`, referenceSource(exercise)],
    ...referencesBeside(exercise),
    [
      `graders/${id}/submissions/accepted/README.md`,
      'Right answers: in each language two that differ in algorithm.\n',
    ],
    [`graders/${id}/submissions/wrong/README.md`, WRONG],
    [`graders/${id}/submissions/slow/README.md`, 'Right answers beyond the budget, where there is one.\n'],
    [`graders/${id}/fixtures.py`, fixtureScript(exercise)],
  ]
}

/** The one of TypeScript is the grader's own. */
function referencesBeside(exercise: Exercise): readonly (readonly [path: string, text: string])[] {
  return ownLanguages()
    .filter(({ language }) => language !== GRADER_LANGUAGE)
    .map(({ name, lineComment, referenceFile, starter }) => [
      `graders/${exercise.id}/${referenceFile}`,
      `${lineComment} TODO: the reference in ${name}\n${starter(exercise, 'en')}`,
    ])
}

const WRONG = `Wrong answers, four or more; the first line of each says what it must be told: \`// diagnosis: ID\`, \`# diagnosis: none\`, \`// verdict: KIND\`.
One that differs in a few lines from \`accepted/NAME\` or a reference gives only those: docs/exercise-format.md, "Wrong answers that are nearly right".
`

/** `median-filter` is `Median filter`. */
function titleOf(id: ExerciseId): string {
  const words = id.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
