import type { LogEntry } from '../../core/log-entry.ts'
import { isMachineSetting } from '../../core/settings.ts'
import { stretchOf } from '../../core/stretch.ts'
import { numberedName, parseNumberedName } from '../../interop/segments/folder-names.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import { BYTES_A_SEGMENT, ENTRIES_A_SEGMENT, encodeSegment } from '../../interop/segments/segment.ts'
import type { StretchCount } from '../../store/log-stretches.ts'
import type { KnownSegment } from '../../store/shared-folders.ts'
import type { Deps } from '../deps.ts'
import type { OwnPlace } from './own-place.ts'
import type { DeviceFolder, SharedFolder } from './shared-folder.ts'
import { readSegment, segmentPlace } from './take-segments.ts'

export interface WriteWanted {
  readonly place: OwnPlace
  readonly dryRun: boolean
  readonly onWritten: (entries: number) => void
}

/**
 * Writes the entries of the log that no segment there holds, wherever they came from. Behind it the folder
 * has all that this machine has. Returns how many they were.
 */
export function writeSegments(
  deps: Deps,
  folder: SharedFolder,
  devices: readonly DeviceFolder[],
  { place, dryRun, onWritten }: WriteWanted,
): number {
  const { sharedFolders } = deps.store
  forgetWhereLost(deps, folder, devices)
  const known = new Map(sharedFolders.counts(folder.id).map(({ stretch, entries }) => [stretch, entries]))
  const lacking = deps.store.stretches
    .counts()
    .filter(({ stretch, entries }) => known.get(stretch) !== entries)
  const holds = segmentsByStretch(deps, folder, devices)
  let number = lastNumber(devices.find((one) => one.device === place.device))
  let waiting: Waiting[] = []
  let bytes = 0
  let covered: StretchCount[] = []
  let written = 0
  for (const count of lacking) {
    const isThere = holds(count.stretch)
    for (const entry of deps.store.stretches.entriesIn(count.stretch)) {
      if (isThere(entry.id) || isOfMachine(entry)) continue
      const line = JSON.stringify(entry)
      waiting.push({ id: entry.id, line })
      bytes += line.length
      if (waiting.length === ENTRIES_A_SEGMENT || bytes >= BYTES_A_SEGMENT) flush()
    }
    covered.push(count)
  }
  flush()
  return written

  function flush(): void {
    if (!dryRun) {
      if (waiting.length > 0) writeSegment(deps, folder, place, ++number, waiting)
      sharedFolders.covered(folder.id, covered)
    }
    written += waiting.length
    onWritten(written)
    waiting = []
    bytes = 0
    covered = []
  }
}

/** Where segments have gone from the folder, what it was known to hold may have gone with them. */
function forgetWhereLost({ store }: Deps, folder: SharedFolder, devices: readonly DeviceFolder[]): void {
  const there = new Set(devices.flatMap(({ device, files }) => files.map(({ name }) => `${device}/${name}`)))
  const known = store.sharedFolders.segments(folder.id)
  const lost = known.filter(({ device, name }) => !there.has(`${device}/${name}`))
  if (lost.length > 0) store.sharedFolders.forget(folder.id, lost)
}

/** Which ids the segments there hold, asked for stretch after stretch in their order: each segment is read once. */
function segmentsByStretch({ store }: Deps, folder: SharedFolder, devices: readonly DeviceFolder[]) {
  const byName = new Map(devices.map((one) => [one.device, one]))
  const known = store.sharedFolders.segments(folder.id)
  let open: { readonly segment: KnownSegment; readonly ids: ReadonlySet<string> }[] = []
  const begun = new Set<KnownSegment>()
  return (stretch: string): ((id: string) => boolean) => {
    open = open.filter(({ segment }) => segment.last >= stretch)
    for (const segment of known) {
      const device = byName.get(segment.device)
      if (begun.has(segment) || device === undefined || segment.first > stretch || segment.last < stretch)
        continue
      begun.add(segment)
      const read = readSegment(folder, device, segment.name)
      if (read.kind === 'segment') open.push({ segment, ids: idsOf(read.entries) })
    }
    return (id) => open.some(({ ids }) => ids.has(id))
  }
}

function idsOf(entries: Iterable<unknown>): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const entry of entries) {
    const id = (entry as { readonly id?: unknown } | null | undefined)?.id
    if (typeof id === 'string') ids.add(id)
  }
  return ids
}

/** An entry that is to be written. */
interface Waiting {
  readonly id: string
  readonly line: string
}

function writeSegment(
  { store }: Deps,
  { id: folder, seal }: SharedFolder,
  place: OwnPlace,
  number: number,
  entries: readonly Waiting[],
): void {
  const { device } = place
  const lines = entries.map(({ line }) => line)
  const bytes = seal.close(encodeSegment({ device, number }, lines), segmentPlace(device, number))
  const name = numberedName('segment', number, digestOf(bytes))
  place.write(name, bytes)
  const stretches = entries.map(({ id }) => stretchOf(id))
  const [first = '', last = ''] = [stretches[0], stretches.at(-1)]
  store.sharedFolders.taken(folder, [{ device, name, first, last }])
}

/** Also of those whose files other programs have damaged or renamed: a number is used once. */
export function lastNumber(own: DeviceFolder | undefined): number {
  return Math.max(0, ...(own?.files ?? []).map(({ name }) => parseNumberedName(name)?.number ?? 0))
}

/** Where Python is on one machine says nothing to another. */
function isOfMachine({ kind, subject }: LogEntry): boolean {
  return kind === 'config' && isMachineSetting(subject)
}
