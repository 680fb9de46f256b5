import type { Card } from '../core/card.ts'
import { type CardId, cardId, noteOf } from '../core/ids.ts'
import { Problem } from '../core/problem.ts'
import type { Deps } from './deps.ts'
import { isOwnDeck, nameOwnNote } from './own-note.ts'

/** Where the id was written. */
export interface Joined {
  readonly path: string
  readonly line: number
}

/**
 * A card of the learner's own goes on with a history that has lost its card: its note gets the id of that
 * history. What it was asked by its own id stays in the log under that.
 * @throws Problem where there is no such history or card, and where no id can be written
 */
export function joinHistory(deps: Deps, historyText: string, cardText: string): Joined {
  const history = lostHistory(deps, historyText)
  const { card, path } = ownCard(deps, cardText)
  const naming = nameOwnNote(path, card.note, noteOf(history))
  if (naming.kind === 'written') return { path, line: naming.line }
  throw new Problem(
    { en: `The id cannot be written into ${path}.`, zh: `无法把 id 写入 ${path}。` },
    {
      remedy: {
        en: `Write the line "## ${noteOf(history)}" above the note yourself.`,
        zh: `请自己在这条笔记上方写一行“## ${noteOf(history)}”。`,
      },
    },
  )
}

function lostHistory({ store, content }: Deps, text: string): CardId {
  const id = cardId(text)
  if (id === undefined || store.card(id).memory.kind === 'new') {
    throw new Problem(
      { en: `There is no history "${text}".`, zh: `没有“${text}”的复习记录。` },
      {
        remedy: {
          en: '`anneal doctor` lists those without a card.',
          zh: '`anneal doctor` 会列出没有卡片的记录。',
        },
      },
    )
  }
  if (!content.cards.has(id)) return id
  throw new Problem(
    { en: `The history ${text} still has its card.`, zh: `复习记录 ${text} 的卡片还在。` },
    {
      remedy: {
        en: 'Only one whose card is in no deck can be joined.',
        zh: '只有卡片已不在任何卡组中的记录才能接续。',
      },
    },
  )
}

function ownCard(deps: Deps, text: string): { readonly card: Card; readonly path: string } {
  const id = cardId(text)
  const card = id && deps.content.cards.get(id)
  const deck = id && deps.content.cards.deckOf(id)
  if (card && deck && isOwnDeck(deps, deck)) return { card, path: deck.path }
  throw new Problem(
    { en: `Your decks have no card "${text}".`, zh: `你的卡组里没有卡片“${text}”。` },
    {
      remedy: {
        en: 'Name a card of your own decks that goes on with the history.',
        zh: '请给出你自己卡组中要接续这份记录的卡片。',
      },
    },
  )
}
