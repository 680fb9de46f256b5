import type { Card, Deck } from '../../core/card.ts'
import type { LineRemark, PlainDeck } from '../../interop/text/plain-note.ts'
import { textOf } from './of-other-form.ts'

/** More are not looked for: the first is all that is told. */
const MOST_CARDS = 100

/** The first card of our own form that is in none of the notes as which a text of another form is read. */
export function leftBehind({ cards }: Deck, { notes }: PlainDeck): readonly LineRemark[] {
  const taken = notes.map(({ content }) => textOf(content)).join('\n')
  const found = cards.slice(0, MOST_CARDS).find((card) => !taken.includes(askedBy(card)))
  return found === undefined ? [] : [{ line: found.line, message: NOT_TAKEN }]
}

/** As it begins. */
function askedBy(card: Card): string {
  const { en } = card.kind === 'cloze' ? card.text : card.prompt
  return en.split('\n')[0] ?? ''
}

const NOT_TAKEN = {
  en: 'Cards with Q: and A: are left out from here on, for most of the file are cards of another form; give them a file of their own.',
  zh: '从这里起以 Q: 和 A: 书写的卡片未导入，因为文件中多数是另一种写法的卡片；请把它们放到单独的文件里。',
}
