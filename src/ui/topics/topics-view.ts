import type { TopicRow } from '../../app/list-topics.ts'
import { groupTitle } from '../../core/group-title.ts'
import { count, type Text } from '../../core/locale.ts'
import type { TopicChoice } from '../../core/topic.ts'
import type { Around } from '../frame/around.ts'
import type { Page } from '../frame/page.ts'
import { BLANK, cellText, cropLine, type Line, line, padText, padTextStart, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import type { TopicsState } from './topics-screen.ts'

export function drawTopics({ topics, marked }: TopicsState, around: Around): Page {
  const { lines, focus } = topicLines(topics, marked, around)
  return {
    title: line(around.say({ en: 'Topics', zh: '主题' }), 'title'),
    aside: line(around.say(deckCount(topics.length)), 'hint'),
    body: lines,
    bodyKey: 'topics',
    focus,
    pinned: paragraph(around, WHAT_EXCLUDING_MEANS, 'hint'),
  }
}

/** What no list of names says by itself. */
export const WHAT_EXCLUDING_MEANS: Text = {
  en: 'An excluded topic gives no new cards; what you have seen of it still comes back.',
  zh: '被排除的主题不再出新卡片；已学过的照常复习。',
}

/** Group by group; `focus` is the line of the marked deck. */
export function topicLines(topics: readonly TopicRow[], marked: number | undefined, around: Around) {
  if (topics.length === 0) {
    return { lines: [line(around.say({ en: 'There are no decks.', zh: '还没有卡组。' }))], focus: undefined }
  }
  const lines: Line[] = [headLine(around)]
  let focus: number | undefined
  topics.forEach((topic, at) => {
    if (topic.deck.group !== topics[at - 1]?.deck.group) {
      if (at > 0) lines.push(BLANK)
      lines.push(groupLine(topic.deck.group, around))
    }
    if (at === marked) focus = lines.length
    lines.push(topicLine(topic, at === marked, around))
  })
  return { lines, focus }
}

/** Its title, and the name by which commands know it. */
function groupLine(group: string, { say, width }: Around): Line {
  const title = say(groupTitle(group))
  const name = title.toLowerCase() === group ? [] : [run(`  ${group}`, 'hint')]
  return cropLine([run(title, 'heading'), ...name], width)
}

const NAME_WIDTH = 23
const NUMBER_WIDTH = 7
const CHOICE_WIDTH = 10

function headLine({ say, width }: Around): Line {
  const numbers = [
    say({ en: 'seen', zh: '已学' }),
    say({ en: 'due', zh: '到期' }),
    say({ en: 'weight', zh: '权重' }),
  ]
  const cells = numbers.map((text) => padTextStart(text, NUMBER_WIDTH)).join('')
  return cropLine([run(`  ${' '.repeat(nameWidth(width))}${cells}`, 'hint')], width)
}

function topicLine(
  { deck, seen, total, due, weight, choice }: TopicRow,
  isMarked: boolean,
  around: Around,
): Line {
  const { say, width } = around
  const room = nameWidth(width)
  const isWide = room >= NAME_WIDTH + 10
  const name = padText(deck.name, NAME_WIDTH - 1)
  const label = isWide ? `${name} ${say(deck.title)}` : deck.name
  const numbers = [`${seen}/${total}`, due === 0 ? '' : String(due), String(weight)]
  const tone = isMarked ? 'chosen' : choice === 'excluded' ? 'hint' : undefined
  return cropLine(
    [
      run(isMarked ? '› ' : '  ', 'chosen'),
      run(cellText(label, room), tone),
      run(numbers.map((text) => padTextStart(text, NUMBER_WIDTH)).join(''), tone),
      run(`  ${say(CHOICE_NAMES[choice])}`, choice === 'chosen' ? 'good' : 'hint'),
    ],
    width,
  )
}

function nameWidth(width: number): number {
  return Math.max(10, Math.min(60, width - 2 - 3 * NUMBER_WIDTH - CHOICE_WIDTH))
}

const CHOICE_NAMES: { readonly [C in TopicChoice]: Text } = {
  chosen: { en: 'first', zh: '优先' },
  usual: { en: '', zh: '' },
  excluded: { en: 'excluded', zh: '已排除' },
}

function deckCount(decks: number): Text {
  return { en: count(decks, 'deck'), zh: `${decks} 个卡组` }
}
