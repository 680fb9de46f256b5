import type { CourseHere } from '../../app/course/look-at-course.ts'
import type { PulledCourse } from '../../app/course/pull-course.ts'
import type { PushedCourse } from '../../app/course/push-course.ts'
import type { Deps } from '../../app/deps.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import type { Line } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { faultText, namedList } from './named-list.ts'
import { plainAround, plainText } from './plain-text.ts'

/** What a course brought to the learner's files. */
export function pulledLines(around: Around, pulled: PulledCourse): readonly Line[] {
  const { taken, removed, edited, left, ungraded, faults } = pulled
  const besides = edited.map(({ beside }) => verbatim(beside))
  return [
    ...paragraph(around, releaseTaken(pulled)),
    ...namedList(around, TAKEN, taken.map(verbatim)),
    ...namedList(around, REMOVED, removed.map(verbatim)),
    ...namedList(around, EDITED, besides),
    ...namedList(around, LEFT, left.map(verbatim)),
    ...namedList(around, UNGRADED, ungraded.map(verbatim)),
    ...namedList(around, FAULTS, faults.map(faultText)),
  ]
}

/** What a push made of a course, or would make. */
export function pushedText(deps: Deps, pushed: PushedCourse, dryRun: boolean): string {
  const around = plainAround(deps)
  const { added, changed, removed, removedCards, leftOut } = pushed
  return plainText([
    ...paragraph(around, dryRun ? wouldPush(pushed) : didPush(pushed)),
    ...namedList(around, ADDED, added.map(verbatim)),
    ...namedList(around, CHANGED, changed.map(verbatim)),
    ...namedList(around, GIVEN_UP, removed.map(verbatim)),
    ...namedList(around, CARDS_GIVEN_UP, removedCards.map(verbatim)),
    ...namedList(around, LEFT_OUT, leftOut.map(faultText)),
  ])
}

/** The course, and how this machine stands to it. */
export function courseText(deps: Deps, here: CourseHere): string {
  const around = plainAround(deps)
  const { waiting, edited, deleted, newest, ungraded, takesGraders } = here
  return plainText([
    ...paragraph(around, whereAndWho(here)),
    ...paragraph(around, newestText(newest)),
    ...(newest.version === 0 ? [] : paragraph(around, hereText(here))),
    ...namedList(around, WAITING, waiting.map(verbatim)),
    ...namedList(
      around,
      EDITED_HERE,
      edited.map(({ path, beside }) => verbatim(beside ?? path)),
    ),
    ...namedList(around, DELETED_HERE, deleted.map(verbatim)),
    ...namedList(around, UNGRADED, ungraded.map(verbatim)),
    ...(takesGraders ? paragraph(around, WITH_GRADERS) : []),
  ])
}

function releaseTaken({ title, release, before }: PulledCourse): Text {
  const { version, note, by } = release
  if (version === before)
    return {
      en: `Course ${title}: version ${version}, as before.`,
      zh: `课程 ${title}：版本 ${version}，与之前相同。`,
    }
  return {
    en: `Course ${title}: version ${version}, by ${by}${note && `: ${note}`}`,
    zh: `课程 ${title}：版本 ${version}，由 ${by} 发布${note && `：${note}`}`,
  }
}

function didPush({ title, version, before }: PushedCourse): Text {
  return version === before
    ? {
        en: `Course ${title}: version ${version} is the same already; nothing was pushed.`,
        zh: `课程 ${title}：与版本 ${version} 相同，未推送。`,
      }
    : {
        en: `Course ${title}: version ${version} is there; learners get it with their next sync.`,
        zh: `课程 ${title}：版本 ${version} 已发布，学员下次同步时会收到。`,
      }
}

function wouldPush({ title, version, before }: PushedCourse): Text {
  return version === before
    ? {
        en: `Course ${title}: version ${version} is the same already; nothing would be pushed.`,
        zh: `课程 ${title}：与版本 ${version} 相同，不会推送。`,
      }
    : {
        en: `Course ${title}: this would become version ${version}; nothing was changed.`,
        zh: `课程 ${title}：将成为版本 ${version}；没有作任何改动。`,
      }
}

