import { dirname } from 'node:path'
import type { CardId } from '../../core/ids.ts'
import type { Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import {
  BLOB_NAMES,
  RELEASE_REPLY,
  RELEASED_REPLY,
  type ReleaseReply,
} from '../../interop/hub/course-protocol.ts'
import { isReleasePath } from '../../interop/hub/release-paths.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import type { Deps } from '../deps.ts'
import type { HubConnection } from '../hub/connect.ts'
import type { FolderFault } from '../sync/shared-folder.ts'
import { readOwnFile, type Trees } from '../sync/travelling-files.ts'
import { courseFolder, courseTitle, pathInCourse } from './course-places.ts'
import { listCourseFiles, type SourceFile } from './list-course-files.ts'
import { pullCourse } from './pull-course.ts'
import { removedCards } from './removed-cards.ts'

/** What a push made of a course, or would make. Paths are those of the course. */
export interface PushedCourse {
  readonly title: string
  /** The release that is there behind it: the one before where nothing is another. */
  readonly version: number
  readonly before: number
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  /** The last release had them, and no deck of this one has. */
  readonly removedCards: readonly CardId[]
  readonly leftOut: readonly FolderFault[]
}

export interface PushWanted {
  readonly trees: Trees
  /** Whether it is the data folder, in which the course's files may lie elsewhere than in the course. */
  readonly isOwn: boolean
  readonly note: string
  /** Over which release, where that is not the one that this machine knows of. */
  readonly after: number | undefined
  readonly dryRun: boolean
  readonly onFiles: (files: number) => void
}

/**
 * Makes what lies in a teacher's folder the next release of their course.
 * @throws Problem where somebody else's is there that this machine has not seen, or there is nothing
 */
export async function pushCourse(
  deps: Deps,
  connection: HubConnection,
  { trees, isOwn, note, after, dryRun, onFiles }: PushWanted,
): Promise<PushedCourse> {
  const { reply } = connection
  const member = reply.person.id
  demandTeacher(connection)
  const { files, leftOut } = listCourseFiles(trees, isOwn ? ownPaths(deps, connection) : (place) => place)
  if (files.length === 0) throw nothingIn(dirname(trees.decks))
  const last = await connection.getJson('releases/latest', RELEASE_REPLY)
  const differences = differencesOf(last, files)
  const { version: before } = last
  const cards = await removedCards(connection, trees, last, files)
  const pushed = { title: courseTitle(reply), before, ...differences, removedCards: cards, leftOut }
  if (Object.values(differences).every((paths) => paths.length === 0)) return { ...pushed, version: before }
  if (!dryRun) demandSeen(deps, connection, last, { isOwn, after })
  if (dryRun) return { ...pushed, version: Math.max(before, highestSeen(deps, member)) + 1 }
  await sendContents(connection, trees, files, onFiles)
  const { version } = await connection.postJson(
    'releases',
    {
      after: before,
      above: highestSeen(deps, member),
      note,
      files: files.map(({ path, contents }) => ({ path, contents })),
    },
    RELEASED_REPLY,
  )
  await remember(deps, connection, { version, isOwn, files })
  return { ...pushed, version }
}

/** By which path the course has what lies at a place of the data folder; undefined for what another course brought. */
function ownPaths(
  { store: { courses } }: Deps,
  { reply }: HubConnection,
): (place: string) => string | undefined {
  const member = reply.person.id
  const known = new Map([...courses.files(member).values()].map(({ path, place }) => [place, path]))
  const folder = courses.standing(member)?.folder ?? courseFolder(reply, courses.foldersBut(member))
  const others = new Set(courses.placesBut(member))
  return (place) => (others.has(place) ? undefined : (known.get(place) ?? pathInCourse(folder, place)))
}

function differencesOf(
  last: ReleaseReply,
  files: readonly SourceFile[],
): Pick<PushedCourse, 'added' | 'changed' | 'removed'> {
  const before = new Map(last.files.map(({ path, contents }) => [path, contents]))
  const paths = new Set(files.map(({ path }) => path))
  return {
    added: files.filter(({ path }) => !before.has(path)).map(({ path }) => path),
    changed: files
      .filter(({ path, contents }) => before.has(path) && before.get(path) !== contents)
      .map(({ path }) => path),
    removed: [...before.keys()].filter((path) => !paths.has(path) && isReleasePath(path)),
  }
}

/** Another teacher's release is not written over unseen. A hub that has less than was seen was set back to a backup. */
function demandSeen(
  { store: { courses } }: Deps,
  { reply }: HubConnection,
  last: ReleaseReply,
  { isOwn, after }: Pick<PushWanted, 'isOwn' | 'after'>,
): void {
  const known = courses.standing(reply.person.id)
  const seen = (isOwn ? known?.release : known?.pushed) ?? 0
  if (after === undefined ? seen < last.version : after !== last.version) throw notSeen(last, isOwn)
}

async function sendContents(
  connection: HubConnection,
  trees: Trees,
  files: readonly SourceFile[],
  onFiles: (files: number) => void,
): Promise<void> {
  const byContents = new Map(files.map((file) => [file.contents, file]))
  const asked = { contents: [...byContents.keys()] }
  const { contents: missing } = await connection.postJson('blobs/missing', asked, BLOB_NAMES)
  for (const [at, name] of missing.entries()) {
    const file = byContents.get(name)
    if (file === undefined) continue
    const bytes = readOwnFile(trees, file.place)
    if (bytes === undefined || digestOf(bytes) !== name) throw changedMeanwhile(file.place)
    await connection.putBytes(`blobs/${name}`, bytes)
    onFiles(at + 1)
  }
}

function highestSeen({ store: { courses } }: Deps, member: string): number {
  const { release = 0, pushed = 0 } = courses.standing(member) ?? {}
  return Math.max(release, pushed)
}

interface Made {
  readonly version: number
  readonly isOwn: boolean
  readonly files: readonly SourceFile[]
}

/** From the data folder, the files that lie there are those of the release from now on. */
async function remember(
  deps: Deps,
  connection: HubConnection,
  { version, isOwn, files }: Made,
): Promise<void> {
  const { courses } = deps.store
  const { reply } = connection
  const member = reply.person.id
  const known = courses.standing(member) ?? {
    folder: courseFolder(reply, courses.foldersBut(member)),
    release: 0,
    pushed: 0,
    takesGraders: false,
  }
  courses.stand(member, { ...known, pushed: version })
  if (!isOwn) return
  courses.keepFiles(member, files)
  await pullCourse(
    deps,
    { ...connection, reply: { ...reply, release: version } },
    {
      graders: undefined,
      restore: false,
      dryRun: false,
      onFiles: () => undefined,
    },
  )
}

function demandTeacher({ reply: { person } }: HubConnection): void {
  if (person.role === 'teacher') return
  throw new Problem(
    {
      en: `Only a teacher of the course may push to it; here you are ${person.name}, a learner.`,
      zh: `只有本课程的教师可以推送；你在这里是学员 ${person.name}。`,
    },
    {
      remedy: {
        en: 'Sync with the token of a teacher first: anneal sync https://….',
        zh: '请先用教师的令牌同步：anneal sync https://…。',
      },
    },
  )
}

function nothingIn(folder: string): Problem {
  return new Problem(
    {
      en: `There is no deck and no exercise to push in ${folder}.`,
      zh: `${folder} 中没有可推送的卡组或练习。`,
    },
    {
      remedy: {
        en: 'Name the folder that holds decks/, exercises/ and graders/: anneal course push DIR.',
        zh: '请给出包含 decks/、exercises/ 和 graders/ 的文件夹：anneal course push DIR。',
      },
    },
  )
}

function notSeen({ version, by, note }: ReleaseReply, isOwn: boolean): Problem {
  const what: Text = note === '' ? { en: '', zh: '' } : { en: `: ${note}`, zh: `：${note}` }
  return new Problem(
    {
      en: `Version ${version} of the course is there (by ${by}${what.en}), and yours was made without it.`,
      zh: `课程已有版本 ${version}（由 ${by} 发布${what.zh}），而你的内容不是在它之上修改的。`,
    },
    {
      remedy: isOwn
        ? {
            en: 'Take it by anneal sync, then push again.',
            zh: '请先运行 anneal sync 接收它，然后再推送。',
          }
        : {
            en: `See by --dry-run what would change, then push with --after ${version}.`,
            zh: `请先用 --dry-run 查看会有哪些变化，再加上 --after ${version} 推送。`,
          },
    },
  )
}

function changedMeanwhile(path: string): Problem {
  return new Problem(
    { en: `${path} was changed just now.`, zh: `${path} 刚刚被改动。` },
    { remedy: { en: 'Push again.', zh: '请再推送一次。' } },
  )
}
