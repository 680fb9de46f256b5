import { changedBy, changedByCourse, type FileVersion, GONE, mergeVersions } from '../../core/file-version.ts'
import type { Text } from '../../core/locale.ts'
import type { FileList } from '../../interop/segments/file-list.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import { conflictPath, isSharedPath } from '../../interop/segments/shared-path.ts'
import type { Deps } from '../deps.ts'
import { type Blobs, openBlobs } from './blobs.ts'
import { type DeviceList, writeList } from './file-lists.ts'
import type { OwnPlace } from './own-place.ts'
import { openPlacing, type VersionPlaced } from './place-version.ts'
import type { DeviceFolder, FolderFault, SharedFolder } from './shared-folder.ts'
import { listOwnFiles, placeOf, readOwnFile } from './travelling-files.ts'

export interface SyncedFiles {
  /** Written here, as others have them. */
  readonly taken: readonly string[]
  /** Deleted by others: moved aside here. */
  readonly removed: readonly string[]
  /** Written for others. */
  readonly sent: number
  /** Changed on two machines: where the version lies that did not become the present one. */
  readonly conflicts: readonly FolderFault[]
  /** Graders that nobody vouches for: `--graders` takes them. */
  readonly heldBack: readonly string[]
  readonly faults: readonly FolderFault[]
}

export interface FilesWanted {
  /** Where this machine writes. */
  readonly place: OwnPlace
  /** What the devices say of theirs. */
  readonly lists: readonly DeviceList[]
  readonly dryRun: boolean
  /** Whether graders are taken: they are programs. */
  readonly graders: boolean
  /** Hears how many were taken or written so far, now and then. */
  readonly onFiles: (files: number) => void
}

/** Brings the learner's own files to what all machines together make of them, and tells the others what there is here. */
export function syncFiles(
  deps: Deps,
  folder: SharedFolder,
  devices: readonly DeviceFolder[],
  { place, lists, dryRun, graders, onFiles }: FilesWanted,
): SyncedFiles {
  const { sharedFolders } = deps.store
  const own = listOwnFiles(deps.folders)
  const blobs = openBlobs(folder, devices, place)
  const here = filesHere(deps, own, sharedFolders.files(folder.id), { device: place.device, blobs })
  const others = lists.flatMap(({ device, files }) => (device === place.device || !files ? [] : [files]))
  const placeVersion = openPlacing(deps, blobs)
  const faults = [...own.faults, ...lists.flatMap((list) => list.faults)]
  const taken: string[] = []
  const removed: string[] = []
  const conflicts: FolderFault[] = []
  const heldBack: string[] = []
  const merged = new Map<string, FileVersion>()
  let moved = 0
  const onMoved = () => void (++moved % FILES_A_STEP === 0 && onFiles(moved))
  const paths = new Set([...here.keys(), ...others.flatMap((list) => [...list.keys()])])

  for (const path of [...paths].sort()) {
    if (!isSharedPath(path)) {
      faults.push({ path, why: UNSAFE })
      continue
    }
    const mine = here.get(path)
    const { version, losers } = mergeAll(mine?.version, others, path)
    if (version === undefined) continue
    const present = mine?.present ?? GONE
    const isPresent = version.contents === present
    const stay = () => void (mine && merged.set(path, mine.version))
    if (!isPresent && path.startsWith('graders/') && !graders) {
      heldBack.push(path)
      stay()
      continue
    }
    // What loses is kept before anything takes its place.
    const kept = [...losers].map((loser) => keepLoser(path, loser))
    const placed = kept.includes(undefined)
      ? NOT_YET
      : isPresent || dryRun
        ? PLACED
        : placeVersion({ path, present, wanted: version.contents })
    if (placed.kind === 'fault') {
      faults.push({ path, why: placed.why })
      stay()
      continue
    }
    conflicts.push(...kept.map((where) => ({ path, why: changedTwice(where ?? path) })))
    if (!isPresent) {
      ;(version.contents === GONE ? removed : taken).push(path)
      onMoved()
    }
    merged.set(path, version)
  }
  const sent = dryRun ? 0 : tellOthers()
  return { taken, removed, sent, conflicts, heldBack, faults }

  /** What is known here first, for a list of its own that it does not know is another machine's; contents next, then the list that names them. */
  function tellOthers(): number {
    sharedFolders.keepFiles(folder.id, merged)
    const written = sendBlobs(deps, blobs, merged, onMoved)
    const last = lists.find(({ device }) => device === place.device)?.files
    writeList(
      folder,
      place,
      devices.find(({ device }) => device === place.device),
      last,
      merged,
    )
    return written
  }

  function keepLoser(path: string, contents: string): string | undefined {
    return dryRun
      ? placeOf(deps.folders, conflictPath(path, contents))
      : blobs.keepBeside(deps.folders, path, contents)
  }
}

