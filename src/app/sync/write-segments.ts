import { join } from 'node:path'
import type { LogEntry } from '../../core/log-entry.ts'
import { isMachineSetting } from '../../core/settings.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { writeNewFile } from '../../disk/write-new-file.ts'
import { numberedName, parseNumberedName } from '../../interop/segments/folder-names.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import { ENTRIES_A_SEGMENT, encodeSegment } from '../../interop/segments/segment.ts'
import { type KnownSegment, type StretchCount, stretchOf } from '../../store/shared-folders.ts'
import type { Deps } from '../deps.ts'
import type { DeviceFolder, SharedFolder } from './shared-folder.ts'
import { readSegment, segmentPlace } from './take-segments.ts'

export interface WriteWanted {
  /** This machine's. */
  readonly device: string
  readonly dryRun: boolean
  readonly onWritten: (entries: number) => void
}

/**
 * Writes the entries of the log that no segment there holds, wherever they came from. Behind it the folder has all that this machine has.
 * Returns how many they were.
 */
export async function writeSegments(
  deps: Deps,
  folder: SharedFolder,
  devices: readonly DeviceFolder[],
  { device, dryRun, onWritten }: WriteWanted,
): Promise<number> {
  const { sharedFolders } = deps.store
  forgetWhereLost(deps, folder, devices)
  const known = new Map(sharedFolders.counts(folder.id).map(({ stretch, entries }) => [stretch, entries]))
  const lacking = sharedFolders.countLog().filter(({ stretch, entries }) => known.get(stretch) !== entries)
  const holds = segmentsByStretch(deps, folder, devices)
  let number = lastNumber(devices.find((one) => one.device === device))
  let waiting: LogEntry[] = []
  let covered: StretchCount[] = []
  let written = 0
  for (const count of lacking) {
    const isThere = holds(count.stretch)
    for (const entry of sharedFolders.entriesIn(count.stretch)) {
      if (isThere(entry.id) || isOfMachine(entry)) continue
      waiting.push(entry)
      if (waiting.length === ENTRIES_A_SEGMENT) await flush()
    }
    covered.push(count)
  }
  await flush()
  return written

  async function flush(): Promise<void> {
    if (!dryRun) {
      if (waiting.length > 0) await writeSegment(deps, folder, { device, number: ++number }, waiting)
      sharedFolders.covered(folder.id, covered)
    }
    written += waiting.length
    onWritten(written)
    waiting = []
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

function idsOf(entries: readonly unknown[]): ReadonlySet<string> {
  return new Set((entries as readonly LogEntry[]).map(({ id }) => id))
}

async function writeSegment(
  { store }: Deps,
  folder: SharedFolder,
  head: { readonly device: string; readonly number: number },
  entries: readonly LogEntry[],
): Promise<void> {
  const bytes = folder.seal.close(encodeSegment(head, entries), segmentPlace(head.device, head.number))
  const name = numberedName('segment', head.number, digestOf(bytes))
  const place = join(folder.devices, head.device)
  makeFolder(place)
  await writeNewFile(join(place, name), async (write) => write(bytes), { replaces: false })
  const stretches = entries.map(({ id }) => stretchOf(id))
  const [first = '', last = ''] = [stretches[0], stretches.at(-1)]
  const segment: KnownSegment = { device: head.device, name, first, last }
  store.sharedFolders.taken(folder.id, [segment])
}

/** Also of those whose files other programs have damaged or renamed: a number is used once. */
function lastNumber(own: DeviceFolder | undefined): number {
  return Math.max(0, ...(own?.files ?? []).map(({ name }) => parseNumberedName(name)?.number ?? 0))
}

/** Where Python is on one machine says nothing to another. */
function isOfMachine({ kind, subject }: LogEntry): boolean {
  return kind === 'config' && isMachineSetting(subject)
}
