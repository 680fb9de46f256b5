import { RATINGS } from '../core/rating.ts'
import { type Command, defineCommand } from './arguments/command.ts'
import { anyText, JSON_FLAG, LANGUAGE_FLAG, SEED_FLAG, settingValue, wholeNumber } from './flags.ts'
import { TOPICS } from './topic-commands.ts'

const answer = defineCommand({
  name: 'answer',
  summary: { en: 'record one review', zh: '记录一次复习' },
  description: {
    en: `Records one review of a card, without a screen. The rating is ${RATINGS.join(', ')}.`,
    zh: `不进界面，直接记录对一张卡片的一次复习。评分可选 ${RATINGS.join('、')}。`,
  },
  args: ['<card>', '<rating>'],
  flags: { json: JSON_FLAG },
  run: async ([card, rating], flags) =>
    (await import('./commands/review-cards.ts')).answer(card, rating, flags),
})

const suspend = defineCommand({
  name: 'suspend',
  summary: { en: 'keep a card out of every queue', zh: '暂停一张卡片，不再排入队列' },
  args: ['<card>'],
  flags: { off: { help: { en: 'take it up again', zh: '恢复这张卡片' } }, json: JSON_FLAG },
  run: async ([card], flags) => (await import('./commands/review-cards.ts')).suspend(card, flags),
})

const suspended = defineCommand({
  name: 'suspended',
  summary: { en: 'list what is suspended, and leeches', zh: '列出已暂停的卡片和顽固卡片' },
  description: {
    en: 'Lists the cards that no queue asks, and those that lapsed so often that they were suspended (leeches). `anneal review suspend CARD --off` takes one up again.',
    zh: '列出不再排入队列的卡片，以及因遗忘太多次而被暂停的卡片（顽固卡片）。用 `anneal review suspend CARD --off` 恢复。',
  },
  flags: { json: JSON_FLAG },
  run: async (_, flags) => (await import('./commands/review-cards.ts')).suspended(flags),
})

const review = defineCommand({
  name: 'review',
  summary: { en: 'review cards until done', zh: '复习卡片，直到做完' },
  description: {
    en: 'Reviews what is due; every answer is on disk before the next card shows. Without a terminal it prints the queue.',
    zh: '复习到期的卡片；每次作答都先落盘，再显示下一张。不在终端中时打印队列。',
  },
  flags: {
    deck: {
      help: {
        en: 'only this deck, or the decks of this group; may be given several times (names: anneal topics)',
        zh: '只复习这个卡组，或这一组的各个卡组；可重复给出（名称见 anneal topics）',
      },
      value: anyText('name'),
      many: true,
    },
    for: {
      help: {
        en: 'now the cards that this exercise needs and that are not yet stable',
        zh: '现在就复习这个练习所需、尚未稳定的卡片',
      },
      value: anyText('exercise'),
      conflicts: 'deck',
    },
    limit: { help: { en: 'at most so many cards', zh: '最多复习几张' }, value: wholeNumber('n') },
    new: {
      help: {
        en: 'at most so many new cards today, instead of the setting',
        zh: '今天最多几张新卡片，不按设置',
      },
      value: settingValue('n', 'new-per-day'),
    },
    cram: { help: { en: 'all cards in random order; records nothing', zh: '随机过一遍全部卡片，不作记录' } },
    interview: {
      help: {
        en: 'by topic as an interviewer asks, with a clock and a summary',
        zh: '像面试官那样按主题提问，计时并给出总结',
      },
      conflicts: 'cram',
    },
    exercise: {
      help: {
        en: "the exercise that the interview ends with, against the clock (else today's)",
        zh: '模拟面试最后限时完成的练习（默认为今天的练习）',
      },
      value: anyText('id'),
    },
    json: JSON_FLAG,
  },
  commands: [answer, suspend, suspended],
  run: async (_, flags) => (await import('./commands/review-cards.ts')).review(flags),
})

const browse = defineCommand({
  name: 'browse',
  summary: { en: 'find cards and look at them', zh: '查找并查看卡片' },
  description: {
    en: 'Lists the cards that a query wants; in a terminal a screen, where a card opens with its history. Words must all stand in a card, in either language; "two words" stand side by side, * is anything, - before a part excludes it, `or` and brackets give alternatives. Filters: deck: tag: id: is:new, learn, review, due, suspended, buried, leech, own; rated:7 (answered in 7 days), rated:7:1 (and forgotten); prop: with r, s, d, ivl, lapses, reps or due, such as prop:r<0.8. Put the query in quotes.',
    zh: '列出符合查询的卡片；在终端中是一个界面，可打开卡片查看其历史。各个词须同时出现在卡片中，中英文均可；"两个 词" 须相邻，* 代表任意文字，前面加 - 表示排除，`or` 和括号表示任一。过滤条件：deck: tag: id: is:new、learn、review、due、suspended、buried、leech、own；rated:7（7 天内答过），rated:7:1（且忘了）；prop: 配 r、s、d、ivl、lapses、reps 或 due，例如 prop:r<0.8。请给整个查询加上引号。',
  },
  args: ['[query...]'],
  flags: {
    full: {
      help: { en: 'the whole card with its history, not one line', zh: '显示整张卡片及其历史，而非一行' },
    },
    json: JSON_FLAG,
  },
  run: async ([words], flags) => (await import('./commands/browse.ts')).browse(words, flags),
})

