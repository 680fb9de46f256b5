import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeckName } from '../../content/deck-paths.ts'
import { cleanText } from '../../core/clean-text.ts'
import { fileNameOf } from '../../core/file-name.ts'
import { isImageName, MOST_IMAGE_BYTES } from '../../core/image-path.ts'
import type { ImportedFile, NoteTotal } from '../../core/imported/imported-source.ts'
import type { Text } from '../../core/locale.ts'
import { codeOf } from '../../core/system-error.ts'
import { readRegularFile } from '../../disk/read-regular-file.ts'
import type { Deps } from '../deps.ts'
import type { ImportTally } from './import-report.ts'
import type { Staging } from './staging.ts'

interface TakenFile extends NoteTotal {
  readonly path: string
}

const NOTHING: NoteTotal = { notes: 0, cards: 0 }

/**
 * Puts decks of our own form, and their images, where they lay. What is there already stays. Returns what is
 * new.
 */
export function takeFiles(
  { folders }: Pick<Deps, 'folders'>,
  files: Iterable<ImportedFile>,
  staging: Staging | undefined,
  tally: ImportTally,
): readonly TakenFile[] {
  const added: TakenFile[] = []
  for (const { path, bytes, holds = NOTHING } of files) {
    if (!isSafePath(path)) tally.add(UNSAFE, cleanText(path.slice(0, 80)))
    else {
      const here = bytesAt(join(folders.decks, path))
      if (here === undefined) {
        if (staging !== undefined) writeFileSync(staging.fileFor(path), bytes, { flush: true })
        added.push({ path, ...holds })
      } else if (here === 'other' || !Buffer.from(here).equals(bytes)) tally.add(KEPT, path)
    }
  }
  return added
}

const KEPT: Text = {
  en: 'files that are here with another content; yours stay',
  zh: '本地已有同名而内容不同的文件，保留您的',
}
const UNSAFE: Text = {
  en: 'files that are no decks or images in the folder of decks',
  zh: '不是卡组文件夹内的卡组或图片的文件',
}

/** Below the folder on every system, not hidden, and nothing that would be run. */
function isSafePath(path: string): boolean {
  const levels = path.split('/')
  const isKnown = isDeckName(path) || isImageName(path)
  return path.length <= 400 && levels.length <= 10 && isKnown && levels.every(isSafeLevel)
}

function isSafeLevel(level: string): boolean {
  return level !== '' && fileNameOf(level) === level.normalize('NFC').replaceAll(' ', '-')
}

function bytesAt(path: string): Uint8Array | 'other' | undefined {
  try {
    const read = readRegularFile(path, MOST_IMAGE_BYTES)
    return read.kind === 'file' ? read.bytes : 'other'
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    return codeOf(error) === 'ENOENT' ? undefined : 'other'
  }
}
