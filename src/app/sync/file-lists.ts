import { join } from 'node:path'
import type { Text } from '../../core/locale.ts'
import { bytesOfFile } from '../../disk/read-regular-file.ts'
import {
  decodeFileList,
  encodeFileList,
  type FileList,
  LARGEST_LIST,
} from '../../interop/segments/file-list.ts'
import { isHashOf, numberedName, parseNumberedName } from '../../interop/segments/folder-names.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import type { OwnPlace } from './own-place.ts'
import type { DeviceFolder, FolderFault, SharedFolder } from './shared-folder.ts'
import { lastNumber } from './write-segments.ts'

export interface DeviceList {
  readonly device: string
  /** Undefined where there is none that is whole. */
  readonly files: FileList | undefined
  readonly faults: readonly FolderFault[]
}

/** What a device's last list that is whole says. */
export function newestList({ seal }: SharedFolder, folder: DeviceFolder): DeviceList {
  const { device, path } = folder
  const faults: FolderFault[] = []
  for (const { file, number, hash } of listsOf(folder)) {
    const bytes = bytesOfFile(join(path, file), LARGEST_LIST)
    const isWhole = bytes !== undefined && isHashOf(hash, digestOf(bytes))
    const opened = isWhole ? seal.open(bytes, listPlace(device, number)) : undefined
    const files = opened && decodeFileList(opened, { device, number })
    if (files) return { device, files, faults }
    faults.push({ path: `${device}/${file}`, why: NOT_WHOLE })
  }
  return { device, files: undefined, faults }
}

/** Writes a list where it says anything new, and takes those away that nobody needs behind it. */
export function writeList(
  { seal }: SharedFolder,
  place: OwnPlace,
  own: DeviceFolder | undefined,
  last: FileList | undefined,
  files: FileList,
): void {
  const sorted: FileList = new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
  if (JSON.stringify([...(last ?? [])]) === JSON.stringify([...sorted])) return
  const { device } = place
  const number = 1 + lastNumber(own)
  const bytes = seal.close(encodeFileList({ device, number }, sorted), listPlace(device, number))
  place.write(numberedName('files', number, digestOf(bytes)), bytes)
  // One stays for whoever gets the new one later, or not whole.
  for (const { file } of own ? listsOf(own).slice(1) : []) place.remove(file)
}

/** The last first. */
function listsOf({ files }: DeviceFolder) {
  return files
    .flatMap((file) => {
      const name = file.isFile() ? parseNumberedName(file.name) : undefined
      return name?.kind === 'files' ? [{ file: file.name, ...name }] : []
    })
    .sort((one, other) => other.number - one.number)
}

function listPlace(device: string, number: number): string {
  return `files ${device} ${number}`
}

const NOT_WHOLE: Text = {
  en: 'not whole, or not yet; an older list is used',
  zh: '不完整或尚未同步完成，改用较早的清单',
}
