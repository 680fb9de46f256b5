import * as v from 'valibot'
import type { FileVersion } from '../../core/file-version.ts'
import { compress, decompress } from './compress.ts'

/** Which files a device has, by their paths, in which versions. */
export type FileList = ReadonlyMap<string, FileVersion>

const FORMAT = 2
export const LARGEST_LIST = 2 ** 25
const MOST_BYTES = 2 ** 27

const CHANGES = v.array(v.strictTuple([v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(1))]))
const LIST = v.object({
  anneal: v.literal('files'),
  format: v.literal(FORMAT),
  device: v.string(),
  number: v.number(),
  files: v.array(v.strictTuple([v.string(), v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{64})?$/)), CHANGES])),
})

export interface ListHead {
  readonly device: string
  readonly number: number
}

export function encodeFileList({ device, number }: ListHead, list: FileList): Uint8Array {
  const files = [...list].map(([path, { contents, changes }]) => [path, contents, changes])
  return compress(Buffer.from(JSON.stringify({ anneal: 'files', format: FORMAT, device, number, files })))
}

/** Undefined where it is no whole list of that device and number. */
export function decodeFileList(bytes: Uint8Array, { device, number }: ListHead): FileList | undefined {
  const plain = decompress(bytes, MOST_BYTES)
  if (plain === undefined) return undefined
  try {
    const parsed = v.safeParse(LIST, JSON.parse(Buffer.from(plain).toString('utf8')))
    if (!parsed.success || parsed.output.device !== device || parsed.output.number !== number)
      return undefined
    return new Map(parsed.output.files.map(([path, contents, changes]) => [path, { contents, changes }]))
  } catch {
    return undefined
  }
}
