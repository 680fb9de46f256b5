import { chooseTopic, weighTopic } from '../../app/change-topic.ts'
import type { Deps } from '../../app/deps.ts'
import { listTopics, type TopicRow } from '../../app/list-topics.ts'
import { type TopicChoice, WEIGHT } from '../../core/topic.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, COMMON_KEYS, type CommonEvent, go } from '../frame/key-table.ts'
import { MOVE_KEYS, type MoveEvent, rowWithin } from '../frame/list-keys.ts'
import { drawTopics } from './topics-view.ts'

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly topics: unknown
  }
}

export interface TopicsState {
  readonly topics: readonly TopicRow[]
  readonly marked: number
}

type TopicsEvent =
  | MoveEvent
  | { readonly kind: 'choose'; readonly choice: TopicChoice }
  | { readonly kind: 'weigh'; readonly by: 1 | -1 }

export const TOPICS = defineScreen<unknown, TopicsState, TopicsEvent>({
  open: (deps) => ({ topics: listTopics(deps), marked: 0 }),
  keys: (state) => [...keysOf(state), ...MOVE_KEYS, ...COMMON_KEYS],
  draw: drawTopics,
  hear,
})

/** None where there is no deck. */
function keysOf({ topics, marked }: TopicsState): readonly Binding<TopicsEvent | CommonEvent>[] {
  return topics.slice(marked, marked + 1).flatMap(({ deck, choice }) => [
    {
      keys: ['enter'],
      help: { en: 'review it', zh: '复习' },
      event: go({
        kind: 'review',
        options: { decks: [deck.name], newCards: undefined, limit: undefined, mode: 'scheduled' },
      }),
    },
    choice === 'excluded'
      ? { keys: ['space'], help: { en: 'include', zh: '恢复' }, event: chosen('usual') }
      : { keys: ['space'], help: { en: 'exclude', zh: '排除' }, event: chosen('excluded') },
    choice === 'chosen'
      ? { keys: ['c'], help: { en: 'in its turn', zh: '按序' }, event: chosen('usual') }
      : { keys: ['c'], help: { en: 'first', zh: '优先' }, event: chosen('chosen') },
    { keys: ['+', '='], help: { en: 'more', zh: '加权' }, event: { kind: 'weigh', by: 1 } },
    { keys: ['-'], help: { en: 'less', zh: '减权' }, event: { kind: 'weigh', by: -1 } },
  ])
}

function chosen(choice: TopicChoice): TopicsEvent {
  return { kind: 'choose', choice }
}

function hear(state: TopicsState, event: TopicsEvent, deps: Deps): { readonly state: TopicsState } {
  const { topics, marked } = state
  const topic = topics[marked]
  if (topic === undefined) return { state }
  switch (event.kind) {
    case 'move':
      return { state: { topics, marked: rowWithin(marked + event.by, topics.length) } }
    case 'choose':
      chooseTopic(deps, [topic.deck.name], event.choice)
      return { state: { topics: listTopics(deps), marked } }
    case 'weigh': {
      const weight = Math.max(WEIGHT.lowest, Math.min(WEIGHT.highest, topic.weight + event.by))
      if (weight !== topic.weight) weighTopic(deps, topic.deck.name, String(weight))
      return { state: { topics: listTopics(deps), marked } }
    }
  }
}
