import { changedBy, changedByCourse, type FileVersion, GONE } from '../../core/file-version.ts'
import type { FileList } from '../../interop/segments/file-list.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import type { Deps } from '../deps.ts'
import { type Blobs, openBlobs } from './blobs.ts'
import { type DeviceList, writeList } from './file-lists.ts'
import { type FileHere, mergeFiles } from './merge-files.ts'
import type { OwnPlace } from './own-place.ts'
import { openSettling, type SettledFile } from './settle-file.ts'
import type { DeviceFolder, FolderFault, SharedFolder } from './shared-folder.ts'
import { listOwnFiles, type OwnFiles, readOwnFile } from './travelling-files.ts'

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

/**
 * Brings the learner's own files to what all machines together make of them, and tells the others what there
 * is here.
 */
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
  const settle = openSettling(deps, blobs, dryRun)
  let moved = 0
  const onMoved = () => void (++moved % FILES_A_STEP === 0 && onFiles(moved))
  const settled = mergeFiles(here, others, graders).map((file) => {
    const one = settle(file)
    if (one.change === 'taken' || one.change === 'removed') onMoved()
    return one
  })
  const pathsOf = (change: SettledFile['change']) =>
    settled.filter((one) => one.change === change).map(({ path }) => path)
  return {
    taken: pathsOf('taken'),
    removed: pathsOf('removed'),
    sent: dryRun ? 0 : tellOthers(),
    conflicts: settled.flatMap(({ path, conflicts }) => conflicts.map((why) => ({ path, why }))),
    heldBack: pathsOf('held-back'),
    faults: [
      ...own.faults,
      ...lists.flatMap((list) => list.faults),
      ...settled.flatMap(({ path, fault }) => (fault ? [{ path, why: fault }] : [])),
    ],
  }

  /**
   * What is known here first, for a list of its own that it does not know is another machine's; contents
   * next, then the list that names them.
   */
  function tellOthers(): number {
    const merged = new Map(settled.flatMap(({ path, version }) => (version ? [[path, version]] : [])))
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
}

/**
 * Whether a list tells of changes by this machine of which it does not know: another goes by its name, or it
 * was set back to an older state.
 */
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

/** A file that is missing where its tree is there was deleted; where the tree is not, it is to come back. */
function filesHere(
  { folders, store }: Deps,
  { paths, trees, hides }: OwnFiles,
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
    if (hides(path)) here.set(path, { version, present: version.contents })
    else if (trees.has(path.split('/')[0] ?? '')) found(path, GONE)
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
