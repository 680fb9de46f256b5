import { type Command, Option } from 'commander'
import { LANGUAGES } from '../core/exercise.ts'
import type { Say } from '../core/locale.ts'
import { RATINGS } from '../core/rating.ts'
import { parseRatingWord, parseWhole } from './parse-argument.ts'

/** What the learner does, in the order of the help. */
export function addStudyCommands(program: Command, say: Say): void {
  addReview(program, say)
  addExercise(program, say)
  addGrading(program, say)
  addDiff(program, say)
  addProgress(program, say)
}

const json = (say: Say) =>
  new Option('--json', say({ en: 'print one JSON object', zh: '打印一个 JSON 对象' }))
const language = (say: Say) =>
  new Option('--lang <language>', say({ en: 'programming language', zh: '编程语言' })).choices(LANGUAGES)

function addReview(program: Command, say: Say): void {
  const review = program
    .command('review')
    .summary(say({ en: 'review cards until done', zh: '复习卡片，直到做完' }))
    .description(
      say({
        en: 'Reviews what is due; every answer is on disk before the next card shows. Without a terminal it prints the queue.',
        zh: '复习到期的卡片；每次作答都先落盘，再显示下一张。不在终端中时打印队列。',
      }),
    )
    .option(
      '--deck <name>',
      say({ en: 'only this deck, or the decks of this group', zh: '只复习这个卡组，或这一组的各个卡组' }),
    )
    .option('--limit <n>', say({ en: 'at most so many cards', zh: '最多复习几张' }), parseWhole)
    .option(
      '--new <n>',
      say({
        en: 'at most so many new cards today, instead of the setting',
        zh: '今天最多几张新卡片，不按设置',
      }),
      parseWhole,
    )
    .option(
      '--cram',
      say({ en: 'all cards in random order; records nothing', zh: '随机过一遍全部卡片，不作记录' }),
    )
    .addOption(
      new Option(
        '--interview',
        say({
          en: 'by topic as an interviewer asks, with a clock and a summary',
          zh: '像面试官那样按主题提问，计时并给出总结',
        }),
      ).conflicts('cram'),
    )
    .addOption(json(say))
    .action(async (options) => (await import('./commands/review.ts')).review(options))
  addCardCommands(review, say)
}

function addCardCommands(review: Command, say: Say): void {
  const ratings = RATINGS.join(', ')
  review
    .command('answer <card> <rating>')
    .summary(say({ en: 'record one review', zh: '记录一次复习' }))
    .description(
      say({
        en: `Records one review of a card, without a screen. The rating is ${ratings}.`,
        zh: `不进界面，直接记录对一张卡片的一次复习。评分可选 ${RATINGS.join('、')}。`,
      }),
    )
    .action(async (card, rating) =>
      (await import('./commands/review.ts')).answer(card, parseRatingWord(rating)),
    )
  review
    .command('suspend <card>')
    .summary(say({ en: 'keep a card out of every queue', zh: '暂停一张卡片，不再排入队列' }))
    .option('--off', say({ en: 'take it up again', zh: '恢复这张卡片' }))
    .action(async (card, options) => (await import('./commands/review.ts')).suspend(card, options))
}

function addExercise(program: Command, say: Say): void {
  program
    .command('exercise [id]')
    .summary(say({ en: "today's exercise, or the one named", zh: '今天的练习，或指定的练习' }))
    .description(
      say({
        en: 'Shows the statement and writes the starter to your workspace. Without a terminal it prints both.',
        zh: '显示题面，并在工作目录写入模板。不在终端中时把两者都打印出来。',
      }),
    )
    .addOption(language(say))
    .option(
      '--list',
      say({ en: 'list all exercises, the most useful first', zh: '列出全部练习，最该做的在前' }),
    )
    .option(
      '--hint',
      say({
        en: 'show the next hint; lowers the rating of this round',
        zh: '显示下一条提示，会降低本轮评分',
      }),
    )
    .option(
      '--give-up',
      say({
        en: 'show the solution; the exercise comes back as forgotten',
        zh: '显示参考答案，该练习按忘记处理',
      }),
    )
    .addOption(json(say))
    .action(async (id, options) => (await import('./commands/exercise.ts')).exercise(id, options))
}

function addGrading(program: Command, say: Say): void {
  const seed = () =>
    new Option(
      '--seed <seed>',
      say({ en: 'repeat the random cases of an earlier grading', zh: '重现某次判题的随机用例' }),
    )
  program
    .command('submit [what]')
    .summary(say({ en: 'grade your file and record the attempt', zh: '给你的文件判题，并记为一次提交' }))
    .description(
      say({
        en: 'Grades a file of the workspace, by the id of its exercise or by its path; without either, the one saved last. With --watch it is graded at every save until ctrl-c; to save often costs nothing: an accepted save is an attempt, and of the others only the first failure of a round.',
        zh: '给工作目录中的文件判题，可用练习的 id 或文件路径指定，都不给时取最近保存的那个。加 --watch 时每次保存都判题，直到 ctrl-c；多保存没有坏处：通过的保存记为一次提交，未通过的每轮只记第一次。',
      }),
    )
    .addOption(language(say))
    .addOption(seed())
    .addOption(
      new Option('--watch', say({ en: 'grade again at every save', zh: '每次保存都重新判题' })).conflicts(
        'json',
      ),
    )
    .addOption(json(say))
    .action(async (what, options) => (await import('./commands/submit.ts')).submit(what, options))
  program
    .command('grade <id> <file>')
    .summary(say({ en: 'grade any file and record nothing', zh: '给任意文件判题，不作记录' }))
    .description(
      say({
        en: 'Exit status: 0 accepted, 1 not accepted, 2 could not judge.',
        zh: '退出码：0 通过，1 未通过，2 无法判题。',
      }),
    )
    .addOption(language(say))
    .addOption(seed())
    .addOption(json(say))
    .action(async (id, file, options) => (await import('./commands/grade.ts')).grade(id, file, options))
}

function addDiff(program: Command, say: Say): void {
  program
    .command('diff [what]')
    .summary(say({ en: 'your file against what was last accepted', zh: '对比你的文件与上次通过的提交' }))
    .description(
      say({
        en: 'A unified diff of the last accepted submission and your file now, in the same language.',
        zh: '以 unified diff 格式显示上次通过的提交与当前文件的差异，同一种编程语言。',
      }),
    )
    .addOption(language(say))
    .action(async (what, options) => (await import('./commands/diff.ts')).diff(what, options))
}

function addProgress(program: Command, say: Say): void {
  program
    .command('stats')
    .summary(
      say({
        en: 'heat map, retention, forecast, mastery, exercise record',
        zh: '热力图、记忆率、到期预测、掌握情况、练习记录',
      }),
    )
    .addOption(json(say))
    .action(async (options) => (await import('./commands/stats.ts')).stats(options))
  program
    .command('config [key] [value]')
    .summary(say({ en: 'show or change settings', zh: '查看或修改设置' }))
    .addOption(json(say))
    .action(async (key, value, options) => (await import('./commands/config.ts')).config(key, value, options))
  program
    .command('doctor')
    .summary(
      say({
        en: 'check the data, the tools and the isolation of submissions',
        zh: '检查数据、工具和提交的隔离',
      }),
    )
    .option('--fix', say({ en: 'rebuild every state from the log', zh: '按日志重建全部状态' }))
    .action(async (options) => (await import('./commands/doctor.ts')).doctor(options))
}
