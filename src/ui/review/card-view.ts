import type { CardSights } from '../../app/card-sights.ts'
import type { CardPicture } from '../../core/card.ts'
import type { Face } from '../../core/face.ts'
import type { Text } from '../../core/locale.ts'
import { drawingLines } from '../drawings/drawing-lines.ts'
import type { Around } from '../frame/around.ts'
import { BLANK, hang, indent, type Line, line, run, type TextRun } from '../text/line.ts'
import type { Manner } from '../text/paragraph.ts'
import { wrap } from '../text/wrap.ts'
import { COLON } from '../words/punctuation.ts'
import { type CardText, cardImageLines, cardText } from './card-images.ts'
import { comparedOrders } from './mark-view.ts'
import type { Given } from './review-state.ts'

/** How a card is shown. */
export interface CardManner extends Manner, CardSights, Pick<Around, 'imageRows'> {}

/** The prompt, and what there is to choose from or to put in order. */
export function askedLines(face: Face, manner: CardManner): readonly Line[] {
  const { width } = manner
  const textLines = cardText(face, manner)
  return [
    ...textLines(face.prompt, width),
    ...choicesOf(face, undefined, textLines, width),
    ...cardImageLines(face, manner),
    ...pictureOf(face, 'question', manner),
  ]
}

export interface RevealedCard {
  readonly lines: readonly Line[]
  /** The line at which the answer begins: of a choice the first option. */
  readonly answerAt: number
}

/** The prompt, of a cloze with nothing hidden, then the answer and all that is known about it. */
export function revealedCard(face: Face, given: Given, manner: CardManner): RevealedCard {
  const { width } = manner
  const textLines = cardText(face, manner)
  const prompt = textLines(face.kind === 'cloze' ? face.whole : face.prompt, width)
  const asked = [
    ...prompt,
    ...(face.kind === 'ordering' ? [] : choicesOf(face, given, textLines, width)),
    ...cardImageLines(face, manner),
    ...pictureOf(face, 'question', manner),
  ]
  return {
    lines: [
      ...asked,
      line('─'.repeat(Math.min(width, 40)), 'hint'),
      ...answerOf(face, given, textLines, manner),
      ...pictureOf(face, 'answer', manner),
      ...notesOf(face, textLines, manner),
    ],
    answerAt: face.kind === 'choice' ? prompt.length : asked.length,
  }
}

function choicesOf(
  face: Face,
  given: Given | undefined,
  textLines: CardText,
  width: number,
): readonly Line[] {
  switch (face.kind) {
    case 'choice':
      return [
        BLANK,
        ...face.options.flatMap(({ letter, text }, at) => {
          const sign = given === undefined ? run('  ') : signOf(at === face.right, given, at)
          return hang([sign, run(`${letter}  `, 'key')], textLines(text, width - 5))
        }),
      ]
    case 'ordering':
      return [
        BLANK,
        ...face.steps.flatMap((step, at) => hang([run(`  ${at + 1}  `, 'key')], textLines(step, width - 5))),
      ]
    default:
      return []
  }
}

function signOf(isRight: boolean, given: Given, option: number): TextRun {
  if (isRight) return run('✓ ', 'good')
  return given.kind === 'option' && given.option === option ? run('✗ ', 'bad') : run('  ')
}

function answerOf(face: Face, given: Given, textLines: CardText, { say, width }: Manner): readonly Line[] {
  switch (face.kind) {
    case 'basic':
      return textLines(face.answer, width)
    case 'cloze':
      return hang([run('→ ', 'chosen')], textLines(face.answer, width - 2))
    case 'numeric':
      return [
        ...hang([run('= ', 'chosen')], textLines(face.answer, width - 2)),
        ...textLines(face.solution, width),
      ]
    case 'choice':
      return face.why === undefined ? [] : textLines(face.why, width)
    case 'ordering':
      return [
        ...(given.kind === 'typed' && given.order
          ? comparedOrders(face, given.order, { say, width })
          : textLines(face.answer, width)),
        ...section(say({ en: 'Why', zh: '原因' }), face.why, textLines, width),
      ]
  }
}

function pictureOf(
  { picture }: Face,
  place: CardPicture['place'],
  { say, width, drawingOf }: CardManner,
): readonly Line[] {
  if (picture?.place !== place) return []
  const drawing = drawingOf(picture.call)
  const name = say(PICTURE) + say(COLON) + picture.call.kind
  return [BLANK, ...(drawing === undefined ? [line(name, 'hint')] : drawingLines(drawing, say, width))]
}

const PICTURE: Text = { en: 'Picture', zh: '图' }

function notesOf(face: Face, textLines: CardText, { say, width }: Manner): readonly Line[] {
  const facts: readonly (readonly [Text, string])[] = [
    [{ en: 'Source', zh: '出处' }, face.source],
    [{ en: 'Exercise', zh: '相关练习' }, face.exercises.join(', ')],
    [{ en: 'Tags', zh: '标签' }, face.tags.join(', ')],
  ]
  const shown = facts.filter(([, text]) => text !== '')
  return [
    ...section(say({ en: 'Common mistake', zh: '常见错误' }), face.errata, textLines, width),
    BLANK,
    ...shown.flatMap(([label, text]) => wrap([run(say(label) + say(COLON) + text, 'hint')], width)),
  ]
}

function section(
  label: string,
  markdown: string | undefined,
  textLines: CardText,
  width: number,
): readonly Line[] {
  return markdown === undefined
    ? []
    : [BLANK, line(label, 'heading'), ...indent(textLines(markdown, width - 2), 2)]
}
