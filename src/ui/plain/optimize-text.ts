import { type Deps, settingsIn } from '../../app/deps.ts'
import type { Optimized, OptimizeProgress } from '../../app/optimize-weights.ts'
import { dateOf, studyDayOf } from '../../core/day.ts'
import type { FitComparison, FitOutcome } from '../../core/fit/judge-fit.ts'
import { type Say, type Text, verbatim } from '../../core/locale.ts'
import { RATINGS } from '../../core/rating.ts'
import type { Scheduler } from '../../core/scheduler.ts'
import { unreachable } from '../../core/unreachable.ts'
import { padText, padTextStart } from '../text/line.ts'
import { progressBar } from '../words/progress-bar.ts'
import { join } from '../words/punctuation.ts'
import { RATING_NAMES } from '../words/rating-names.ts'
import { plainAround } from './plain-text.ts'

const STAGES: { readonly [K in OptimizeProgress['kind']]: Text } = {
  log: { en: 'reading the log   ', zh: '正在读取日志      ' },
  fit: { en: 'fitting           ', zh: '正在拟合          ' },
  replay: { en: 'replaying the log ', zh: '正在重放日志      ' },
}

export function optimizeProgressText({ kind, share }: OptimizeProgress): Text {
  return join(STAGES[kind], verbatim(progressBar(share)))
}

/** Of the fit that is made by itself. */
export function monthlyText(outcome: FitOutcome): Text {
  const { en, zh } = outcomeText(outcome)
  return { en: `Monthly fit. ${en}`, zh: `每月优化：${zh}` }
}

/** What came of a fit, in full sentences. */
export function optimizeText(deps: Deps, { outcome, before, after }: Optimized): string {
  const { say, now } = plainAround(deps)
  const dateAt = (at: number) => dateOf(studyDayOf({ ...now, at }))
  const told = say(outcomeText(outcome))
  if (outcome.kind === 'too-few') return told
  const judged = say(judgedText(outcome.comparison, dateAt))
  if (outcome.kind === 'kept') return [told, judged].join('\n')
  const monthly = settingsIn(deps)['optimize-monthly'] === 'yes' ? [] : [say(EACH_MONTH)]
  return [told, judged, '', ...intervalRows(before, after, say), '', say(GO_BACK), ...monthly].join('\n')
}

export const UNDONE: Text = {
  en: 'Cards are scheduled again as before the last fit. The same command takes this back.',
  zh: '卡片已恢复为上次优化之前的调度参数。再次运行同一命令可撤回。',
}

function outcomeText(outcome: FitOutcome): Text {
  switch (outcome.kind) {
    case 'too-few':
      return tooFewText(outcome)
    case 'kept':
      return keptText(outcome.comparison)
    case 'adopted':
      return adoptedText(outcome.comparison)
    default:
      return unreachable(outcome)
  }
}

function tooFewText({ missing, sinceFit }: Extract<FitOutcome, { kind: 'too-few' }>): Text {
  return sinceFit
    ? {
        en: `Kept as they are: ${missing} more reviews since the last fit are needed to judge another.`,
        zh: `参数未变：上次优化之后还需 ${missing} 次隔天的复习，才能比较优劣。`,
      }
    : {
        en: `Kept as they are: ${missing} more reviews are needed for a fit, a card once a day.`,
        zh: `参数未变：还需 ${missing} 次隔天的复习才能优化。`,
      }
}

function keptText(comparison: FitComparison): Text {
  return comparison.after > comparison.before
    ? {
        en: `Kept: fitted parameters foretell later reviews ${percent(comparison)}% worse.`,
        zh: `参数未变：优化所得的参数对你之后的复习预测得差 ${percent(comparison)}%。`,
      }
    : {
        en: 'Kept: fitted parameters foretell later reviews hardly better.',
        zh: '参数未变：优化所得的参数对你之后的复习几乎没有预测得更准。',
      }
}

function adoptedText(comparison: FitComparison): Text {
  return {
    en: `Adopted: fitted parameters foretell later reviews ${percent(comparison)}% better.`,
    zh: `已采用新参数：对你之后的复习预测得准 ${percent(comparison)}%。`,
  }
}

function percent({ before, after }: FitComparison): string {
  return Math.abs((after / before - 1) * 100).toFixed(1)
}

function judgedText(
  { reviews, from, to, before, after }: FitComparison,
  dateAt: (at: number) => string,
): Text {
  const [first, last] = [dateAt(from), dateAt(to)]
  const [old, fitted] = [before.toFixed(4), after.toFixed(4)]
  return {
    en: `Log loss ${fitted}, not ${old}, over ${reviews} reviews from ${first} to ${last}.`,
    zh: `${first} 至 ${last} 的 ${reviews} 次复习，对数损失为 ${fitted}，原为 ${old}。`,
  }
}

const GO_BACK: Text = {
  en: 'The days on which cards are due stay. anneal optimize --undo goes back.',
  zh: '已定的到期日不变。anneal optimize --undo 可恢复原来的参数。',
}

const EACH_MONTH: Text = {
  en: 'To have this done each month: anneal config optimize-monthly yes.',
  zh: '若要每月自动优化，请运行 anneal config optimize-monthly yes。',
}

/** After the first answer, until recall falls to what is desired. */
function intervalRows(before: Scheduler, after: Scheduler, say: Say): readonly string[] {
  const label = (text: Text) => padText(say(text), 10)
  const row = (scheduler: Scheduler) =>
    RATINGS.map((rating) => {
      const days = scheduler.idealIntervalDays(scheduler.strengthen(undefined, 0, rating))
      return padTextStart(days.toFixed(1), 8)
    }).join('')
  return [
    say({
      en: 'Days until a card is due by its memory after a first answer of',
      zh: '首次评分后，按记忆应隔多少天再复习：',
    }),
    label({ en: '', zh: '' }) + RATINGS.map((rating) => padTextStart(say(RATING_NAMES[rating]), 8)).join(''),
    label({ en: 'before', zh: '原来' }) + row(before),
    label({ en: 'now', zh: '现在' }) + row(after),
  ]
}
