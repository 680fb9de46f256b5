import { type Command, defineCommand } from './arguments/command.ts'
import { CARD_COMMANDS } from './card-commands.ts'
import { EXCHANGE_COMMANDS } from './exchange-commands.ts'
import { EXERCISE_COMMANDS } from './exercise-commands.ts'
import { anyText, JSON_FLAG, PLANNED_MINUTES, settingValue, TOPIC_LIST, wholeDays } from './flags.ts'
import { SAFETY_COMMANDS } from './safety-commands.ts'

const stats = defineCommand({
  name: 'stats',
  summary: {
    en: 'heat map, retention, forecast, memory, predictions, mastery, exercise record, hard cards',
    zh: '热力图、记忆率、到期预测、记忆分布、预测质量、掌握情况、练习记录、难卡',
  },
  description: {
    en: 'Shows a heat map of the year, true retention, what the next 30 days ask in cards and minutes, how well cards are kept, whether predicted recall comes true, mastery by topic, the exercise record and the hardest cards; docs/statistics.md says what each figure means. What today asks is counted as the home screen counts it, by the queue of the day: no suspended or buried card, no second card of a note, none of a deck that is gone, and no more than the limits of the day; what a limit leaves waits for the next day.',
    zh: '显示全年热力图、真实记忆率、未来 30 天的待复习张数和分钟数、记忆分布、预测的想起概率是否应验、各主题掌握情况、练习记录和最难的卡片；各项含义见 docs/statistics.md。今天的数量与主页一致，以当天的队列为准：不含暂停或搁置的卡片、同一笔记的第二张卡片、已不在的卡组，也不超过每日上限；超出上限的顺延到第二天。',
  },
  flags: {
    html: {
      help: {
        en: 'write one page with charts, which loads nothing',
        zh: '写成一个带图表的网页文件，不加载任何外部内容',
      },
      value: anyText('file'),
    },
    json: JSON_FLAG,
  },
  run: async (_, flags) => (await import('./commands/stats.ts')).stats(flags),
})

const optimize = defineCommand({
  name: 'optimize',
  summary: {
    en: 'fit the scheduler to your own reviews',
    zh: '按你自己的复习记录优化调度参数',
  },
  description: {
    en: 'Fits the 21 parameters of FSRS-6 to all your cards together, and adopts them only where such a fit would have foretold your later reviews better than the parameters that stand. What is remembered is then computed anew from the whole history; days on which cards are due stay. Ctrl-C stops it and leaves everything as it was.',
    zh: '用全部卡片的复习记录拟合 FSRS-6 的 21 个参数；只有这样拟合的参数对之后的复习预测得更准，才会采用。采用后按全部记录重算记忆状态，已定的到期日不变。按 Ctrl-C 可随时停止，不留任何改动。',
  },
  flags: {
    undo: { help: { en: 'go back to the parameters before the last fit', zh: '恢复上次优化之前的参数' } },
    json: JSON_FLAG,
  },
  run: async (_, flags) => (await import('./commands/optimize.ts')).optimize(flags),
})

const workload = defineCommand({
  name: 'workload',
  summary: {
    en: 'minutes a day and cards known for each desired retention',
    zh: '各期望记忆率下每天的分钟数和能想起的卡片数',
  },
  description: {
    en: 'Simulates the days to come from how your cards stand, with your parameters, limits and pace, for desired retentions from 80 to 97%. Changes nothing.',
    zh: '从卡片的现状出发，按你的参数、每日上限和用时，模拟期望记忆率为 80% 至 97% 时的今后各天。不作任何改动。',
  },
  flags: {
    days: {
      help: { en: 'how many days (365)', zh: '模拟的天数（默认 365）' },
      value: wholeDays('n'),
    },
    new: {
      help: { en: 'so many new cards a day, instead of the setting', zh: '每天的新卡片数，不按设置' },
      value: settingValue('n', 'new-per-day'),
    },
    json: JSON_FLAG,
  },
  run: async (_, flags) => (await import('./commands/workload.ts')).workload(flags),
})

const plan = defineCommand({
  name: 'plan',
  summary: {
    en: 'what to do each day until the interview, and what will be recalled then',
    zh: '面试前每天做什么，以及届时预计能想起多少',
  },
  description: {
    en: 'Each day asks first what adds most a minute to what you will recall on the date, by your parameters; what comes of it is simulated, with what is uncertain about them. From the date on cards come as before. Without an option it shows the plan; docs/plan.md says what its figures mean.',
    zh: '每天先做单位时间内最能提高面试当天想起率的内容（按你的参数计算）；结果用模拟预测，并计入参数的不确定性。面试当天起恢复原来的调度。不带选项时显示当前计划；各项含义见 docs/plan.md。',
  },
  flags: {
    interview: {
      help: { en: 'date of the interview, or in how many days it is', zh: '面试日期，或距今的天数' },
      value: anyText('date'),
    },
    minutes: {
      help: {
        en: 'minutes a day for cards and exercises together',
        zh: '每天用于卡片和练习的总分钟数',
      },
      value: PLANNED_MINUTES,
    },
    topics: {
      help: {
        en: 'only these decks or groups, with commas between; all: every one that is not excluded',
        zh: '只计划这些卡组或组，以逗号分隔；all 表示所有未排除的',
      },
      value: TOPIC_LIST,
    },
    off: {
      help: { en: 'end the plan; the date stays', zh: '结束计划，面试日期保留' },
      conflicts: 'interview',
    },
    json: JSON_FLAG,
  },
  run: async (_, flags) => (await import('./commands/plan.ts')).plan(flags),
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

const clock = defineCommand({
  name: 'clock',
  summary: {
    en: 'let what a clock that ran ahead has dated count as done now',
    zh: '把时钟超前时的记录算作现在所做',
  },
  description: {
    en: 'Dates anew what is dated later than now by more than a day. First check that the date and the zone of this machine are right: behind a clock that is wrong itself all of your reviews may lie.',
    zh: '为日期比现在晚一天以上的记录重新记上日期。请先确认这台机器的日期和时区无误：若时钟本身落后，所有复习都会晚于“现在”。',
  },
  flags: { json: JSON_FLAG },
  run: async (_, flags) => (await import('./commands/doctor.ts')).clock(flags),
})

const doctor = defineCommand({
  name: 'doctor',
  summary: {
    en: 'check the data, the tools and the isolation of submissions',
    zh: '检查数据、工具和提交的隔离',
  },
  flags: {
    fix: {
      help: {
        en: 'rebuild every state from the log, and remove what killed programs left behind',
        zh: '按日志重建全部状态，并删除中断的程序留下的文件',
      },
    },
    json: JSON_FLAG,
  },
  commands: [join, clock],
  run: async (_, flags) => (await import('./commands/doctor.ts')).doctor(flags),
})

/** What the learner does. */
export const STUDY_COMMANDS: readonly Command[] = [
  ...CARD_COMMANDS,
  ...EXERCISE_COMMANDS,
  stats,
  optimize,
  workload,
  plan,
  ...EXCHANGE_COMMANDS,
  config,
  ...SAFETY_COMMANDS,
  doctor,
]
