import type { Text } from '../core/locale.ts'
import { unreachable } from '../core/unreachable.ts'
import type { MigrationStage } from '../store/migrate.ts'
import { findLocale } from './find-locale.ts'
import { type ProgressLine, showProgress } from './show-progress.ts'

/** What takes long once: a database of an older version is opened. */
export function tellMigration(): (stage: MigrationStage) => void {
  let progress: ProgressLine | undefined
  return (stage) => {
    // Only now, for it looks into the settings.
    progress ??= showProgress(findLocale())
    if (stage.kind === 'done') progress.clear()
    else progress.tell(stageText(stage))
  }
}

function stageText(stage: Exclude<MigrationStage, { readonly kind: 'done' }>): Text {
  switch (stage.kind) {
    case 'copy':
      return {
        en: 'a newer version of Anneal: backing up',
        zh: 'Anneal 有了新版本：正在备份',
      }
    case 'change':
      return { en: 'bringing the database to its form', zh: '正在升级数据库格式' }
    case 'replay':
      return {
        en: `replaying the log: ${stage.entries} events`,
        zh: `正在重放日志：已处理 ${stage.entries} 条`,
      }
    default:
      return unreachable(stage)
  }
}
