import { isUtf8 } from 'node:buffer'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { decodeText } from '../content/decode-text.ts'
import { nameNote } from '../content/name-note.ts'
import { isSystemError } from '../content/read-content.ts'
import type { Card, DeckTitle } from '../core/card.ts'
import { INSTALL_AGAIN, Problem } from '../core/problem.ts'
import { makeFolder } from '../disk/make-folder.ts'
import type { Deps } from './deps.ts'

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
 * Where the learner may edit a card. A built-in one is first copied to a deck of the learner's own, where the same id takes its
 * place, so that neither an upgrade loses the edit nor the edit loses the card's history. One of theirs that has no id gets the one that it
 * goes by, for the same reason.
 */
export function placeToEdit({ content, folders }: Deps, card: Card): PlaceInDeck {
  const deck = content.decks.find(({ name, cards }) => name === card.deck && cards.includes(card.id))
  if (deck === undefined) throw new Error(`No deck holds ${card.id}`)
  const isOwn = isAbsolute(deck.path) && !relative(folders.decks, deck.path).startsWith('..')
  if (isOwn) return placeInOwn(deck.path, card)
  const source = isAbsolute(deck.path) ? deck.path : join(folders.builtIn, deck.path)
  return copyNote(source, card, join(folders.decks, `${deck.name}.md`), deck)
}

function placeInOwn(path: string, card: Card): PlaceInDeck {
  const deck = writeId(path, card)
  return {
    path,
    line: deck === undefined ? card.line : card.line + 1,
    dropUnchanged: () => {
      if (deck === undefined || !existsSync(path)) return
      if (readFileSync(path, 'utf8') === deck.named) writeFileSync(path, deck.before)
    },
  }
}

/** Undefined where it has one, or none can be written: the editor then says what is wrong with the file. */
function writeId(
  path: string,
  card: Card,
): { readonly before: Uint8Array; readonly named: string } | undefined {
  try {
    const before = readFileSync(path)
    const named = isUtf8(before) ? nameNote(before.toString(), path, card) : undefined
    if (named === undefined) return undefined
    writeFileSync(path, named)
    return { before, named }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return undefined
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
  makeFolder(join(to, '..'))
  const copied = `${text.trimEnd()}\n\n${note}\n`
  writeFileSync(to, copied)
  return {
    path: to,
    line: text.trimEnd().split('\n').length + 2,
    dropUnchanged: () => {
      if (!existsSync(to) || readFileSync(to, 'utf8') !== copied) return
      if (own === undefined) rmSync(to)
      else writeFileSync(to, own)
    },
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
