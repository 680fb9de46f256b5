import { chooseTopic, weighTopic } from '../../app/change-topic.ts'
import { listTopics } from '../../app/list-topics.ts'
import type { TopicChoice } from '../../core/topic.ts'
import { topicsFields } from '../../output/json/topics-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson } from '../print.ts'

/** A screen; without a terminal the list. */
export async function topics(flags: { readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  if (flags.json) return printJson(topicsFields(listTopics(deps)))
  if (hasTerminal()) {
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'topics' })
  }
  print((await import('../../ui/plain/topics-text.ts')).topicsText(deps, listTopics(deps)))
}

export async function choose(name: string, choice: TopicChoice): Promise<void> {
  const deps = await openDeps()
  const decks = chooseTopic(deps, name, choice)
  print((await import('../../ui/plain/topics-text.ts')).changedTopicsText(deps, decks))
}

export async function weigh(name: string, weight: string): Promise<void> {
  const deps = await openDeps()
  const decks = weighTopic(deps, name, weight)
  print((await import('../../ui/plain/topics-text.ts')).changedTopicsText(deps, decks))
}
