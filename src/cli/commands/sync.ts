import { resolve } from 'node:path'
import { type Deps, settingsIn } from '../../app/deps.ts'
import { hubAddress } from '../../app/hub/hub-address.ts'
import { lastPlace, type SyncPlace } from '../../app/sync/last-place.ts'
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
import { withProgress } from '../show-progress.ts'

export interface SyncFlags {
  readonly encrypt?: boolean
  readonly graders?: boolean
  readonly 'no-graders'?: boolean
  readonly restore?: boolean
  readonly share?: boolean
  readonly 'no-share'?: boolean
  readonly leave?: boolean
  readonly yes?: boolean
  readonly 'dry-run'?: boolean
  readonly json?: boolean
}

const OF_A_FOLDER = ['encrypt'] as const
const OF_A_HUB = ['no-graders', 'restore', 'share', 'no-share', 'leave', 'yes'] as const

export async function sync(named: string | undefined, flags: SyncFlags): Promise<void> {
  const given = named === undefined ? undefined : placeNamed(named)
  const deps = await openDeps()
  const place = given ?? lastPlace(deps)
  demandFlagsOf(place, flags)
  if (place.kind === 'folder') return syncFolder(deps, place.path, given !== undefined, flags)
  const { leaveHubAt, syncHubAt } = await import('./sync-with-hub.ts')
  return flags.leave ? leaveHubAt(deps, place.url, flags) : syncHubAt(deps, place.url, flags)
}

function placeNamed(named: string): SyncPlace {
  const url = hubAddress(named)
  return url === undefined ? { kind: 'folder', path: resolve(named) } : { kind: 'hub', url }
}

function demandFlagsOf({ kind }: SyncPlace, flags: SyncFlags): void {
  const others = kind === 'folder' ? OF_A_HUB : OF_A_FOLDER
  const wrong = others.find((name) => flags[name])
  if (wrong === undefined) return
  throw kind === 'folder'
    ? new Problem(
        { en: `--${wrong} is for a hub, and this is a folder.`, zh: `--${wrong} 用于 hub，而这里是文件夹。` },
        { remedy: { en: 'Name the address of the hub.', zh: '请给出 hub 的地址。' } },
      )
    : new Problem(
        { en: `--${wrong} is for a folder, and this is a hub.`, zh: `--${wrong} 用于文件夹，而这里是 hub。` },
        {
          remedy: {
            en: 'Leave it out: the way to a hub is encrypted by TLS.',
            zh: '请去掉它：与 hub 的连接由 TLS 加密。',
          },
        },
      )
}

async function syncFolder(deps: Deps, path: string, isNamed: boolean, flags: SyncFlags): Promise<void> {
  const { encrypt = false, graders = false, 'dry-run': dryRun = false } = flags
  const { locale } = settingsIn(deps)
  const folder = await openSharedFolder(deps, path, {
    encrypt,
    mayMake: isNamed,
    dryRun,
    askPassphrase: (isNew) => askPassphrase(locale, isNew),
  })
  const synced = await withProgress(locale, (progress) =>
    syncNow(deps, folder, {
      dryRun,
      graders,
      onProgress: (step) => progress.tell(progressText(step)),
    }),
  )
  if (flags.json) printJson(syncedFields(folder, synced, dryRun))
  else print(syncedText(deps, folder, synced, dryRun))
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