function whereAndWho({ title, url, name, role }: CourseHere): Text {
  return role === 'teacher'
    ? {
        en: `Course ${title} at ${url}. You are ${name}, a teacher.`,
        zh: `课程 ${title}（${url}）。你是教师 ${name}。`,
      }
    : {
        en: `Course ${title} at ${url}. You are ${name}, a learner.`,
        zh: `课程 ${title}（${url}）。你是学员 ${name}。`,
      }
}

function newestText({ version, by, at, note }: CourseHere['newest']): Text {
  if (version === 0) return { en: 'It gives no decks or exercises yet.', zh: '课程尚未发布卡组或练习。' }
  const day = new Date(at).toISOString().slice(0, 10)
  return {
    en: `Version ${version}, by ${by} on ${day}${note && `: ${note}`}`,
    zh: `版本 ${version}，由 ${by} 于 ${day} 发布${note && `：${note}`}`,
  }
}

function hereText({ release, same, folder }: CourseHere): Text {
  return release === 0
    ? {
        en: 'Nothing of it is here yet: anneal sync takes it.',
        zh: '本机还没有课程内容：运行 anneal sync 接收。',
      }
    : {
        en: `Here: version ${release}, ${count(same, 'file')} as in the newest; decks in decks/${folder}.`,
        zh: `本机：版本 ${release}，${same} 个文件与最新版本相同；卡组在 decks/${folder}。`,
      }
}

const TAKEN: Text = { en: 'Files of the course taken:', zh: '已接收的课程文件：' }
const REMOVED: Text = {
  en: 'The course has them no more; moved to .removed here:',
  zh: '课程已不再包含，本机移到 .removed：',
}
const EDITED: Text = {
  en: 'You have edited them, and yours stay. The course’s new versions lie beside them; bring over what you want and delete them:',
  zh: '你改过这些文件，你的版本保留不变。课程的新版本放在旁边；请取用需要的内容后删除：',
}
const LEFT: Text = {
  en: 'The course has them no more; you have edited them, and they are yours from now on:',
  zh: '课程已不再包含；你改过这些文件，今后归你自己所有：',
}
const UNGRADED: Text = {
  en: 'Exercises that cannot be judged here: graders are programs that run on this machine with all your rights, and anneal sync --graders takes those of this hub, also later ones. Without them, anneal submit ID --hub has the hub judge:',
  zh: '以下练习无法在本机判题：判题器是以你的全部权限在本机运行的程序，anneal sync --graders 会接收这个 hub 的判题器（包括以后的）。不接收时可用 anneal submit ID --hub 由 hub 判题：',
}
const FAULTS: Text = { en: 'Of the course, not taken:', zh: '未接收的课程内容：' }
const ADDED: Text = { en: 'New:', zh: '新增：' }
const CHANGED: Text = { en: 'Changed:', zh: '有改动：' }
const GIVEN_UP: Text = { en: 'No longer there:', zh: '不再包含：' }
const CARDS_GIVEN_UP: Text = {
  en: 'Cards that are no longer there. Learners keep their reviews of them and are not asked them any more; one that only has another id is a new card to them:',
  zh: '不再包含的卡片。学员保留其复习记录，但不会再复习它们；只改了 id 的卡片对学员来说是新卡片：',
}
const LEFT_OUT: Text = { en: 'Left out:', zh: '未包含：' }
const WAITING: Text = { en: 'The next sync brings up to date:', zh: '下次同步将更新：' }
const EDITED_HERE: Text = {
  en: 'Edited here, and yours stay (with the course’s version beside them where it is named so):',
  zh: '本机有改动，保留你的版本（列出 .course-… 的，旁边是课程的版本）：',
}
const DELETED_HERE: Text = {
  en: 'Deleted here, and they stay so (anneal sync --restore brings them back):',
  zh: '本机已删除，不会再接收（anneal sync --restore 可重新接收）：',
}
const WITH_GRADERS: Text = {
  en: 'Graders of this hub are taken, and run on this machine (anneal sync --no-graders ends that).',
  zh: '接收这个 hub 的判题器，并在本机运行（anneal sync --no-graders 可停止接收）。',
}
