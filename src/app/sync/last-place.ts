import { Problem } from '../../core/problem.ts'
import type { Deps } from '../deps.ts'

/** With what a machine synchronises. */
export type SyncPlace =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'hub'; readonly url: string }

/** The one that was last used. @throws Problem where there is none */
export function lastPlace({ store: { sharedFolders, hubs } }: Pick<Deps, 'store'>): SyncPlace {
  const [folder] = sharedFolders.places()
  const [hub] = hubs.memberships()
  if (hub !== undefined && hub.usedAt >= (folder?.syncedAt ?? 0)) return { kind: 'hub', url: hub.url }
  if (folder !== undefined) return { kind: 'folder', path: folder.path }
  throw new Problem(
    { en: 'No folder is shared yet, and no hub joined.', zh: '还没有共享文件夹，也没有加入 hub。' },
    {
      remedy: {
        en: 'Name a folder that your machines have in common, or the address of a hub: anneal sync DIR|https://….',
        zh: '请给出各台机器共有的文件夹或 hub 的地址：anneal sync DIR|https://…。',
      },
    },
  )
}
