import { dirname, join } from 'node:path'
import { trustGrader } from '../../app/own-grader/trusted-graders.ts'
import { provideGraderTools } from '../../author/new-exercise/grader-tools.ts'
import { makeExercise, type NewExercise } from '../../author/new-exercise/make-exercise.ts'
import { loadContent } from '../../content/load-content.ts'
import { Problem } from '../../core/problem.ts'
import { cloneHere } from '../find-clone.ts'
import { findLocale } from '../find-locale.ts'
import { type Places, placesHere } from '../folders.ts'
import { print } from '../print.ts'

export interface NewExerciseFlags {
  readonly signature: string
  readonly title?: string
  readonly 'title-zh'?: string
}

/** Writes the folders of a new exercise: into the clone in which one works, else into the learner's data folder. */
export async function newExercise(
  id: string,
  { signature, title, 'title-zh': titleZh }: NewExerciseFlags,
): Promise<void> {
  const places = placesHere()
  const wanted = { id, signature, title, titleZh }
  const clone = cloneHere(places.builtIn)
  if (clone === undefined) return await makeOwn(places, wanted)
  print(
    [
      ...makeExercise({ root: clone, isOwn: false, locale: 'en' }, wanted).files,
      '',
      `What is still to be done there is marked TODO; \`npm run verify -- ${id}\` names it. docs/exercise-format.md says what each part holds.`,
    ].join('\n'),
  )
}

async function makeOwn(places: Places, wanted: NewExercise): Promise<void> {
  await refuseShipped(places, wanted.id)
  const root = dirname(places.exercises)
  const locale = findLocale()
  const made = makeExercise({ root, isOwn: true, locale }, wanted)
  provideGraderTools(root, join(places.builtIn, 'kit'))
  trustGrader(places, made.id)
  const rest = {
    en: `What is still to be done there is marked TODO; \`anneal verify ${wanted.id}\` names it. docs/own-exercises.md goes through a whole one.`,
    zh: `待完成之处标有 TODO，\`anneal verify ${wanted.id}\` 会列出；docs/own-exercises.md 从头讲解了一个完整的例子。`,
  }
  print([...made.files.map((path) => join(root, path)), '', rest[locale]].join('\n'))
}

async function refuseShipped({ builtIn }: Places, id: string): Promise<void> {
  const { exercises } = await loadContent({ builtIn })
  if (![...exercises.keys()].some((shipped) => shipped === id)) return
  throw new Problem(
    { en: `Anneal has an exercise "${id}" of its own.`, zh: `Anneal 自带练习“${id}”。` },
    { remedy: { en: 'Choose another id.', zh: '请换一个 id。' } },
  )
}
