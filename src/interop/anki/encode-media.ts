import { PbfWriter } from 'pbf'

/** What Anki's list of media says of a file; its place in the list is its name in the archive. */
export interface MediaEntry {
  readonly name: string
  readonly size: number
  readonly sha1: Uint8Array
}

/** Anki's `MediaEntries` of import_export.proto. */
export function encodeMedia(entries: readonly MediaEntry[]): Uint8Array {
  const pbf = new PbfWriter()
  for (const entry of entries) pbf.writeMessage(1, writeEntry, entry)
  return pbf.finish()
}

function writeEntry({ name, size, sha1 }: MediaEntry, pbf: PbfWriter): void {
  pbf.writeStringField(1, name)
  pbf.writeVarintField(2, size)
  pbf.writeBytesField(3, sha1)
}
