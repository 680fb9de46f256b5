import { chooseTopic, weighTopic } from '../../app/change-topic.ts'
import type { Deps } from '../../app/deps.ts'
import { listTopics } from '../../app/list-topics.ts'
import type { ListedDeck } from '../../core/card.ts'
import type { TopicChoice } from '../../core/topic.ts'
import { topicsFields } from '../../output/json/topics-json.ts'
import { openDeps } from '../open-deps.ts'
import { hasTerminal, print, printJson } from '../print.ts'

/** A screen; without a terminal the list. */
export async function topics(flags: JsonFlag): Promise<void> {
  const deps = await openDeps()
  if (flags.json) return printJson(topicsFields(listTopics(deps)))
  if (hasTerminal()) {
    const { showScreens } = await import('../show-screens.ts')
    return showScreens(deps, { kind: 'topics' })
  }
  print((await import('../../ui/plain/topics-text.ts')).topicsText(deps, listTopics(deps)))
}

export async function choose(names: readonly string[], choice: TopicChoice, flags: JsonFlag): Promise<void> {
  const deps = await openDeps()
  return printChanged(deps, chooseTopic(deps, names, choice), flags)
}

export async function weigh(name: string, weight: string, flags: JsonFlag): Promise<void> {
  const deps = await openDeps()
  return printChanged(deps, weighTopic(deps, name, weight), flags)
}

interface JsonFlag {
  readonly json?: boolean
}

/** The decks as the decision has left them. */
async function printChanged(deps: Deps, decks: readonly ListedDeck[], { json }: JsonFlag): Promise<void> {
  const changed = listTopics(deps).filter(({ deck }) => decks.includes(deck))
  if (json) return printJson(topicsFields(changed))
  print((await import('../../ui/plain/topics-text.ts')).changedTopicsText(deps, changed))
}
