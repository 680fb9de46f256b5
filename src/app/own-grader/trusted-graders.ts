import { appendFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ExerciseId } from '../../core/ids.ts'
import { Problem } from '../../core/problem.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { textIfThere } from '../../disk/text-if-there.ts'
import type { Folders } from '../deps.ts'

type Graders = Pick<Folders, 'ownGraders'>

/**
 * A grader runs as the program itself does, with all that its user may do: nothing isolates it.
 * @throws Problem until it is allowed
 */
export function demandTrust(folders: Graders, id: ExerciseId): void {
  if (isTrusted(folders, id)) return
  const folder = join(folders.ownGraders, id)
  throw new Problem(
    {
      en: `The grader of "${id}" is a program that may do on this machine whatever you may, and you have not allowed it yet.`,
      zh: `“${id}”的判题器是一段程序，运行时拥有你在本机的全部权限，而你还没有允许它运行。`,
    },
    {
      remedy: {
        en: `Read ${folder}; if you wrote it or trust who did, run \`anneal exercise ${id} --trust\`.`,
        zh: `请先看看 ${folder}；如果是你自己写的，或信得过作者，请运行 \`anneal exercise ${id} --trust\`。`,
      },
    },
  )
}

export function trustGrader(folders: Graders, id: ExerciseId): void {
  if (isTrusted(folders, id)) return
  const path = listOf(folders)
  makeFolder(dirname(path))
  appendFileSync(path, `${id}\n`)
}

function isTrusted(folders: Graders, id: ExerciseId): boolean {
  return textIfThere(listOf(folders))?.split('\n').includes(id) ?? false
}

/** Beside the graders, so that one that is copied here does not bring its own leave along. */
function listOf({ ownGraders }: Graders): string {
  return join(dirname(ownGraders), 'trusted-graders')
}
