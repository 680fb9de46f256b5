import { join } from 'node:path'
import type { Text } from '../../core/locale.ts'
import { stretchOf } from '../../core/stretch.ts'
import { bytesOfFile } from '../../disk/read-regular-file.ts'
import { isDraft, isHashOf, parseNumberedName } from '../../interop/segments/folder-names.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import { decodeSegment, LARGEST_SEGMENT } from '../../interop/segments/segment.ts'
import type { KnownSegment } from '../../store/shared-folders.ts'
import { acceptEvents, previewEvents, type Reception } from '../accept-events.ts'
import type { Deps } from '../deps.ts'
import { type DeviceFolder, FOREIGN, type FolderFault, type SharedFolder } from './shared-folder.ts'

/** What came of the segments that this machine had not taken. */
export interface TakenSegments extends Reception {
  readonly segments: number
  readonly faults: readonly FolderFault[]
}

export interface TakeWanted {
  readonly dryRun: boolean
  /** Hears of each that is read. */
  readonly onSegment: () => void
}

/**
 * Takes what devices have written since, all in one transaction; each segment is checked whole before the
 * first of its entries is looked at.
 */
export function takeSegments(
  { store }: Pick<Deps, 'store'>,
  folder: SharedFolder,
  devices: readonly DeviceFolder[],
  { dryRun, onSegment }: TakeWanted,
): TakenSegments {
  const known = new Set(
    store.sharedFolders.segments(folder.id).map(({ device, name }) => `${device}/${name}`),
  )
  const taken: KnownSegment[] = []
  const faults: FolderFault[] = []
  function* entries(): Generator<unknown> {
    for (const device of devices) {
      for (const file of device.files) {
        const path = `${device.device}/${file.name}`
        if (known.has(path) || isDraft(file.name)) continue
        const read = file.isFile()
          ? readSegment(folder, device, file.name)
          : { kind: 'fault' as const, why: FOREIGN }
        if (read.kind === 'other') continue
        if (read.kind === 'fault') {
          faults.push({ path, why: read.why })
          continue
        }
        onSegment()
        const stretches = yield* watched(read.entries)
        taken.push({ device: device.device, name: file.name, ...stretches })
      }
    }
  }
  const reception = dryRun ? previewEvents({ store }, entries()) : acceptEvents({ store }, entries())
  if (!dryRun) store.sharedFolders.taken(folder.id, taken)
  return { ...reception, segments: taken.length, faults }
}

export type ReadSegment =
  | { readonly kind: 'segment'; readonly entries: Iterable<unknown> }
  | { readonly kind: 'fault'; readonly why: Text }
  /** Of another kind. */
  | { readonly kind: 'other' }

export function readSegment(
  { seal }: SharedFolder,
  { device, path }: DeviceFolder,
  name: string,
): ReadSegment {
  const numbered = parseNumberedName(name)
  if (numbered === undefined) return { kind: 'fault', why: FOREIGN }
  if (numbered.kind !== 'segment') return { kind: 'other' }
  const bytes = bytesOfFile(join(path, name), LARGEST_SEGMENT)
  if (bytes === undefined) return { kind: 'fault', why: UNREADABLE }
  if (!isHashOf(numbered.hash, digestOf(bytes))) return { kind: 'fault', why: DAMAGED }
  const opened = seal.open(bytes, segmentPlace(device, numbered.number))
  const entries = opened && decodeSegment(opened, { device, number: numbered.number })
  return entries ? { kind: 'segment', entries } : { kind: 'fault', why: FORGED }
}

export function segmentPlace(device: string, number: number): string {
  return `segment ${device} ${number}`
}

/** Which stretches they are of: those that have a name; the door refuses the rest. */
function* watched(entries: Iterable<unknown>): Generator<unknown, Pick<KnownSegment, 'first' | 'last'>> {
  let [first, last] = ['~', '']
  for (const entry of entries) {
    yield entry
    const id = (entry as { readonly id?: unknown } | null)?.id
    if (typeof id !== 'string') continue
    const stretch = stretchOf(id)
    if (stretch < first) first = stretch
    if (stretch > last) last = stretch
  }
  return { first, last }
}

const UNREADABLE: Text = { en: 'cannot be read', zh: '无法读取' }
const DAMAGED: Text = {
  en: 'not whole, or not yet; it is taken once it is',
  zh: '不完整或尚未同步完成；完整后会自动读取',
}
const FORGED: Text = {
  en: 'not what its name says; it is not trusted',
  zh: '内容与文件名不符，不予采信',
}
