import type { ExerciseId } from '../../core/ids.ts'
import type { Text } from '../../core/locale.ts'
import { partition } from '../../core/partition.ts'
import { sum } from '../../core/sum.ts'
import { MOST_RELEASE_BYTES, RELEASE_REPLY, type ReleaseReply } from '../../interop/hub/course-protocol.ts'
import { exerciseOfPath } from '../../interop/hub/release-paths.ts'
import type { CourseStanding } from '../../store/courses.ts'
import type { Deps } from '../deps.ts'
import type { HubConnection } from '../hub/connect.ts'
import { trustGrader } from '../own-grader/trusted-graders.ts'
import type { FolderFault } from '../sync/shared-folder.ts'
import { type BringFile, type BroughtFiles, openBringing, tell } from './bring-file.ts'
import { clashingExercises } from './course-clashes.ts'
import { courseFolder, courseTitle } from './course-places.ts'
import { batchesOf, fetchContents } from './fetch-contents.ts'
import { exercisesOf, heldGraders, isGrader } from './held-graders.ts'
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
  /** Graders are programs: whether to take them, from now on; undefined: as before. */
  readonly graders: boolean | undefined
  /** Whether what the learner has deleted of the course comes back. */
  readonly restore: boolean
  readonly dryRun: boolean
  readonly onFiles: (files: number) => void
}

/**
 * Brings the learner's files to the newest release of their course. What they edited or deleted stays so, but
 * for what is to come back. Whatever ends it in the middle, each file is whole, and the next pull goes on.
 * Undefined where the course gives nothing.
 */
export async function pullCourse(
  deps: Deps,
  connection: HubConnection,
  wanted: PullWanted,
): Promise<PulledCourse | undefined> {
  const { reply } = connection
  const known = deps.store.courses.standing(reply.person.id)
  if (reply.release === 0 && known === undefined) return undefined
  const release = await connection.getJson('releases/latest', RELEASE_REPLY)
  const pulled = {
    title: courseTitle(reply),
    release,
    before: known?.release ?? 0,
    ungraded: [],
    ...nothingBrought(),
  }
  const trouble = troubleWith(release, pulled.before)
  if (trouble === undefined) await bringRelease(deps, connection, { release, known, pulled }, wanted)
  else pulled.faults.push({ path: pulled.title, why: trouble })
  return pulled
}

interface Pulling {
  readonly release: ReleaseReply
  readonly known: CourseStanding | undefined
  readonly pulled: BroughtFiles & { readonly ungraded: string[] }
}

async function bringRelease(
  deps: Deps,
  connection: HubConnection,
  { release, known, pulled }: Pulling,
  { graders, restore, dryRun, onFiles }: PullWanted,
): Promise<void> {
  const { courses } = deps.store
  const { reply } = connection
  const member = reply.person.id
  const standing: CourseStanding = {
    folder: known?.folder ?? courseFolder(reply, courses.foldersBut(member)),
    release: release.version,
    pushed: known?.pushed ?? 0,
    takesGraders: graders ?? known?.takesGraders === true,
  }
  const here = { folder: standing.folder, files: courses.files(member), restores: restore }
  const plan = planPull(deps.folders, here, release)
  pulled.faults.push(...plan.faults)
  const free = withoutClashes(deps, plan.files, pulled.faults)
  const held = standing.takesGraders ? [] : heldGraders(free)
  pulled.ungraded.push(...exercisesOf(held))
  const files = free.filter((file) => !held.includes(file))
  if (dryRun) {
    for (const file of files) tell(file, release.version, pulled)
    return
  }
  courses.stand(member, standing)
  courses.keepContents(member, plan.contents)
  const bring = openBringing(deps, { release: release.version, files: plan.files, brought: pulled })
  await bringAll(deps, connection, { files, bring, onFiles })
  if (standing.takesGraders) trustAll(deps, files)
}

interface Bringing extends Pick<PullWanted, 'onFiles'> {
  readonly files: readonly PlannedFile[]
  readonly bring: BringFile
}

async function bringAll(
  deps: Deps,
  connection: HubConnection,
  { files, bring, onFiles }: Bringing,
): Promise<void> {
  let brought = 0
  for (const batch of batchesOf(files.filter(({ step }) => step !== 'none'))) {
    const contents = await fetchContents(connection, batch)
    const done = batch.filter((file) => bring(file, contents))
    remember(deps, connection.reply.person.id, done)
    brought += batch.length
    onFiles(brought)
  }
}

function nothingBrought(): BroughtFiles {
  return { taken: [], removed: [], edited: [], left: [], faults: [] }
}

function troubleWith(release: ReleaseReply, before: number): Text | undefined {
  if (release.version < before) return setBack(release.version, before)
  const bytes = sum(release.files.map((file) => file.bytes))
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

/** What is so from now on. */
function remember({ store: { courses } }: Deps, member: string, files: readonly PlannedFile[]): void {
  const [left, kept] = partition(files, ({ step }) => step === 'leave')
  courses.keepFiles(
    member,
    kept.map(({ path, place, wanted }) => ({ path, place, contents: wanted })),
  )
  for (const { path } of left) courses.forgetFile(member, path)
}

/** To take graders from a hub is to let them run. */
function trustAll({ folders }: Deps, files: readonly PlannedFile[]): void {
  for (const id of exercisesOf(files.filter(isGrader))) trustGrader(folders, id as ExerciseId)
}

const TOO_LARGE: Text = {
  en: 'larger than a course may be; nothing of it is taken',
  zh: '超过课程允许的大小，未接收任何内容',
}

function setBack(version: number, before: number): Text {
  return {
    en: `the hub has version ${version}, and this machine has ${before} already: it was set back to a backup, and nothing is taken until its teacher has pushed again`,
    zh: `hub 上是版本 ${version}，而本机已有版本 ${before}：hub 可能从备份恢复过；在教师重新发布之前不接收任何内容`,
  }
}
