import type { Card, CardCommon } from '../../core/card.ts'
import { parseCloze } from '../../core/cloze.ts'
import { cardId } from '../../core/ids.ts'
import type { ImportedPart, WholeNote } from '../../core/imported/imported-note.ts'
import { itemsOf } from '../../core/list-items.ts'

/** The cards that a part of a note is; none where it hides nothing. */
export function cardsOf(
  { note, content, image }: ImportedPart,
  { tags, source }: Pick<WholeNote, 'tags' | 'source'>,
): readonly Card[] {
  const common: CardCommon = {
    id: note,
    note,
    deck: '',
    // As they are read from the deck.
    tags: itemsOf(tags.join(', ')),
    source,
    exercises: [],
    after: [],
    image,
    picture: undefined,
    errata: undefined,
    line: 0,
  }
  if (content.kind === 'basic') return [{ ...common, ...content }]
  return parseCloze(content.text.en).numbers.flatMap((hidden) => {
    const id = hidden === 1 ? note : cardId(`${note}#${hidden}`)
    return id === undefined ? [] : [{ ...common, ...content, id, hidden }]
  })
}