const exercise = defineCommand({
  name: 'exercise',
  summary: { en: "today's exercise, or the one named", zh: '今天的练习，或指定的练习' },
  description: {
    en: 'Shows the statement and writes the starter to your workspace. Without a terminal it prints why it is this one, the statement, the budget and where your file is. Without --lang it goes on in the language last worked in for this exercise, at first in that of the settings. --hint and --give-up without an id are about the exercise opened last.',
    zh: '显示题面，并在工作目录写入模板。不在终端中时打印选它的原因、题面、预算和文件位置。不给 --lang 时沿用这个练习上次所用的编程语言，第一次则按设置。--hint 和 --give-up 不给 id 时针对最近打开的练习。',
  },
  args: ['[id]'],
  flags: {
    lang: LANGUAGE_FLAG,
    list: {
      help: { en: 'list all exercises, the most useful first', zh: '列出全部练习，最该做的在前' },
      conflicts: 'hint',
    },
    hint: {
      help: {
        en: 'show the next hint; lowers the rating of this round',
        zh: '显示下一条提示，会降低本轮评分',
      },
      conflicts: 'give-up',
    },
    'give-up': {
      help: {
        en: 'show the solution; unless accepted before, the exercise comes back as forgotten',
        zh: '显示参考答案；若尚未通过，该练习按忘记处理',
      },
      conflicts: 'list',
    },
    json: JSON_FLAG,
  },
  run: async ([id], flags) => (await import('./commands/hand-out-exercise.ts')).exercise(id, flags),
})

const run = defineCommand({
  name: 'run',
  summary: { en: 'run your file on an input of your own', zh: '用你自己的输入运行你的文件' },
  description: {
    en: 'Runs a file of the workspace once, isolated, and judges and records nothing. An input is a file, or - for stdin, with all parameters: one JSON object ({"image": [[1, 2], [3, 4]], "ksize": 3}; NaN and Infinity as Python writes them), or what numpy.savez has written. Or it is NAME= with JSON, a .npy file or a .png image behind it: --input image=photo.png --input ksize=3. In JSON the name of such a file may stand for an array. Without --input it is input.json beside the starter, which begins as the case that failed last. Exit status 1 when the function returns nothing that fits the signature.',
    zh: '隔离运行工作目录中的文件一次，不判题，也不记录。输入可以是含全部参数的文件（- 表示标准输入）：一个 JSON 对象（{"image": [[1, 2], [3, 4]], "ksize": 3}；NaN 和 Infinity 可照 Python 的写法），或 numpy.savez 保存的文件；也可以是 NAME= 加上 JSON、.npy 文件或 .png 图像：--input image=photo.png --input ksize=3。JSON 中的数组也可以写成这类文件的名字。不给 --input 时用模板旁的 input.json，它最初是最近一次未通过的用例。没有返回符合签名的结果时，退出码为 1。',
  },
  args: ['[what]'],
  flags: {
    input: {
      help: {
        en: 'a file with all parameters, or NAME= and a file or JSON; may be given several times',
        zh: '含全部参数的文件，或 NAME= 加文件或 JSON；可重复给出',
      },
      value: anyText('file'),
      many: true,
    },
    lang: LANGUAGE_FLAG,
    json: JSON_FLAG,
  },
  run: async ([what], flags) => (await import('./commands/run.ts')).run(what, flags),
})

const submit = defineCommand({
  name: 'submit',
  summary: { en: 'grade your file and record the attempt', zh: '给你的文件判题，并记为一次提交' },
  description: {
    en: 'Grades a file of the workspace, by the id of its exercise or by its path; without either, the one saved last. With --watch it is graded at every save until ctrl-c; to save often costs nothing: an accepted save is an attempt, and of the others only the first failure of a round. Exit status: 0 accepted, 1 not accepted, 2 could not judge; of a watch 0 when the last verdict was accepted, else 1.',
    zh: '给工作目录中的文件判题，可用练习的 id 或文件路径指定，都不给时取最近保存的那个。加 --watch 时每次保存都判题，直到 ctrl-c；多保存没有坏处：通过的保存记为一次提交，未通过的每轮只记第一次。退出码：0 通过，1 未通过，2 无法判题；加 --watch 时，最后一次判题通过为 0，否则为 1。',
  },
  args: ['[what]'],
  flags: {
    lang: LANGUAGE_FLAG,
    seed: SEED_FLAG,
    watch: { help: { en: 'grade again at every save', zh: '每次保存都重新判题' }, conflicts: 'json' },
    json: JSON_FLAG,
  },
  run: async ([what], flags) => (await import('./commands/submit.ts')).submit(what, flags),
})

