import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ListedDeck } from '../../core/card.ts'
import { imagesOf } from '../../core/card-texts.ts'
import { MOST_IMAGE_BYTES } from '../../core/image-path.ts'
import type { Text } from '../../core/locale.ts'
import { codeOf } from '../../core/system-error.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { readRegularFile } from '../../disk/read-regular-file.ts'
import { writeNewFile } from '../../disk/write-new-file.ts'
import { cardsOf } from '../deck-cards.ts'
import { deckFile } from '../deck-file.ts'
import type { Deps } from '../deps.ts'

/** Puts the images of decks where the decks' new files look for them. Returns what was not to be had. */
export async function copyImages(
  deps: Deps,
  decks: readonly ListedDeck[],
  folder: string,
  replaces: boolean,
): Promise<readonly Text[]> {
  const missing: string[] = []
  for (const deck of decks) {
    const beside = dirname(deckFile(deps, deck))
    for (const image of imagesIn(deps, deck)) {
      if (!(await copy(join(beside, image), join(folder, image), replaces))) missing.push(image)
    }
  }
  return missing.length === 0 ? [] : [notCopied(missing)]
}

function imagesIn(deps: Deps, deck: ListedDeck): ReadonlySet<string> {
  return new Set(cardsOf(deps, deck).flatMap(imagesOf))
}

async function copy(from: string, to: string, replaces: boolean): Promise<boolean> {
  try {
    const read = readRegularFile(from, MOST_IMAGE_BYTES)
    if (read.kind !== 'file') return false
    if (existsSync(to) && !replaces) return false
    makeFolder(dirname(to))
    await writeNewFile(to, async (write) => write(read.bytes), { replaces })
    return true
  } catch (error) {
    if (codeOf(error) !== undefined) return false
    throw error
  }
}

function notCopied(images: readonly string[]): Text {
  const shown = images.slice(0, 5).join(', ')
  return {
    en: `Images that are missing, too large, or that another file has taken the place of: ${shown}.`,
    zh: `以下图片缺失、过大或位置已被其他文件占用：${shown}。`,
  }
}
