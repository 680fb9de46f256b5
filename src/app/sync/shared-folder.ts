import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import type { Text } from '../../core/locale.ts'
import { partition } from '../../core/partition.ts'
import { Problem } from '../../core/problem.ts'
import { codeOf, isSystemError } from '../../core/system-error.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { readRegularFile } from '../../disk/read-regular-file.ts'
import { writeNewFile } from '../../disk/write-new-file.ts'
import { DEVICES, isDeviceName, MARKER, TOP } from '../../interop/segments/folder-names.ts'
import { type Marker, newMarker, readMarker, sealOf, writtenMarker } from '../../interop/segments/marker.ts'
import { NO_SEAL, type Seal } from '../../interop/segments/seal.ts'
import type { Deps } from '../deps.ts'

/** A folder that the learner's machines have in common, opened. */
export interface SharedFolder {
  /** As the learner named it. */
  readonly path: string
  /** Its name on every machine. */
  readonly id: string
  readonly isEncrypted: boolean
  readonly seal: Seal
  readonly devices: string
}

export interface OpenWanted {
  /** Where it is shared for the first time: whether it is to be encrypted. */
  readonly encrypt: boolean
  readonly askPassphrase: (isNew: boolean) => Promise<string>
  /** Whether it may be made one that is shared where it is not. */
  readonly mayMake: boolean
  /** Makes nothing. */
  readonly dryRun: boolean
}

/** A file of a device's folder that is one, by its kind of entry. */
export interface DeviceFolder {
  readonly device: string
  readonly path: string
  readonly files: readonly Dirent[]
}

/** What lies in the folder and is not taken, or not yet. */
export interface FolderFault {
  /** Below the folder. */
  readonly path: string
  readonly why: Text
}

const LARGEST_MARKER = 2 ** 16

/**
 * @throws Problem where there is no such folder, it is another program's, a newer one's, has another
 * passphrase or lost its encryption
 */
export async function openSharedFolder(
  { store, folders }: Pick<Deps, 'store' | 'folders'>,
  path: string,
  wanted: OpenWanted,
): Promise<SharedFolder> {
  demandFolder(path)
  const top = join(path, TOP)
  if (isWithin(top, dirname(folders.decks))) throw withinData(path)
  const sealed = store.sharedFolders.places().filter(({ isEncrypted }) => isEncrypted)
  const wasEncrypted = sealed.some((place) => place.path === path)
  const isShared = isThere(path, join(top, MARKER))
  if (!isShared && (!wanted.mayMake || (wasEncrypted && !wanted.encrypt))) throw gone(path, wasEncrypted)
  const chosen = !isShared && wanted.encrypt ? await wanted.askPassphrase(true) : undefined
  const marker = isShared ? markerIn(path) : await makeMarker(path, chosen, wanted.dryRun)
  const { folder, encryption } = marker
  if (encryption === undefined && (wasEncrypted || sealed.some((place) => place.folder === folder)))
    throw noLongerEncrypted(path)
  if (encryption === undefined && wanted.encrypt) throw notEncrypted(path)
  const seal = encryption && (await sealOf(folder, encryption, chosen ?? (await wanted.askPassphrase(false))))
  if (encryption !== undefined && seal === undefined) throw otherPassphrase(path)
  return {
    path,
    id: folder,
    isEncrypted: encryption !== undefined,
    seal: seal ?? NO_SEAL,
    devices: join(top, DEVICES),
  }
}

/** The folders of the devices, and what else lies among them. */
export function deviceFolders({ devices }: SharedFolder): {
  readonly folders: readonly DeviceFolder[]
  readonly faults: readonly FolderFault[]
} {
  const found = existsSync(devices) ? readdirSync(devices, { withFileTypes: true }) : []
  const [folders, others] = partition(found, (one) => one.isDirectory() && isDeviceName(one.name))
  return {
    folders: folders.map(({ name }) => {
      const path = join(devices, name)
      return { device: name, path, files: readdirSync(path, { withFileTypes: true }) }
    }),
    faults: others
      .filter(({ name }) => !name.startsWith('.'))
      .map(({ name }) => ({ path: name, why: FOREIGN })),
  }
}

/** What is neither a name of ours nor a draft: conflicting copies, other programs' files, links. */
export const FOREIGN: Text = {
  en: 'not a file of Anneal’s; it is left alone',
  zh: '不是 Anneal 的文件，未作处理',
}

/** A folder that is not there may be a disk that is not mounted: none is made. */
function demandFolder(path: string): void {
  try {
    readdirSync(path)
  } catch (error) {
    throw ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '') ? missing(path) : troubleIn(path, error)
  }
}

/** What may not be looked at is not gone. */
function isThere(path: string, file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw troubleIn(path, error)
  }
}

