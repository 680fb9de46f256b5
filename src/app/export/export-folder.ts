import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writeDeck } from '../../content/write-deck.ts'
import { fileNameOf } from '../../core/file-name.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { writeNewFile } from '../../disk/write-new-file.ts'
import type { Deps } from '../deps.ts'
import { copyImages } from './copy-images.ts'
import { type Exported, type ExportWanted, NOTHING_EXPORTED } from './export-format.ts'
import { changedRemark, takenProblem, writingProblem } from './export-problems.ts'
import { deckNames, wholeDecks } from './whole-decks.ts'

/**
 * Each deck as a file of Markdown, with its images beside it. Nothing is written where one of the files is
 * there already.
 */
export async function exportFolder(
  deps: Deps,
  folder: string,
  { decks }: ExportWanted,
  force: boolean,
): Promise<Exported> {
  const taken = new Set<string>()
  const files = new Map(deckNames(decks).map((name) => [name, join(folder, `${fileNameOf(name, taken)}.md`)]))
  const there = [...files.values()].find((path) => existsSync(path))
  if (there !== undefined && !force) throw takenProblem(there)
  const changed: string[] = []
  let { notes, cards } = NOTHING_EXPORTED
  for (const deck of wholeDecks(deps, decks)) {
    const written = writeDeck(deck)
    const path = files.get(deck.name) ?? join(folder, `${deck.name}.md`)
    await writeText(path, written.text, force)
    changed.push(...written.changed)
    notes += written.notes
    cards += deck.cards.length
  }
  const lost = await copyImages(deps, decks, folder, force)
  return { ...NOTHING_EXPORTED, notes, cards, remarks: [...changedRemark(changed), ...lost] }
}

async function writeText(path: string, text: string, replaces: boolean): Promise<void> {
  try {
    makeFolder(join(path, '..'))
    await writeNewFile(path, async (write) => write(Buffer.from(text)), { replaces })
  } catch (error) {
    throw writingProblem(path, error)
  }
}
