import { type Command, defineCommand } from './arguments/command.ts'
import { JSON_FLAG } from './flags.ts'

const backup = defineCommand({
  name: 'backup',
  summary: { en: 'copy the database to a file', zh: '备份数据库' },
  description: {
    en: 'Copies the database to FILE, or among the backups that are kept (7 daily, 4 weekly, 12 monthly), and checks the copy. One is made by itself when you are done and the last is older than a day; `anneal config backups` chooses their folder, or off.',
    zh: '把数据库复制到 FILE；不给出文件时放进备份文件夹（保留 7 个每日、4 个每周、12 个每月备份），并检查副本。学习结束时若上次备份已超过一天，会自动备份；`anneal config backups` 可更改文件夹或设为 off。',
  },
  args: ['[file]'],
  flags: {
    list: { help: { en: 'list the backups that are kept', zh: '列出现有的备份' } },
    force: { help: { en: 'replace a file that is there', zh: '替换已有的文件' } },
    json: JSON_FLAG,
  },
  run: async ([file], flags) => (await import('./commands/backup.ts')).backup(file, flags),
})

const restore = defineCommand({
  name: 'restore',
  summary: { en: 'let the database be what a backup holds', zh: '从备份恢复数据库' },
  description: {
    en: 'Checks FILE, then lets the database be what it holds; what was there before is kept among the backups, and the answer names it. A backup of an older version is brought to the present form. Decks are files of yours and stay.',
    zh: '检查 FILE，再把数据库换成其中的内容；原来的数据库保留在备份文件夹中，输出会给出其位置。较旧版本的备份会升级到当前格式。卡组是你自己的文件，不受影响。',
  },
  args: ['<file>'],
  flags: {
    'dry-run': {
      help: { en: 'only check FILE, and say what would be lost', zh: '只检查 FILE，并说明会缺少什么' },
    },
    json: JSON_FLAG,
  },
  run: async ([file], flags) => (await import('./commands/restore.ts')).restore(file, flags),
})

/** What keeps data safe. */
export const SAFETY_COMMANDS: readonly Command[] = [backup, restore]
