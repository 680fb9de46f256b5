import type { Solution } from '../../app/take-solution.ts'
import type { Text } from '../../core/locale.ts'
import { exerciseTitle } from '../exercise/exercise-title.ts'
import { reasonText } from '../exercise/reason-text.ts'
import type { Around } from '../frame/around.ts'
import type { Page } from '../frame/page.ts'
import { BLANK, type Line, line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import { wrap } from '../text/wrap.ts'
import { cardLines } from '../verdict/diagnosis-lines.ts'
import { aside, COLON, join } from '../words/punctuation.ts'
import { besideLines, rowsOf, sourceLines } from './code-beside.ts'

export function drawSolution(solution: Solution, around: Around): Page {
  const { exercise, language } = solution.submission
  return {
    title: exerciseTitle(exercise, around),
    aside: line(language, 'hint'),
    body: solutionLines(solution, around),
    bodyKey: `solution ${exercise.id}`,
    pinned: [],
  }
}

/** Why it is right, its cost and trap, the cards behind it, what comes next, and the code. */
export function solutionLines(solution: Solution, around: Around): readonly Line[] {
  const { say, width } = around
  return [
    ...(solution.explanation ? [...markdownLines(say(solution.explanation), width), BLANK] : []),
    ...codeLines(solution, around),
    ...cardsBehind(solution, around),
    ...nextLines(solution, around),
  ]
}

function codeLines({ own, reference }: Solution, { say, windowWidth }: Around): readonly Line[] {
  if (reference === undefined) return [line(say(NO_REFERENCE), 'hint')]
  if (own === undefined) {
    return [
      line(say(REFERENCE), 'heading'),
      BLANK,
      ...reference
        .trimEnd()
        .split('\n')
        .flatMap((text) => sourceLines(text, 'code', windowWidth)),
    ]
  }
  return besideLines(rowsOf(own, reference), [say(YOURS), say(REFERENCE)], windowWidth)
}

const YOURS: Text = { en: 'Your code', zh: '你的代码' }
const REFERENCE: Text = { en: 'Reference', zh: '参考答案' }
const NO_REFERENCE: Text = {
  en: 'There is no code of it in this language.',
  zh: '没有用这种语言写的参考答案。',
}

function cardsBehind({ cards }: Solution, around: Around): readonly Line[] {
  if (cards.length === 0) return []
  const heading = around.say({ en: 'Cards behind it', zh: '背后的卡片' })
  return [BLANK, line(heading, 'heading'), ...cardLines(cards, around)]
}

function nextLines({ next }: Solution, { say, width }: Around): readonly Line[] {
  if (next === undefined) return []
  const text = join(next.exercise.title, aside(reasonText(next)))
  return [BLANK, ...wrap([run(say(join(NEXT, COLON)), 'heading'), run(say(text))], width)]
}

const NEXT: Text = { en: 'Next exercise', zh: '下一个练习' }
