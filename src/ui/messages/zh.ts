import type { Messages } from './messages.ts'
import { ZH_DOCTOR } from './zh-doctor.ts'
import { ZH_EXERCISES } from './zh-exercises.ts'
import { ZH_HELP } from './zh-help.ts'
import { ZH_PICTURES } from './zh-pictures.ts'

const INTERVALS: Messages['intervals'] = {
  underMinute: '<1分',
  minutes: (value) => `${value}分`,
  hours: (value) => `${value}时`,
  days: (value) => `${value}天`,
  months: (value) => `${value}个月`,
  years: (value) => `${value}年`,
}

const HOME: Messages['home'] = {
  tagline: '记忆卡片与编程练习',
  cards: '卡片',
  nothingDue: '今天没有到期的卡片。',
  dueCards: (number) => `${number} 张待复习`,
  dueParts: { recalled: '练习召回', learning: '学习中', reviews: '到期', fresh: '新卡片' },
  reviewedToday: (number) => `今天已复习 ${number} 次`,
  exercise: '练习',
  noExercise: '没有进行中、到期或新的练习。',
  streak: '连续',
  streakDays: (days) => `${days} 天`,
  readiness: '准备度',
  readyToday: (percent, cards) => `${cards} 张卡片中预计今天能想起 ${percent}`,
  readyAt: (percent, date, days) => `${date} 面试（还有 ${days} 天）时预计能想起 ${percent}`,
  faults: (number) => `你自己的卡组里有 ${number} 处无法读取，用 \`anneal lint\` 查看。`,
}

const REVIEW: Messages['review'] = {
  title: '复习',
  progress: (answered, left) => `已答 ${answered} · 剩余 ${left}`,
  cram: '突击模式：不记录',
  yourAnswer: '你的答案：',
  yourOrder: (example) => `正确顺序，例如 ${example}：`,
  chooseLetter: (last) => `按 a–${last} 选择`,
  right: '正确。',
  wrong: '错误。',
  youAnswered: (text) => `你的回答：${text}`,
  why: '原因',
  errata: '常见错误',
  source: '出处',
  tags: '标签',
  exercises: '相关练习',
  image: '图片',
  finished: (answered) => `复习完成：共 ${answered} 次作答。`,
  nothingToReview: '现在没有需要复习的卡片。',
  nextAt: (interval) => `下一张卡片 ${interval}后到期。`,
  suspended: '已暂停',
  takenUp: '已恢复',
}

const INTERVIEW: Messages['interview'] = {
  title: '模拟面试',
  roles: { definition: '定义', why: '为什么', 'trade-off': '权衡', 'follow-up': '追问' },
  result: (recalled, asked) => `${asked} 题中想起 ${recalled} 题。需要复习：`,
  mean: (time) => `平均每题 ${time}`,
}

const STATS: Messages['stats'] = {
  title: '进度',
  heat: '最近 26 周的复习次数',
  total: (reviews, days) => `共 ${reviews} 次复习，分布在 ${days} 天`,
  today: (reviews, minutes) => `今天 ${reviews} 次，${minutes} 分钟`,
  less: '少',
  more: '多',
  weekdays: ['一', '', '三', '', '五', '', ''],
  retention: '最近 30 天的真实记忆率（已学会的卡片）',
  young: '新近',
  mature: '成熟',
  all: '全部',
  noReviews: '还没有复习记录',
  forecast: '未来 14 天到期',
  forecastToday: '今天',
  mastery: '各卡组掌握情况',
  masteryColumns: { deck: '卡组', seen: '已学', stable: '稳定', recall: '今天能想起' },
  exercises: '练习',
  troubles: (leeches, suspended) => `顽固卡片 ${leeches} 张，已暂停 ${suspended} 张`,
  streak: (days) => `连续 ${days} 天`,
}

const NOTICES: Messages['notices'] = {
  undone: '已撤销。',
  nothingToUndo: '本次复习没有可撤销的操作。',
  suspended: '已暂停：恢复之前不会再出现。',
  buried: '已搁置到明天。',
  answeredElsewhere: '这张卡片刚在别处作答过，这里没有记录。',
  becameLeech: '这张卡片忘记次数太多，已作为顽固卡片暂停。请改写或拆分它。',
  numberUnreadable: '这不是数字。可以写成 42、-0.5、1e-3 或 3/4。',
  orderUnreadable: '请把列表中的每个编号恰好输入一次。',
  cardRead: '已重新读取这张卡片。',
  noMoreHints: '没有更多提示了。',
}

export const zh: Messages = {
  punctuation: { comma: '，', colon: '：', aside: (text) => `（${text}）` },
  moreLines: (lines) => `↓ 还有 ${lines} 行：j k`,
  endOfText: '— 到底了，按 k 向上 —',
  tooSmall: '请放大窗口：至少 40x12。',
  ratings: { again: '重来', hard: '困难', good: '良好', easy: '简单' },
  intervals: INTERVALS,
  home: HOME,
  review: REVIEW,
  interview: INTERVIEW,
  stats: STATS,
  notices: NOTICES,
  pictures: ZH_PICTURES,
  doctor: ZH_DOCTOR,
  ...ZH_EXERCISES,
  ...ZH_HELP,
}
