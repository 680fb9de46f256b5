import { RATINGS } from '../core/rating.ts'
import { type Command, defineCommand } from './arguments/command.ts'
import { anyText, JSON_FLAG, settingValue, wholeDays, wholeNumber } from './flags.ts'
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

const forget = defineCommand({
  name: 'forget',
  summary: { en: 'make a card new again', zh: '把一张卡片重置为新卡片' },
  args: ['<card>'],
  flags: { json: JSON_FLAG },
  run: async ([card], flags) => (await import('./commands/review-cards.ts')).forget(card, flags),
})

const due = defineCommand({
  name: 'due',
  summary: {
    en: 'let a card come back on a day: a date, or a number of days',
    zh: '指定卡片再次出现的日子：日期或天数',
  },
  args: ['<card>', '<day>'],
  flags: { json: JSON_FLAG },
  run: async ([card, day], flags) => (await import('./commands/review-cards.ts')).due(card, day, flags),
})

const flag = defineCommand({
  name: 'flag',
  summary: {
    en: 'mark a card to look at again, with a note: one that is wrong',
    zh: '给卡片加旗标和备注，以便之后查看，例如内容有误',
  },
  args: ['<card>', '[note...]'],
  flags: { off: { help: { en: 'take the flag away', zh: '去掉旗标' } }, json: JSON_FLAG },
  run: async ([card, note], flags) => (await import('./commands/review-cards.ts')).flag(card, note, flags),
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
    cram: {
      help: { en: 'all cards in random order; records nothing', zh: '随机过一遍全部卡片，不作记录' },
      conflicts: 'ahead',
    },
    ahead: {
      help: {
        en: 'cards that come within so many days, before their day; records nothing',
        zh: '提前过一遍今后若干天内到期的卡片，不作记录',
      },
      value: wholeDays('days'),
      conflicts: 'interview',
    },
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
  commands: [answer, suspend, suspended, forget, due, flag],
  run: async (_, flags) => (await import('./commands/review-cards.ts')).review(flags),
})

const browse = defineCommand({
  name: 'browse',
  summary: { en: 'find cards and look at them', zh: '查找并查看卡片' },
  description: {
    en: 'Lists the cards that a query wants; in a terminal a screen, where a card opens with its history. Words must all stand in a card, in either language; "two words" stand side by side, * is anything and _ one character (\\* and \\_ are these themselves), - before a part excludes it, `or` and brackets give alternatives. Filters: deck: tag: (tag:none) id: is:new, learn, review, due, suspended, buried, leech, own, flagged; rated:7 (answered in 7 days), rated:7:1 (and forgotten); prop: with r, s, d, ivl, lapses, reps or due, such as prop:r<0.8. Put the query in quotes.',
    zh: '列出符合查询的卡片；在终端中是一个界面，可打开卡片查看其历史。各个词须同时出现在卡片中，中英文均可；"两个 词" 须相邻，* 代表任意文字，_ 代表一个字符（\\* 和 \\_ 是字符本身），前面加 - 表示排除，`or` 和括号表示任一。过滤条件：deck: tag:（tag:none）id: is:new、learn、review、due、suspended、buried、leech、own、flagged；rated:7（7 天内答过），rated:7:1（且忘了）；prop: 配 r、s、d、ivl、lapses、reps 或 due，例如 prop:r<0.8。请给整个查询加上引号。',
  },
  args: ['[query...]'],
  negates: true,
  flags: {
    full: {
      help: { en: 'the whole card with its history, not one line', zh: '显示整张卡片及其历史，而非一行' },
    },
    json: JSON_FLAG,
  },
  run: async ([words], flags) => (await import('./commands/browse.ts')).browse(words, flags),
})

/** What is done to cards. */
export const CARD_COMMANDS: readonly Command[] = [review, TOPICS, browse]
