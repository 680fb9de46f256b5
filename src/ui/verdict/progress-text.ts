import type { Progress } from '../../app/submit-solution.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'

/** What the judge is at. Undefined before it has begun. */
export function progressText(progress: Progress | undefined): Text {
  switch (progress?.kind) {
    case undefined:
      return { en: 'starting', zh: '启动中' }
    case 'cases':
      return casesDone(progress.done, progress.total)
    case 'budget':
      return measuring(
        progress.label === undefined ? WITH_REFERENCE : verbatim(progress.label),
        progress.pairs,
      )
  }
}

const WITH_REFERENCE: Text = { en: 'beside the reference', zh: '与参考实现对比' }

function casesDone(done: number, total: number): Text {
  return { en: `case ${done} of ${total}`, zh: `用例 ${done}/${total}` }
}

function measuring(label: Text, pairs: number): Text {
  return {
    en: `measuring speed: ${label.en}, ${count(pairs, 'pair')}`,
    zh: `正在测速：${label.zh}，已测 ${pairs} 对`,
  }
}
