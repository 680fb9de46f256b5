import type { Restored, RestoreStage } from '../../app/backup/restore-backup.ts'
import { count, type Locale, sayIn, type Text, verbatim } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import { join } from '../words/punctuation.ts'
import { toldText } from './plain-text.ts'

const WIDTH = 80

export function restoredText(locale: Locale, from: string, restored: Restored, dryRun: boolean): string {
  const told = [
    headText(from, restored.events, dryRun),
    ...(restored.aside === undefined ? [] : [asideText(restored.aside)]),
    ...(restored.missing ? [missingText(restored.missing, restored.aside)] : []),
  ]
  return toldText({ say: sayIn(locale), width: WIDTH }, told)
}

export function restoreStageText(stage: RestoreStage): Text {
  switch (stage.kind) {
    case 'check':
      return { en: 'checking the file', zh: '正在检查文件' }
    case 'log':
      return { en: `replaying its log: ${stage.percent}%`, zh: `正在重放其日志：${stage.percent}%` }
    case 'aside':
      return { en: 'keeping the present database', zh: '正在保存当前数据库' }
    case 'copy':
      return { en: `restoring: ${stage.percent}%`, zh: `正在恢复：${stage.percent}%` }
    default:
      return unreachable(stage)
  }
}

function headText(from: string, events: number, dryRun: boolean): Text {
  const held: Text = { en: ` (${count(events, 'event')})`, zh: `（${events} 条记录）` }
  const head: Text = dryRun
    ? { en: 'Sound, and could be restored: ', zh: '完好，可以恢复：' }
    : { en: 'Restored: ', zh: '已恢复：' }
  return join(head, verbatim(from), held)
}

function asideText(aside: string): Text {
  return join({ en: 'What was there before is now ', zh: '原来的数据库现在是：' }, verbatim(aside))
}

function missingText(missing: number, aside: string | undefined): Text {
  if (aside === undefined) {
    return {
      en: `${count(missing, 'event')} of the present database ${missing === 1 ? 'is' : 'are'} not in it.`,
      zh: `当前数据库中有 ${missing} 条记录不在其中。`,
    }
  }
  return {
    en: `${count(missing, 'event')} of that ${missing === 1 ? 'is' : 'are'} not in what was restored; \`anneal restore\` with that file goes back.`,
    zh: `其中有 ${missing} 条记录不在恢复的内容里；用 \`anneal restore\` 加该文件即可换回。`,
  }
}
