import type { BackupOrigin, KeptBackup } from '../../app/backup/kept-backup.ts'
import type { BackupMade, BackupProgress } from '../../app/backup/make-backup.ts'
import type { Deps } from '../../app/deps.ts'
import { MINUTE_MS } from '../../core/day.ts'
import { count, type Locale, sayIn, type Text, verbatim } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import { padText, padTextStart } from '../text/line.ts'
import { aside, join } from '../words/punctuation.ts'
import { plainAround, toldText } from './plain-text.ts'

export function backupText(deps: Deps, { path, events, bytes, removed }: BackupMade): string {
  const told: readonly Text[] = [
    join({ en: 'Written and checked: ', zh: '已写入并检查：' }, verbatim(path)),
    join({ en: `${count(events, 'event')}, `, zh: `${events} 条记录，` }, sizeText(bytes)),
    ...(removed === 0 ? [] : [removedText(removed)]),
  ]
  return toldText(plainAround(deps), told)
}

export function backupListText(
  locale: Locale,
  folder: string,
  backups: readonly KeptBackup[],
  offsetMin: number,
): string {
  const say = sayIn(locale)
  if (backups.length === 0) {
    return say({
      en: `No backups in ${folder} yet: \`anneal backup\` makes one.`,
      zh: `${folder} 中还没有备份：用 \`anneal backup\` 可立即备份。`,
    })
  }
  return backups
    .map(({ path, bytes, origin }) => {
      const columns = [
        padText(say(originText(origin, offsetMin)), 30),
        padTextStart(say(sizeText(bytes)), 10),
      ]
      return `${columns.join('')}  ${path}`
    })
    .join('\n')
}

export function backupProgressText(progress: BackupProgress): Text {
  switch (progress.kind) {
    case 'copy':
      return {
        en: `backing up: ${progress.percent}% (Ctrl-C leaves it for the next time)`,
        zh: `正在备份：${progress.percent}%（按 Ctrl-C 留到下次）`,
      }
    case 'check':
      return { en: 'checking the backup', zh: '正在检查备份' }
    default:
      return unreachable(progress)
  }
}

function removedText(removed: number): Text {
  return {
    en: `${count(removed, 'older backup')} removed: 7 daily, 4 weekly and 12 monthly ones stay.`,
    zh: `已删除 ${removed} 个旧备份：保留 7 个每日、4 个每周和 12 个每月备份。`,
  }
}

function originText(origin: BackupOrigin, offsetMin: number): Text {
  switch (origin.kind) {
    case 'taken':
      return verbatim(localTime(origin.at, offsetMin))
    case 'before':
      return { en: `before form ${origin.version}`, zh: `升级到格式 ${origin.version} 之前` }
    case 'replaced':
      return join(verbatim(localTime(origin.at, offsetMin)), aside({ en: 'replaced', zh: '恢复时换下' }))
    default:
      return unreachable(origin)
  }
}

/** By the clock on the wall. */
function localTime(at: number, offsetMin: number): string {
  return new Date(at + offsetMin * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ')
}

function sizeText(bytes: number): Text {
  return verbatim(bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`)
}
