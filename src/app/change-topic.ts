import type { ListedDeck } from '../core/card.ts'
import { Problem } from '../core/problem.ts'
import { LONGEST_SETTING } from '../core/settings.ts'
import { choiceKey, parseWeight, type TopicChoice, WEIGHT, weightKey } from '../core/topic.ts'
import type { Deps } from './deps.ts'
import { decksCalled } from './named-decks.ts'

/**
 * Of decks, or of each of groups; durable when it returns. Gives the decks.
 * @throws Problem when none has one of the names
 */
export function chooseTopic(
  deps: Deps,
  names: readonly string[],
  choice: TopicChoice,
): readonly ListedDeck[] {
  return decide(deps, names, choiceKey, choice)
}

/** The same. @throws Problem when that is no weight */
export function weighTopic(deps: Deps, name: string, text: string): readonly ListedDeck[] {
  if (parseWeight(text) === undefined) throw noWeight(text)
  return decide(deps, [name], weightKey, text)
}

function decide(
  deps: Deps,
  names: readonly string[],
  keyOf: (deck: string) => string,
  value: string,
): readonly ListedDeck[] {
  const decks = decksCalled(deps, names)
  const tooLong = decks.find((deck) => keyOf(deck.name).length > LONGEST_SETTING)
  if (tooLong) throw nameTooLong(tooLong.name)
  for (const deck of decks) deps.store.configure(keyOf(deck.name), value, deps.now())
  return decks
}

function noWeight(text: string): Problem {
  const { lowest, highest } = WEIGHT
  return new Problem(
    { en: `A weight cannot be "${text}".`, zh: `权重不能是“${text}”。` },
    {
      remedy: {
        en: `Give it a whole number from ${lowest} to ${highest}.`,
        zh: `请给出 ${lowest} 到 ${highest} 之间的整数。`,
      },
    },
  )
}

/** Other devices would refuse it. */
function nameTooLong(name: string): Problem {
  return new Problem(
    { en: `The name of the deck ${name} is too long to be noted.`, zh: `卡组名 ${name} 太长，无法记录。` },
    { remedy: { en: 'Give its file a shorter one.', zh: '请给它的文件换个短一些的名字。' } },
  )
}
