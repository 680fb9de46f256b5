import type { Card } from '../../core/card.ts'
import { faceOf } from '../../core/face.ts'
import { count, type Text } from '../../core/locale.ts'
import type { Diagnosis } from '../../core/verdict.ts'
import type { Around } from '../frame/around.ts'
import { cropLine, hang, indent, type Line, line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'

/** What the mistake is, and the cards that teach the point. @param isAttempt then they come back today */
export function diagnosisLines(
  { message }: Diagnosis,
  cards: readonly Card[],
  isAttempt: boolean,
  around: Around,
): readonly Line[] {
  const { say, width } = around
  const heading = isAttempt ? comesBack(cards.length) : teaches(cards.length)
  return [
    line(say({ en: 'Diagnosis', zh: '诊断' }), 'heading'),
    ...indent(markdownLines(say(message), width - 2), 2),
    ...(cards.length === 0 ? [] : [line(say(heading), 'hint')]),
    ...cards.flatMap((card) => [
      ...hang([run('  ↩ ', 'chosen')], [promptOf(card, around)]),
      line(`    ${card.id}`, 'hint'),
    ]),
  ]
}

/** Enough to know the card by. */
function promptOf(card: Card, { locale, width }: Around): Line {
  const lines = markdownLines(faceOf(card, locale, 'listed').prompt, 1000)
  return cropLine(lines[0] ?? [], width - 4)
}

function comesBack(cards: number): Text {
  return { en: `${count(cards, 'card')} back in today's queue:`, zh: `${cards} 张卡片回到今天的队列：` }
}

function teaches(cards: number): Text {
  return { en: `${count(cards, 'card')} about it:`, zh: `相关卡片 ${cards} 张：` }
}
