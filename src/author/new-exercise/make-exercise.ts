import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Exercise } from '../../core/exercise.ts'
import { type ExerciseId, exerciseId } from '../../core/ids.ts'
import { LOCALES, type Locale } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { parseSignature } from '../../core/signature.ts'
import { ownLanguages } from '../../grader/languages/all-languages.ts'
import { fixtureScript } from './fixture-script.ts'
import { GRADER_LANGUAGE, graderSource, referenceSource, rulesSource } from './grader-sources.ts'
import { exerciseYaml, solutionOf, statementOf } from './learner-texts.ts'
import { refuseReserved } from './reserved-names.ts'

/** Where it is made: in a clone, for all, or in the learner's data folder, for them. */
export interface Workshop {
  readonly root: string
  readonly isOwn: boolean
  /** Of an own exercise, whose statements may be in one language. */
  readonly locale: Locale
}

export interface NewExercise {
  readonly id: string
  readonly signature: string
  readonly title: string | undefined
  readonly titleZh: string | undefined
}

export interface MadeExercise {
  readonly id: ExerciseId
  /** Paths below the root. */
  readonly files: readonly string[]
}

/**
 * Writes the folders of an exercise, from its signature: what is still to be done is marked TODO, and
 * `anneal verify` names it.
 * @throws Problem when the id is taken or the signature cannot be read; nothing is then written
 */
export function makeExercise(workshop: Workshop, wanted: NewExercise): MadeExercise {
  const { root, isOwn } = workshop
  const id = freeId(root, wanted.id)
  const signature = parseSignature(wanted.signature)
  refuseReserved(signature)
  const title = wanted.title ?? titleOf(id)
  const files = filesOf(workshop, wanted, {
    id,
    title: { en: title, zh: wanted.titleZh ?? (isOwn ? title : 'TODO') },
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
  return { id, files: files.map(([path]) => path) }
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
  { isOwn, locale }: Workshop,
  wanted: NewExercise,
  exercise: Exercise,
): readonly (readonly [path: string, text: string])[] {
  const { id } = exercise
  const kit = isOwn ? 'anneal/kit' : '#kit'
  const locales = isOwn ? [locale] : LOCALES
  return [
    [`exercises/${id}/exercise.yaml`, exerciseYaml(exercise, wanted.signature)],
    ...locales.map((one) => [`exercises/${id}/statement.${one}.md`, statementOf(one)] as const),
    ...locales.map((one) => [`graders/${id}/solution.${one}.md`, solutionOf(one)] as const),
    [`graders/${id}/grader.ts`, graderSource(exercise, kit)],
    [`graders/${id}/rules.ts`, rulesSource(exercise, kit)],
    [`graders/${id}/reference.ts`, referenceSource(exercise, kit)],
    ...referencesBeside(exercise),
    [`graders/${id}/submissions/accepted/README.md`, 'Right answers that differ in algorithm.\n'],
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

const WRONG = `Wrong answers; the first line of each says what it must be told: \`// diagnosis: ID\`, \`# diagnosis: none\`, \`// verdict: KIND\`.
One that differs in a few lines from \`accepted/NAME\` or a reference gives only those: docs/exercise-format.md, "Wrong answers that are nearly right".
`

/** `median-filter` is `Median filter`. */
function titleOf(id: ExerciseId): string {
  const words = id.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
