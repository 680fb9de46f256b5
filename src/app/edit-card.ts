import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText } from '../content/decode-text.ts'
import type { Card, DeckTitle } from '../core/card.ts'
import { INSTALL_AGAIN, Problem } from '../core/problem.ts'
import { rewriteFile } from '../disk/rewrite-file.ts'
import { rewriteOrMake } from '../disk/rewrite-or-make.ts'
import { textIfThere } from '../disk/text-if-there.ts'
import { explainedTrouble } from '../store/explained-trouble.ts'
import { deckFile } from './deck-file.ts'
import type { Deps } from './deps.ts'
import { isOwnDeck, nameOwnNote, ownLineOf } from './own-note.ts'

export interface FilePlace {
  readonly path: string
  /** From one. */
  readonly line: number
}

/** A place in a deck of the learner's own. */
export interface PlaceInDeck extends FilePlace {
  /** To be called when the editor was closed: a copy that nobody changed is taken away again. */
  readonly dropUnchanged: () => void
}

/**
 * Where the learner may edit a card. A built-in one is first copied to a deck of the learner's own, where the
 * same id takes its place, so that neither an upgrade loses the edit nor the edit loses the card's history.
 * One of theirs that has no id gets the one that it goes by, for the same reason.
 */
export function placeToEdit(deps: Deps, card: Card): PlaceInDeck {
  const deck = deps.content.cards.deckOf(card.id)
  if (deck === undefined) throw new Error(`No deck holds ${card.id}`)
  if (isOwnDeck(deps, deck)) return placeInOwn(deck.path, card)
  return copyNote(deckFile(deps, deck), card, join(deps.folders.decks, `${deck.name}.md`), deck)
}

function placeInOwn(path: string, { note, line }: Card): PlaceInDeck {
  const named = nameOwnNote(path, note)
  if (named.kind !== 'written') return { path, line: ownLineOf(path, note) ?? line, dropUnchanged: () => {} }
  return {
    path,
    line: named.line + 1,
    dropUnchanged: () => {
      if (textIfThere(path) === named.text) rewriteFile(path, named.before)
    },
  }
}

function copyNote(from: string, card: Card, to: string, { title, group }: DeckTitle): PlaceInDeck {
  if (!existsSync(from)) {
    throw new Problem(
      { en: `The deck ${from} is missing.`, zh: `卡组文件 ${from} 不存在。` },
      { remedy: INSTALL_AGAIN },
    )
  }
  const own = existsSync(to) ? readFileSync(to) : undefined
  const head = `---\ntitle: ${title.en}\ntitle.zh: ${title.zh}\ngroup: ${group}\n---\n`
  const text = own === undefined ? head : textOf(own, to)
  const note = noteAt(readFileSync(from, 'utf8').split('\n'), card.line)
  const copied = `${text.trimEnd()}\n\n${note}\n`
  writing(to, () => rewriteOrMake(to, copied))
  return {
    path: to,
    line: text.trimEnd().split('\n').length + 2,
    dropUnchanged: () => {
      if (textIfThere(to) !== copied) return
      writing(to, () => (own === undefined ? rmSync(to) : rewriteFile(to, own)))
    },
  }
}

/** @throws Problem where the system lets nothing be written */
function writing(path: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw explainedTrouble(error, path)
  }
}

/** What is written is UTF-8, whatever mark the file had. */
function textOf(bytes: Uint8Array, path: string): string {
  const decoded = decodeText(bytes)
  if ('text' in decoded) return decoded.text
  throw new Problem(
    { en: `The deck ${path} is not UTF-8.`, zh: `卡组 ${path} 不是 UTF-8 编码。` },
    { remedy: { en: 'Save it as UTF-8 in your editor.', zh: '请在编辑器中另存为 UTF-8。' } },
  )
}

/** From its heading to the next one. */
function noteAt(lines: readonly string[], line: number): string {
  const rest = lines.slice(line)
  const length = rest.findIndex((text) => text.startsWith('## '))
  return [lines[line - 1], ...rest.slice(0, length < 0 ? rest.length : length)].join('\n').trimEnd()
}
