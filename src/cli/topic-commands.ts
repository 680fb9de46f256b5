import type { Text } from '../core/locale.ts'
import type { TopicChoice } from '../core/topic.ts'
import { type Command, defineCommand } from './arguments/command.ts'
import { JSON_FLAG } from './flags.ts'

const weighTopic = defineCommand({
  name: 'weigh',
  summary: {
    en: 'how many turns a deck or group has while one of weight 1 has one',
    zh: '设置权重：权重为 1 的卡组轮到一次时，它轮到几次',
  },
  args: ['<name>', '<n>'],
  flags: { json: JSON_FLAG },
  run: async ([name, n], flags) => (await import('./commands/topics.ts')).weigh(name, n, flags),
})

/** What gives new cards. */
export const TOPICS = defineCommand({
  name: 'topics',
  summary: { en: 'choose, exclude and weigh what gives new cards', zh: '选择、排除主题，调整新卡片的权重' },
  description: {
    en: 'Lists every deck with what you have seen of it, what is due, and its weight. An excluded topic gives no new cards; what you have seen of it still comes back.',
    zh: '列出每个卡组：已学多少、多少到期、权重多大。被排除的主题不再出新卡片，已学过的照常复习。',
  },
  flags: { json: JSON_FLAG },
  commands: [
    choosing('choose', 'chosen', {
      en: 'new cards of decks or groups before all others',
      zh: '先出某些卡组或组的新卡片',
    }),
    choosing('exclude', 'excluded', {
      en: 'no new cards of decks or groups',
      zh: '不再出某些卡组或组的新卡片',
    }),
    choosing('include', 'usual', {
      en: 'new cards of decks or groups in their turn again',
      zh: '重新按序出某些卡组或组的新卡片',
    }),
    weighTopic,
  ],
  run: async (_, flags) => (await import('./commands/topics.ts')).topics(flags),
})

function choosing(name: string, choice: TopicChoice, summary: Text): Command {
  return defineCommand({
    name,
    summary,
    args: ['<name>', '[names...]'],
    flags: { json: JSON_FLAG },
    run: async ([first, others], flags) =>
      (await import('./commands/topics.ts')).choose([first, ...others], choice, flags),
  })
}