/** Whether a list tells of changes by this machine of which it does not know: another goes by its name, or it was set back to an older state. */
export function tellsOfUnknown(
  { store }: Pick<Deps, 'store'>,
  folder: SharedFolder,
  lists: readonly DeviceList[],
  device: string,
): boolean {
  const known = store.sharedFolders.files(folder.id)
  const countOf = (version: FileVersion | undefined) =>
    version?.changes.find(([changer]) => changer === device)?.[1] ?? 0
  return lists.some(({ files }) =>
    [...(files ?? [])].some(([path, version]) => countOf(version) > countOf(known.get(path))),
  )
}

interface FileHere {
  readonly version: FileVersion
  /** What was found there; `GONE` for nothing. */
  readonly present: string
}

/** A file that is missing where its tree is there was deleted; where the tree is not, it is to come back. */
function filesHere(
  { folders, store }: Deps,
  { paths, trees }: ReturnType<typeof listOwnFiles>,
  known: ReadonlyMap<string, FileVersion>,
  { device, blobs }: { readonly device: string; readonly blobs: Blobs },
): ReadonlyMap<string, FileHere> {
  const here = new Map<string, FileHere>()
  const found = (path: string, present: string, bytes?: Uint8Array) => {
    const before = known.get(path)
    const version =
      before?.contents === present ? before : versionByCourse(store, path, present, before, bytes)
    here.set(path, { version: version ?? changedBy(device, present, before), present })
  }
  for (const path of paths) {
    const bytes = readOwnFile(folders, path)
    const version = known.get(path)
    if (bytes !== undefined) found(path, blobs.nameOf(bytes), bytes)
    else if (version !== undefined) here.set(path, { version, present: version.contents })
  }
  const listed = new Set(paths)
  for (const [path, version] of known) {
    if (listed.has(path)) continue
    if (trees.has(path.split('/')[0] ?? '')) found(path, GONE)
    else here.set(path, { version, present: GONE })
  }
  return here
}

/** Where it was a release that brought the file there, or took it away. */
function versionByCourse(
  { courses }: Deps['store'],
  path: string,
  present: string,
  before: FileVersion | undefined,
  bytes: Uint8Array | undefined,
): FileVersion | undefined {
  const change = courses.changeAt(path, bytes === undefined ? GONE : digestOf(bytes))
  return change && changedByCourse(change, present, before)
}

function mergeAll(mine: FileVersion | undefined, others: readonly FileList[], path: string) {
  let version = mine
  const losers = new Set<string>()
  for (const list of others) {
    const theirs = list.get(path)
    if (theirs === undefined) continue
    const one = version === undefined ? { version: theirs, loser: undefined } : mergeVersions(version, theirs)
    version = one.version
    if (one.loser !== undefined) losers.add(one.loser)
  }
  return { version, losers }
}

/** Returns how many files were written for others. */
function sendBlobs({ folders }: Deps, blobs: Blobs, files: FileList, onSent: () => void): number {
  let sent = 0
  for (const [path, { contents }] of files) {
    if (contents === GONE || blobs.has(contents)) continue
    const bytes = readOwnFile(folders, path)
    if (bytes === undefined || blobs.nameOf(bytes) !== contents) continue
    blobs.write(contents, bytes)
    sent++
    onSent()
  }
  return sent
}

const FILES_A_STEP = 100
const PLACED: VersionPlaced = { kind: 'placed' }
const UNSAFE: Text = {
  en: 'a path that must not be written here; it is not taken',
  zh: '此路径不允许写入，已忽略',
}
const NOT_YET: VersionPlaced = {
  kind: 'fault',
  why: {
    en: 'changed on two machines; merged once the other version is there',
    zh: '在两台机器上都有改动；等另一个版本同步到后再合并',
  },
}

function changedTwice(kept: string): Text {
  return {
    en: `the other version is kept as ${kept}`,
    zh: `另一个版本保存为 ${kept}`,
  }
}
