import { GONE } from '../../core/file-version.ts'
import type { ExerciseId } from '../../core/ids.ts'
import type { Text } from '../../core/locale.ts'
import { MOST_RELEASE_BYTES, RELEASE_REPLY, type ReleaseReply } from '../../interop/hub/course-protocol.ts'
import { exerciseOfPath } from '../../interop/hub/release-paths.ts'
import type { CourseStanding } from '../../store/courses.ts'
import type { Deps } from '../deps.ts'
import type { HubConnection } from '../hub/connect.ts'
import { trustGrader } from '../own-grader/trusted-graders.ts'
import type { FolderFault } from '../sync/shared-folder.ts'
import { type BroughtFiles, openBringing, tell } from './bring-file.ts'
import { clashingExercises } from './course-clashes.ts'
import { courseFolder } from './course-places.ts'
import { batchesOf, fetchContents } from './fetch-contents.ts'
import { type PlannedFile, planPull } from './plan-pull.ts'

/** What a course brought. */
export interface PulledCourse extends BroughtFiles {
  readonly title: string
  readonly release: Pick<ReleaseReply, 'version' | 'note' | 'by'>
  /** Which release was here before; 0 for none. */
  readonly before: number
  /** Exercises that cannot be judged here, for their graders are not taken. */
  readonly ungraded: readonly string[]
}

export interface PullWanted {
  /** Graders are programs: whether to take them, from now on. */
  readonly graders: boolean
  readonly dryRun: boolean
  readonly onFiles: (files: number) => void
}

/**
 * Brings the learner's files to the newest release of their course. What they edited or deleted stays so. Whatever ends it in the middle, each file is whole,
 * and the next pull goes on. Undefined where the course gives nothing.
 */
export async function pullCourse(
  deps: Deps,
  connection: HubConnection,
  { graders, dryRun, onFiles }: PullWanted,
): Promise<PulledCourse | undefined> {
  const { courses } = deps.store
  const { reply } = connection
  const member = reply.person.id
  const known = courses.standing(member)
  if (reply.release === 0 && known === undefined) return undefined
  const release = await connection.getJson('releases/latest', RELEASE_REPLY)
  const before = known?.release ?? 0
  const pulled = { title: reply.course.title, release, before, ungraded: [] as string[], ...nothingBrought() }
  const trouble = troubleWith(release, before)
  if (trouble !== undefined) pulled.faults.push({ path: reply.course.title, why: trouble })
  if (trouble !== undefined) return pulled
  const standing: CourseStanding = {
    folder: known?.folder ?? courseFolder(reply, courses.foldersBut(member)),
    release: release.version,
    pushed: known?.pushed ?? 0,
    takesGraders: graders || known?.takesGraders === true,
  }
  const plan = planPull(deps.folders, { folder: standing.folder, files: courses.files(member) }, release)
  const free = withoutClashes(deps, plan.files, pulled.faults)
  const files = standing.takesGraders ? free : withoutGraders(free, pulled.ungraded)
  pulled.faults.push(...plan.faults)
  if (dryRun) {
    for (const file of files) tell(file, release.version, pulled)
    return pulled
  }
  courses.stand(member, standing)
  courses.keepContents(member, plan.contents)
  const bring = openBringing(deps, { release: release.version, files: plan.files, brought: pulled })
  let brought = 0
  for (const batch of batchesOf(files.filter(({ step }) => step !== 'none'))) {
    const contents = await fetchContents(connection, batch)
    remember(
      deps,
      member,
      batch.filter((file) => bring(file, contents)),
    )
    brought += batch.length
    onFiles(brought)
  }
  if (standing.takesGraders) trustAll(deps, files)
  return pulled
}

function nothingBrought(): BroughtFiles {
  return { taken: [], removed: [], edited: [], left: [], faults: [] }
}

function troubleWith(release: ReleaseReply, before: number): Text | undefined {
  if (release.version < before) return setBack(release.version, before)
  const bytes = release.files.reduce((sum, file) => sum + file.bytes, 0)
  return bytes > MOST_RELEASE_BYTES ? TOO_LARGE : undefined
}

/** Without exercises whose id somebody else has. */
function withoutClashes(
  deps: Deps,
  files: readonly PlannedFile[],
  faults: FolderFault[],
): readonly PlannedFile[] {
  const clashes = clashingExercises(deps, files)
  for (const [id, why] of clashes) faults.push({ path: `exercises/${id}`, why })
  return files.filter(({ path }) => !clashes.has(exerciseOfPath(path) ?? ''))
}

function withoutGraders(files: readonly PlannedFile[], ungraded: string[]): readonly PlannedFile[] {
  const held = files.filter((file) => isGrader(file) && file.wanted !== GONE && file.present !== file.wanted)
  ungraded.push(...new Set(held.flatMap(({ path }) => exerciseOfPath(path) ?? [])))
  return files.filter((file) => !held.includes(file))
}

function isGrader({ path }: PlannedFile): boolean {
  return path.startsWith('graders/')
}

/** What is so from now on. */
function remember({ store: { courses } }: Deps, member: string, files: readonly PlannedFile[]): void {
  const [left, kept] = [
    files.filter(({ step }) => step === 'leave'),
    files.filter(({ step }) => step !== 'leave'),
  ]
  courses.keepFiles(
    member,
    kept.map(({ path, place, wanted }) => ({ path, place, contents: wanted })),
  )
  for (const { path } of left) courses.forgetFile(member, path)
}

/** To take graders from a hub is to let them run. */
function trustAll({ folders }: Deps, files: readonly PlannedFile[]): void {
  const ids = files.filter(isGrader).flatMap(({ path }) => exerciseOfPath(path) ?? [])
  for (const id of new Set(ids)) trustGrader(folders, id as ExerciseId)
}

const TOO_LARGE: Text = {
  en: 'larger than a course may be; nothing of it is taken',
  zh: '超过课程允许的大小，未接收任何内容',
}

function setBack(version: number, before: number): Text {
  return {
    en: `the hub has version ${version}, and this machine has ${before} already: it was set back to a backup, and nothing is taken until its teacher has pushed again`,
    zh: `服务器上是版本 ${version}，而本机已有版本 ${before}：服务器可能从备份恢复过；在教师重新发布之前不接收任何内容`,
  }
}
