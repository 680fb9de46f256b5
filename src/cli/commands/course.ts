import { join } from 'node:path'
import { checkCourse, nameAllNotes } from '../../app/course/check-course.ts'
import { lookAtCourse } from '../../app/course/look-at-course.ts'
import { pushCourse } from '../../app/course/push-course.ts'
import { type Deps, settingsIn } from '../../app/deps.ts'
import { connectToHub } from '../../app/hub/connect.ts'
import { lastMembership } from '../../app/hub/known-hub.ts'
import type { Trees } from '../../app/sync/travelling-files.ts'
import { type Fault, faultLine } from '../../core/fault.ts'
import { count, type Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { courseFields, pushedFields } from '../../output/json/course-json.ts'
import { faultsFields } from '../../output/json/faults-json.ts'
import { courseText, pushedText } from '../../ui/plain/course-text.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'
import { type ProgressLine, withProgress } from '../show-progress.ts'

export async function showCourse({ json }: { readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  const here = await withProgress(settingsIn(deps).locale, async (progress) =>
    lookAtCourse(deps, await connectToLast(deps, progress)),
  )
  if (json) printJson(courseFields(here))
  else print(courseText(deps, here))
}

interface PushFlags {
  readonly note?: string
  readonly after?: number
  readonly 'write-ids'?: boolean
  readonly 'dry-run'?: boolean
  readonly json?: boolean
}

export async function pushCourseFrom(folder: string | undefined, flags: PushFlags): Promise<void> {
  const { note = '', after, 'write-ids': writeIds = false, 'dry-run': dryRun = false } = flags
  const deps = await openDeps()
  const trees = folder === undefined ? deps.folders : treesOf(folder)
  const { locale } = settingsIn(deps)
  const connection = await withProgress(locale, (progress) => connectToLast(deps, progress))
  if (writeIds && !dryRun) nameAllNotes(trees)
  const faults = await checkCourse(deps.folders, trees)
  if (faults.length > 0 && dryRun) return printFaults(deps, faults, flags.json)
  if (faults[0] !== undefined) throw faulty(faults[0], faults.length)
  const pushed = await withProgress(locale, (progress) => {
    const onFiles = (files: number) =>
      progress.tell({ en: `files sent: ${files}`, zh: `已发送的文件：${files}` })
    const isOwn = folder === undefined
    return pushCourse(deps, connection, { trees, isOwn, note, after, dryRun, onFiles })
  })
  if (flags.json) printJson(pushedFields(pushed, dryRun))
  else print(pushedText(deps, pushed, dryRun))
}

async function connectToLast(deps: Deps, { wait }: ProgressLine) {
  const { url, token } = lastMembership(deps)
  return await connectToHub(url, token, { onWait: wait })
}

function treesOf(folder: string): Trees {
  return {
    decks: join(folder, 'decks'),
    exercises: join(folder, 'exercises'),
    ownGraders: join(folder, 'graders'),
  }
}

/** All of them, as `anneal lint` does. */
function printFaults(deps: Deps, faults: readonly Fault[], json = false): void {
  const { locale } = settingsIn(deps)
  if (json) printJson(faultsFields(faults, locale))
  else print(faults.map((fault) => faultLine(fault)[locale]).join('\n'))
  process.exitCode = 1
}

function faulty(fault: Fault, faults: number): Problem {
  const more: Text =
    faults === 1
      ? { en: 'Mend it, then push again.', zh: '请改正后再推送。' }
      : {
          en: `It is the first of ${count(faults, 'fault')}: anneal course push --dry-run names all, and most of them anneal lint too.`,
          zh: `共有 ${faults} 处问题：anneal course push --dry-run 会全部列出，其中多数 anneal lint 也会指出。`,
        }
  return new Problem(faultLine(fault), { remedy: more })
}
