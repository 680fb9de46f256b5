import type { Instant } from '../../core/day.ts'
import type { Deps } from '../deps.ts'

export interface LastSync {
  readonly path: string
  readonly at: Instant
  readonly isEncrypted: boolean
  /** That had written there what was recorded, by then; and this one. */
  readonly devices: number
}

/** When this machine last synchronised, with whatever; undefined where it never did. */
export function lastSyncedAt({ store: { sharedFolders, hubs } }: Pick<Deps, 'store'>): Instant | undefined {
  const places = [...sharedFolders.places(), ...hubs.memberships()]
  const times = places.flatMap(({ syncedAt }) => syncedAt ?? [])
  return times.length === 0 ? undefined : Math.max(...times)
}

/** Undefined where no folder was ever shared. */
export function lastSync({ store: { sharedFolders } }: Pick<Deps, 'store'>): LastSync | undefined {
  const [last] = sharedFolders.places()
  if (last === undefined) return undefined
  const { folder, path, syncedAt, isEncrypted } = last
  const devices = new Set(sharedFolders.segments(folder).map(({ device }) => device)).add(
    sharedFolders.device(),
  )
  return { path, at: syncedAt, isEncrypted, devices: devices.size }
}
