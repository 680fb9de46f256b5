import type { Deps } from '../../app/deps.ts'
import { listTopics, type TopicRow } from '../../app/list-topics.ts'
import type { ListedDeck } from '../../core/card.ts'
import { BLANK, line } from '../text/line.ts'
import { topicLines, WHAT_EXCLUDING_MEANS } from '../topics/topics-view.ts'
import { plainAround, plainText } from './plain-text.ts'

export function topicsText(deps: Deps, topics: readonly TopicRow[]): string {
  const around = plainAround(deps)
  const { lines } = topicLines(topics, undefined, around)
  return plainText([...lines, BLANK, line(around.say(WHAT_EXCLUDING_MEANS))])
}

/** The decks as a decision has left them. */
export function changedTopicsText(deps: Deps, decks: readonly ListedDeck[]): string {
  const changed = listTopics(deps).filter(({ deck }) => decks.includes(deck))
  return plainText(topicLines(changed, undefined, plainAround(deps)).lines)
}
