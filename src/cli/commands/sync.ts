import { resolve } from 'node:path'
import { settingsIn } from '../../app/deps.ts'
import { openSharedFolder } from '../../app/sync/shared-folder.ts'
import { type SyncProgress, syncNow } from '../../app/sync/sync-now.ts'
import type { Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { unreachable } from '../../core/unreachable.ts'
import { syncedFields } from '../../output/json/sync-json.ts'
import { syncedText } from '../../ui/plain/sync-text.ts'
import { askPassphrase } from '../ask-passphrase.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'
import { showProgress } from '../show-progress.ts'

interface SyncFlags {
  readonly encrypt?: boolean
  readonly graders?: boolean
  readonly 'dry-run'?: boolean
  readonly json?: boolean
}

export async function sync(path: string | undefined, flags: SyncFlags): Promise<void> {
  const { encrypt = false, graders = false, 'dry-run': dryRun = false } = flags
  const deps = await openDeps()
  const { locale } = settingsIn(deps)
  const folder = await openSharedFolder(deps, path === undefined ? lastPlace(deps.store) : resolve(path), {
    encrypt,
    mayMake: path !== undefined,
    dryRun,
    askPassphrase: (isNew) => askPassphrase(locale, isNew),
  })
  const progress = showProgress(locale)
  const onProgress = (step: SyncProgress) => progress.tell(progressText(step)[locale])
  const synced = told(progress, () => syncNow(deps, folder, { dryRun, graders, onProgress }))
  if (flags.json) printJson(syncedFields(folder, synced, dryRun))
  else print(syncedText(deps, folder, synced, dryRun))
}

function told<T>(progress: ReturnType<typeof showProgress>, work: () => T): T {
  try {
    return work()
  } finally {
    progress.clear()
  }
}

function lastPlace({ sharedFolders }: Awaited<ReturnType<typeof openDeps>>['store']): string {
  const [last] = sharedFolders.places()
  if (last !== undefined) return last.path
  throw new Problem(
    { en: 'No folder is shared yet.', zh: '还没有共享文件夹。' },
    {
      remedy: {
        en: 'Name one that your machines have in common: anneal sync DIR.',
        zh: '请给出各台机器共有的文件夹：anneal sync DIR。',
      },
    },
  )
}

function progressText(step: SyncProgress): Text {
  switch (step.kind) {
    case 'read':
      return { en: `segments read: ${step.segments}`, zh: `已读取的分段：${step.segments}` }
    case 'written':
      return { en: `entries written: ${step.entries}`, zh: `已写入的记录：${step.entries}` }
    case 'files':
      return { en: `files: ${step.files}`, zh: `文件：${step.files}` }
    default:
      return unreachable(step)
  }
}
