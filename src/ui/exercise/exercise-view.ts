import type { OpenExercise } from '../../app/open-exercise.ts'
import { count, type Say, type Text, verbatim } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import type { Page } from '../frame/page.ts'
import { labelledRows } from '../text/labelled-rows.ts'
import { BLANK, hang, type Line, line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import { paragraph } from '../text/paragraph.ts'
import { aside, COMMA, join } from '../words/punctuation.ts'
import { asideWithClock } from './aside-with-clock.ts'
import { budgetText } from './budget-text.ts'
import { exerciseTitle } from './exercise-title.ts'
import { formatSignature } from './format-signature.ts'
import type { HandedOut } from './handed-out.ts'
import { effortText, missingText, reasonText } from './reason-text.ts'

export function drawExercise({ open, isGivingUp, task }: HandedOut, around: Around): Page {
  return {
    title: exerciseTitle(open.exercise, around),
    aside: asideWithClock(open.language, task, around),
    body: exerciseLines(open, around),
    bodyKey: `${open.exercise.id} ${open.hints.length}`,
    pinned: isGivingUp ? paragraph(around, CONFIRM_GIVING_UP, 'warning') : [],
  }
}

const CONFIRM_GIVING_UP: Text = {
  en: 'Give up and see the solution? It counts as forgotten. (y/n)',
  zh: '放弃并查看答案？这等于忘记。(y/n)',
}

/** Everything a learner needs to begin: why, what, how fast, where. */
export function exerciseLines(open: OpenExercise, around: Around): readonly Line[] {
  const { say, width } = around
  return [
    ...hintLines(open, around),
    ...factLines(open, say, width),
    BLANK,
    ...markdownLines(say(open.statement), width),
  ]
}

/** Seen hints come first: that is what the learner just asked for. */
function hintLines({ exercise, hints }: OpenExercise, { say, width }: Around): readonly Line[] {
  if (hints.length === 0) return []
  const texts = hints.map((hint, at) =>
    hang([run(`${at + 1}. `, 'hint')], markdownLines(say(hint), width - 3)),
  )
  return [line(say(seenHints(hints.length, exercise.hints.length)), 'heading'), ...texts.flat(), BLANK]
}

function factLines(open: OpenExercise, say: Say, width: number): readonly Line[] {
  const { exercise, state } = open
  const facts: readonly (readonly [Text, Text])[] = [
    [{ en: 'Why now', zh: '为何现在做' }, join(reasonText(open), COMMA, effortText(exercise))],
    ...(open.missing.length === 0 ? [] : [[NO_LABEL, missingText(open.missing)] as const]),
    [{ en: 'File', zh: '文件' }, fileText(open)],
    ...(open.earlier === undefined ? [] : [[NO_LABEL, earlierText(open.earlier)] as const]),
    [{ en: 'Signature', zh: '签名' }, verbatim(formatSignature(open.signature))],
    [{ en: 'Budget', zh: '性能要求' }, budgetText(exercise.budget)],
    ...(state.attempts > 0 ? [[NO_LABEL, triesText(state.attempts, state.failures)] as const] : []),
    ...(open.hints.length === 0 && exercise.hints.length > 0
      ? [[NO_LABEL, unseenHints(exercise.hints.length)] as const]
      : []),
  ]
  const rows = facts.map(([label, text]) => [say(label), [line(say(text))]] as const)
  return labelledRows(rows, width, 'heading').flat()
}

const NO_LABEL = verbatim('')

function fileText({ path, created, isBegun }: OpenExercise): Text {
  const starter = created ? WRITTEN_NOW : UNTOUCHED
  return join(verbatim(path), aside(isBegun ? YOURS : starter))
}

const YOURS: Text = { en: 'your file', zh: '你的文件' }
const WRITTEN_NOW: Text = { en: 'starter written now', zh: '刚生成的模板' }
const UNTOUCHED: Text = { en: 'starter, without code of yours yet', zh: '模板，你还没有写代码' }

function earlierText(path: string): Text {
  return {
    en: `it is due again: from an empty file; the last one is kept as ${path}`,
    zh: `再次到期，从空文件开始；上一份保存为 ${path}`,
  }
}

function seenHints(seen: number, all: number): Text {
  return { en: `Hints (${seen} of ${all})`, zh: `提示（${seen}/${all}）` }
}

function unseenHints(all: number): Text {
  return {
    en: `${count(all, 'hint')}, ${all === 1 ? 'which' : 'each'} lowers the rating of this round`,
    zh: `共 ${all} 条提示，每看一条都会降低本轮评分`,
  }
}

function triesText(attempts: number, failures: number): Text {
  const all = { en: `${count(attempts, 'attempt')} so far`, zh: `已提交 ${attempts} 次` }
  return failures === 0
    ? all
    : join(all, { en: `, ${failures} failed in this round`, zh: `，本轮失败 ${failures} 次` })
}
