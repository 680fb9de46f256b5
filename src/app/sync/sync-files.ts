import { join } from 'node:path'
import type { Text } from '../../core/locale.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { readRegularFile } from '../../disk/read-regular-file.ts'
import { writeNewFile } from '../../disk/write-new-file.ts'
import {
  decodeFileList,
  encodeFileList,
  type FileList,
  LARGEST_LIST,
} from '../../interop/segments/file-list.ts'
import { isHashOf, numberedName, parseNumberedName } from '../../interop/segments/folder-names.ts'
import { GONE, mergeVersions, type Versions, withPresent } from '../../interop/segments/merge-versions.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import { conflictPath, isSharedPath } from '../../interop/segments/shared-path.ts'
import type { Deps } from '../deps.ts'
import { type Blobs, openBlobs } from './blobs.ts'
import { placeVersion, type VersionPlaced } from './place-version.ts'
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
  readonly device: string
  readonly dryRun: boolean
  /** Whether graders are taken: they are programs. */
  readonly graders: boolean
}

/** Brings the learner's own files to what all machines together make of them, and tells the others what there is here. */
export async function syncFiles(
  deps: Deps,
  folder: SharedFolder,
  devices: readonly DeviceFolder[],
  { device, dryRun, graders }: FilesWanted,
): Promise<SyncedFiles> {
  const { sharedFolders } = deps.store
  const own = listOwnFiles(deps.folders)
  const known = sharedFolders.files(folder.id) as ReadonlyMap<string, Versions>
  const blobs = openBlobs(folder, devices, device)
  const here = presentVersions(deps, own, known, blobs)
  const lists = devices.filter((one) => one.device !== device).map((one) => newestList(folder, one))
  const others = lists.flatMap(({ files }) => (files === undefined ? [] : [files]))
  const faults = [...own.faults, ...lists.flatMap((list) => list.faults)]
  const taken: string[] = []
  const removed: string[] = []
  const conflicts: FolderFault[] = []
  const heldBack: string[] = []
  const merged = new Map<string, Versions>()
  const paths = new Set([...here.keys(), ...others.flatMap((list) => [...list.keys()])])

  for (const path of [...paths].sort()) {
    if (!isSharedPath(path)) {
      faults.push({ path, why: UNSAFE })
      continue
    }
    const mine = here.get(path)
    const { versions, losers } = mergeAll(mine, others, path)
    if (versions === undefined) continue
    const isPresent = versions[0] === (mine?.[0] ?? GONE)
    if (!isPresent && path.startsWith('graders/') && !graders) {
      heldBack.push(path)
      if (mine) merged.set(path, mine)
      continue
    }
    // What loses is kept before anything takes its place.
    const kept = [...losers].map((loser) => keepLoser(path, loser))
    const placed = kept.includes(undefined)
      ? NOT_YET
      : isPresent
        ? PLACED
        : place(path, mine?.[0] ?? GONE, versions[0])
    if (placed.kind === 'fault') {
      faults.push({ path, why: placed.why })
      if (mine) merged.set(path, mine)
      continue
    }
    conflicts.push(...kept.map((where) => ({ path, why: changedTwice(where ?? path) })))
    if (!isPresent) (versions[0] === GONE ? removed : taken).push(path)
    merged.set(path, versions)
  }
  const sent = dryRun ? 0 : await tellOthers(deps, folder, devices, { device, files: merged, blobs })
  if (!dryRun) sharedFolders.keepFiles(folder.id, merged)
  return { taken, removed, sent, conflicts, heldBack, faults }

  function place(path: string, present: string, version: string): VersionPlaced {
    return dryRun ? PLACED : placeVersion(deps, blobs, { path, present, version })
  }

  function keepLoser(path: string, version: string): string | undefined {
    return dryRun
      ? placeOf(deps.folders, conflictPath(path, version))
      : blobs.keepBeside(deps.folders, path, version)
  }
}