const grade = defineCommand({
  name: 'grade',
  summary: { en: 'grade any file and record nothing', zh: '给任意文件判题，不作记录' },
  description: {
    en: 'Exit status: 0 accepted, 1 not accepted, 2 could not judge.',
    zh: '退出码：0 通过，1 未通过，2 无法判题。',
  },
  args: ['<id>', '<file>'],
  flags: { lang: LANGUAGE_FLAG, seed: SEED_FLAG, json: JSON_FLAG },
  run: async ([id, file], flags) => (await import('./commands/grade.ts')).grade(id, file, flags),
})

const diff = defineCommand({
  name: 'diff',
  summary: { en: 'your file against what was last accepted', zh: '对比你的文件与上次通过的提交' },
  description: {
    en: 'A unified diff of the last accepted submission and your file now, in the same language.',
    zh: '以 unified diff 格式显示上次通过的提交与当前文件的差异，同一种编程语言。',
  },
  args: ['[what]'],
  flags: { lang: LANGUAGE_FLAG, json: JSON_FLAG },
  run: async ([what], flags) => (await import('./commands/diff.ts')).diff(what, flags),
})

const stats = defineCommand({
  name: 'stats',
  summary: {
    en: 'heat map, retention, forecast, mastery, exercise record',
    zh: '热力图、记忆率、到期预测、掌握情况、练习记录',
  },
  description: {
    en: 'Shows a heat map, true retention, what the next two weeks ask, mastery by deck and the exercise record. What today asks is counted as the home screen counts it, by the queue of the day: no suspended or buried card, no second card of a note, none of a deck that is gone, and no more than the limits of the day; what a limit leaves waits for the next day.',
    zh: '显示热力图、真实记忆率、未来两周的待复习数、各卡组掌握情况和练习记录。今天的数量与主页一致，以当天的队列为准：不含暂停或搁置的卡片、同一笔记的第二张卡片、已不在的卡组，也不超过每日上限；超出上限的顺延到第二天。',
  },
  flags: { json: JSON_FLAG },
  run: async (_, flags) => (await import('./commands/stats.ts')).stats(flags),
})

const config = defineCommand({
  name: 'config',
  summary: { en: 'show or change settings', zh: '查看或修改设置' },
  description: {
    en: 'Shows all settings, shows one, or changes one. `anneal config python --make` makes an environment of its own with numpy, and says each command before it runs it.',
    zh: '查看全部设置、查看一项或修改一项。`anneal config python --make` 自建一个带 numpy 的 Python 环境，每条命令运行前都会打印出来。',
  },
  args: ['[key]', '[value]'],
  flags: {
    make: {
      help: {
        en: 'for python: make an environment of its own with numpy',
        zh: '仅用于 python：自建带 numpy 的环境',
      },
    },
    json: JSON_FLAG,
  },
  run: async ([key, value], flags) => (await import('./commands/config.ts')).config(key, value, flags),
})

const join = defineCommand({
  name: 'join',
  summary: {
    en: 'let a card go on with the history of one whose text was edited',
    zh: '让一张卡片接续改动文字前的复习记录',
  },
  description: {
    en: 'Writes the id of a history that has lost its card above a note of your own decks, which then goes on with it. `anneal doctor` lists such histories.',
    zh: '把失去卡片的复习记录的 id 写到你自己卡组的一条笔记上方，这张卡片便接续它。这样的记录由 `anneal doctor` 列出。',
  },
  args: ['<history>', '<card>'],
  flags: { json: JSON_FLAG },
  run: async ([history, card], flags) => (await import('./commands/doctor.ts')).join(history, card, flags),
})

const doctor = defineCommand({
  name: 'doctor',
  summary: {
    en: 'check the data, the tools and the isolation of submissions',
    zh: '检查数据、工具和提交的隔离',
  },
  flags: {
    fix: { help: { en: 'rebuild every state from the log', zh: '按日志重建全部状态' } },
    json: JSON_FLAG,
  },
  commands: [join],
  run: async (_, flags) => (await import('./commands/doctor.ts')).doctor(flags),
})

/** What the learner does. */
export const STUDY_COMMANDS: readonly Command[] = [
  review,
  TOPICS,
  browse,
  exercise,
  run,
  submit,
  grade,
  diff,
  stats,
  config,
  doctor,
]
