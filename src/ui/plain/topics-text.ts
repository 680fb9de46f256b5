import type { Deps } from '../../app/deps.ts'
import type { TopicRow } from '../../app/list-topics.ts'
import { BLANK, line } from '../text/line.ts'
import { topicLines, WHAT_EXCLUDING_MEANS } from '../topics/topics-view.ts'
import { plainAround, plainText } from './plain-text.ts'

export function topicsText(deps: Deps, topics: readonly TopicRow[]): string {
  const around = plainAround(deps)
  const { lines } = topicLines(topics, undefined, around)
  return plainText([...lines, BLANK, line(around.say(WHAT_EXCLUDING_MEANS))])
}

/** Some of them, as a decision has left them. */
export function changedTopicsText(deps: Deps, topics: readonly TopicRow[]): string {
  return plainText(topicLines(topics, undefined, plainAround(deps)).lines)
}