/** What each file is now, and was before; a file that is missing where its tree is there was deleted. */
function presentVersions(
  { folders }: Deps,
  { paths, trees }: ReturnType<typeof listOwnFiles>,
  known: ReadonlyMap<string, Versions>,
  blobs: Blobs,
): Map<string, Versions> {
  const here = new Map<string, Versions>()
  for (const path of paths) {
    const bytes = readOwnFile(folders, path)
    if (bytes !== undefined) here.set(path, withPresent(blobs.nameOf(bytes), known.get(path)))
    else if (known.has(path)) here.set(path, known.get(path) as Versions)
  }
  const listed = new Set(paths)
  for (const [path, versions] of known) {
    if (listed.has(path) || !trees.has(path.split('/')[0] ?? '')) continue
    here.set(path, withPresent(GONE, versions))
  }
  return here
}

function mergeAll(mine: Versions | undefined, others: readonly FileList[], path: string) {
  let versions = mine
  const losers = new Set<string>()
  for (const list of others) {
    const theirs = list.get(path)
    if (theirs === undefined) continue
    const one =
      versions === undefined ? { versions: theirs, loser: undefined } : mergeVersions(versions, theirs)
    versions = one.versions
    if (one.loser !== undefined) losers.add(one.loser)
  }
  return { versions, losers }
}

const PLACED: VersionPlaced = { kind: 'placed' }

interface OtherList {
  readonly files?: FileList
  readonly faults: readonly FolderFault[]
}

/** The last that is whole. */
function newestList({ seal }: SharedFolder, { device, path, files }: DeviceFolder): OtherList {
  const faults: FolderFault[] = []
  const lists = files
    .flatMap((file) => {
      const name = file.isFile() ? parseNumberedName(file.name) : undefined
      return name?.kind === 'files' ? [{ file: file.name, ...name }] : []
    })
    .sort((one, other) => other.number - one.number)
  for (const { file, number, hash } of lists) {
    const bytes = bytesOf(join(path, file))
    const isWhole = bytes !== undefined && isHashOf(hash, digestOf(bytes))
    const opened = isWhole ? seal.open(bytes, listPlace(device, number)) : undefined
    const list = opened && decodeFileList(opened, { device, number })
    if (list) return { files: list, faults }
    faults.push({ path: `${device}/${file}`, why: NOT_WHOLE })
  }
  return { faults }
}

interface Telling {
  readonly device: string
  readonly files: FileList
  readonly blobs: Blobs
}

/** Contents first, then the list that names them. Returns how many files were written for others. */
async function tellOthers(
  deps: Deps,
  folder: SharedFolder,
  devices: readonly DeviceFolder[],
  { device, files, blobs }: Telling,
): Promise<number> {
  let sent = 0
  for (const [path, [version]] of files) {
    if (version === GONE || blobs.has(version)) continue
    const bytes = readOwnFile(deps.folders, path)
    if (bytes === undefined || blobs.nameOf(bytes) !== version) continue
    await blobs.write(version, bytes)
    sent++
  }
  const own = devices.find((one) => one.device === device)
  const last = own && newestList(folder, own).files
  const sorted: FileList = new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
  if (JSON.stringify([...(last ?? [])]) === JSON.stringify([...sorted])) return sent
  const number =
    1 + Math.max(0, ...(own?.files ?? []).map(({ name }) => parseNumberedName(name)?.number ?? 0))
  const bytes = folder.seal.close(encodeFileList({ device, number }, sorted), listPlace(device, number))
  const place = join(folder.devices, device)
  makeFolder(place)
  const name = numberedName('files', number, digestOf(bytes))
  await writeNewFile(join(place, name), async (write) => write(bytes), { replaces: false })
  return sent
}

function listPlace(device: string, number: number): string {
  return `files ${device} ${number}`
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    const read = readRegularFile(path, LARGEST_LIST)
    return read.kind === 'file' ? read.bytes : undefined
  } catch {
    return undefined
  }
}

const UNSAFE: Text = {
  en: 'a path that must not be written here; it is not taken',
  zh: '此路径不允许写入，已忽略',
}
const NOT_WHOLE: Text = {
  en: 'not whole, or not yet; an older list is used',
  zh: '不完整或尚未同步完成，改用较早的清单',
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