function missing(path: string): Problem {
  return new Problem(
    { en: `There is no folder ${path}.`, zh: `没有文件夹 ${path}。` },
    {
      remedy: {
        en: 'Make it, or mount the disk that it is on; then try again.',
        zh: '请先创建它，或挂载它所在的磁盘，然后再试。',
      },
    },
  )
}

function isWithin(path: string, folder: string): boolean {
  return `${realOf(path)}${sep}`.startsWith(`${realOf(folder)}${sep}`)
}

/** Also of what is still to be made. */
function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realOf(dirname(path)), basename(path))
}

function markerIn(path: string): Marker {
  const file = join(path, TOP, MARKER)
  const read = readRegularFile(file, LARGEST_MARKER)
  const marker = read.kind === 'file' ? readMarker(read.bytes) : undefined
  if (marker?.kind === 'marker') return marker.marker
  if (marker?.kind === 'newer') {
    throw new Problem(
      { en: `${path} is shared by a newer version of Anneal.`, zh: `${path} 由较新版本的 Anneal 共享。` },
      { remedy: { en: 'Upgrade Anneal on this machine.', zh: '请升级这台机器上的 Anneal。' } },
    )
  }
  throw new Problem(
    { en: `${file} is damaged or not Anneal's.`, zh: `${file} 已损坏，或不是 Anneal 的文件。` },
    {
      remedy: {
        en: 'Wait until the folder is synchronised, or take the file back from another machine.',
        zh: '请等文件夹同步完成，或从另一台机器取回这个文件。',
      },
    },
  )
}

async function makeMarker(path: string, passphrase: string | undefined, dryRun: boolean): Promise<Marker> {
  const marker = await newMarker(passphrase)
  if (dryRun) return marker
  try {
    makeFolder(join(path, TOP, DEVICES))
    await writeNewFile(join(path, TOP, MARKER), async (write) => write(Buffer.from(writtenMarker(marker))), {
      replaces: false,
    })
  } catch (error) {
    throw troubleIn(path, error)
  }
  return marker
}

/** What the system says of the folder, as a problem; anything else as it is. */
export function troubleIn(path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error
  return new Problem(
    {
      en: `${path} cannot be read or written (${error.code}).`,
      zh: `无法读写 ${path}（${error.code}）。`,
    },
    {
      remedy: {
        en: 'Make room and see to your rights there, then sync again: what was recorded is here, and nothing is lost.',
        zh: '请腾出空间并检查权限，然后再同步一次；记录都在本机，没有任何丢失。',
      },
      cause: error,
    },
  )
}

function notEncrypted(path: string): Problem {
  return new Problem(
    { en: `${path} is shared already, and not encrypted.`, zh: `${path} 已经共享，且没有加密。` },
    {
      remedy: {
        en: 'Leave out --encrypt, or share another folder with it.',
        zh: '请去掉 --encrypt，或用它共享另一个文件夹。',
      },
    },
  )
}

function withinData(path: string): Problem {
  return new Problem(
    { en: `${path} belongs to the data of this machine.`, zh: `${path} 属于本机的数据文件夹。` },
    { remedy: { en: 'Share a folder outside it.', zh: '请共享它之外的文件夹。' } },
  )
}

/**
 * Nothing is made anew there unasked: it may not be mounted, or not have come yet; and nothing in the open
 * where it was encrypted.
 */
function gone(path: string, wasEncrypted: boolean): Problem {
  const again = `anneal sync ${wasEncrypted ? 'DIR --encrypt' : 'DIR'}`
  return new Problem(
    { en: `${path} holds nothing of Anneal's any more.`, zh: `${path} 中已经没有 Anneal 的内容。` },
    {
      remedy: {
        en: `Mount its disk, or wait until it is synchronised. To begin anew there: ${again}.`,
        zh: `请挂载它所在的磁盘，或等它同步完成。要在那里重新开始，请运行 ${again}。`,
      },
    },
  )
}

function noLongerEncrypted(path: string): Problem {
  return new Problem(
    {
      en: `${path} was encrypted, and its shared.json says that it is not.`,
      zh: `${path} 原本已加密，而其中的 shared.json 却称未加密。`,
    },
    {
      remedy: {
        en: 'Somebody has changed that file: take it back from another machine, or share another folder.',
        zh: '该文件被人改动过：请从另一台机器取回，或改用其他文件夹共享。',
      },
    },
  )
}

function otherPassphrase(path: string): Problem {
  return new Problem(
    { en: `That is not the passphrase of ${path}.`, zh: `口令与 ${path} 的不符。` },
    { remedy: { en: 'Type the one that it was shared with.', zh: '请输入共享时设定的口令。' } },
  )
}
