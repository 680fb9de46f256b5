import { dirname, join } from 'node:path'
import type { Card } from '../../core/card.ts'
import type { ImportedFile } from '../../core/imported/imported-source.ts'
import { readRegularFile } from '../../disk/read-regular-file.ts'

const MOST_BYTES = 20_000_000

/** The images that cards name, as they lie beside the deck that is imported; those that are not there are left to `doctor`. */
export function* imagesBeside(deckPath: string, cards: readonly Card[]): Generator<ImportedFile> {
  for (const image of new Set(cards.flatMap(({ image: path }) => path ?? []))) {
    const bytes = bytesOf(join(dirname(deckPath), image))
    if (bytes !== undefined) yield { path: image.replaceAll('\\', '/'), bytes }
  }
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    const read = readRegularFile(path, MOST_BYTES)
    return read.kind === 'file' ? read.bytes : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}
