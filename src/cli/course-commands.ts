import { type Command, defineCommand } from './arguments/command.ts'
import { anyText, JSON_FLAG, wholeNumber } from './flags.ts'

const push = defineCommand({
  name: 'push',
  summary: {
    en: 'for teachers: make your decks and exercises the next version of the course',
    zh: '教师用：把你的卡组和练习发布为课程的下一个版本',
  },
  description: {
    en: 'Takes decks/, exercises/ and graders/ of the folder, or of your data folder. First it checks all that `anneal lint` checks, and that each note has an id and each exercise a grader; then it says what is new, changed and gone against the last version. The hub numbers versions from 1; a push that changes nothing makes none. Learners get it with their next sync, and what they edited stays theirs. docs/course.md says more.',
    zh: '取该文件夹（默认为你的数据文件夹）中的 decks/、exercises/ 和 graders/。先做 `anneal lint` 的全部检查，并要求每条笔记都有 id、每道练习都有判题器；再说明与上一版本相比新增、改动和去掉了什么。版本由 hub 从 1 起编号；没有变化时不产生新版本。学员下次同步时收到，他们自己的修改保留不变。详见 docs/course.md。',
  },
  args: ['[folder]'],
  flags: {
    note: {
      help: { en: 'what has changed, for the learners', zh: '给学员看的改动说明' },
      value: anyText('text'),
    },
    after: {
      help: {
        en: 'over this version, which another teacher has pushed',
        zh: '在其他教师发布的这个版本之上推送',
      },
      value: wholeNumber('version'),
    },
    'write-ids': {
      help: {
        en: 'write an id above each note that has none, in your files',
        zh: '在你的文件中，为没有 id 的笔记写上 id',
      },
    },
    'dry-run': {
      help: { en: 'say what would happen, and change nothing', zh: '只说明会发生什么，不作改动' },
    },
    json: JSON_FLAG,
  },
  run: async ([folder], flags) => (await import('./commands/course.ts')).pushCourseFrom(folder, flags),
})

const course = defineCommand({
  name: 'course',
  summary: {
    en: 'your course: its newest version, and how your files differ from it',
    zh: '你的课程：最新版本，以及本机文件与它的差别',
  },
  description: {
    en: 'Asks the hub that was last synchronised with. `anneal sync` takes the newest version: decks into a folder of the course, exercises beside your own. What you edit or delete stays so.',
    zh: '查询上次同步的 hub。`anneal sync` 会接收最新版本：卡组放入课程的文件夹，练习与你自己的放在一起。你修改或删除的文件保持不变。',
  },
  flags: { json: JSON_FLAG },
  commands: [push],
  run: async (_, flags) => (await import('./commands/course.ts')).showCourse(flags),
})

/** What a course gives, and its teachers make. */
export const COURSE_COMMANDS: readonly Command[] = [course]
