import { defineCommand } from './arguments/command.ts'
import { AUTHOR_COMMANDS } from './author-commands.ts'
import { COURSE_COMMANDS } from './course-commands.ts'
import { JSON_FLAG } from './flags.ts'
import { HUB_COMMANDS } from './hub-commands.ts'
import { print } from './print.ts'
import { STUDY_COMMANDS } from './study-commands.ts'
import { version } from './version.ts'

/** All that can be written behind `anneal`, in the order of the help. */
export const ANNEAL = defineCommand({
  name: 'anneal',
  summary: {
    en: 'Flashcards on FSRS and coding exercises that are executed, for computer-vision and deep-learning interviews.',
    zh: '为计算机视觉与深度学习面试准备的记忆卡片（FSRS 调度）和编程练习（实际运行判题）。',
  },
  flags: { version: { short: 'V', help: { en: 'print the version', zh: '显示版本' } }, json: JSON_FLAG },
  commands: [...STUDY_COMMANDS, ...COURSE_COMMANDS, ...HUB_COMMANDS, ...AUTHOR_COMMANDS],
  run: async (_, flags) =>
    flags.version ? print(version()) : (await import('./commands/home.ts')).home(flags),
})
