import type { GradingProgress } from '../../app/submit-solution.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'

/** What the judge is at, here or at a hub. Undefined before it has begun. */
export function progressText(progress: GradingProgress | undefined): Text {
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
    case 'queue':
      return progress.before === 0 ? NEXT_AT_HUB : inQueue(progress.before)
    case 'away':
      return progress.why === undefined ? AWAY : waitingFor(progress.why)
  }
}

const WITH_REFERENCE: Text = { en: 'beside the reference', zh: '与参考实现对比' }

const NEXT_AT_HUB: Text = { en: 'at the hub, none before yours', zh: '已交给 hub，前面没有其他提交' }

function inQueue(before: number): Text {
  return { en: `at the hub, ${before} before yours`, zh: `已交给 hub，前面还有 ${before} 个` }
}

const AWAY: Text = { en: 'the hub cannot be reached; waiting for it', zh: '暂时无法连接 hub，等待恢复' }

/** In the hub's own words. */
export function waitingFor(why: Text): Text {
  return { en: `waiting for the hub: ${why.en}`, zh: `正在等待 hub：${why.zh}` }
}

function casesDone(done: number, total: number): Text {
  return { en: `case ${done} of ${total}`, zh: `用例 ${done}/${total}` }
}

function measuring(label: Text, pairs: number): Text {
  return {
    en: `measuring speed: ${label.en}, ${count(pairs, 'pair')}`,
    zh: `正在测速：${label.zh}，已测 ${pairs} 对`,
  }
}
