import type { Deck } from '../core/card.ts'
import type { Fault } from '../core/fault.ts'
import type { Text } from '../core/locale.ts'
import { isSystemError } from '../core/system-error.ts'
import { readRegularFile } from '../disk/read-regular-file.ts'
import { deckPaths } from './deck-paths.ts'
import { decodeText } from './decode-text.ts'
import { parseDeck } from './parse-deck.ts'

/** Twenty times the largest deck of the program: more is no deck but a mistake. */
const MOST_DECK_BYTES = 4_000_000

/** Reads every deck of a folder, sub-folders too. A missing folder has no decks; one that cannot be read is a fault. */
export function loadDecks(folder: string): {
  readonly decks: readonly Deck[]
  readonly faults: readonly Fault[]
} {
  try {
    const parsed = deckPaths(folder).map((path) => loadDeck(path))
    return {
      decks: parsed.flatMap(({ deck }) => (deck ? [deck] : [])),
      faults: parsed.flatMap(({ faults }) => faults),
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { decks: [], faults: [unreadable(folder, error)] }
  }
}

export function loadDeck(path: string): { readonly deck?: Deck; readonly faults: readonly Fault[] } {
  const read = readText(path, MOST_DECK_BYTES)
  return 'text' in read ? parseDeck(read.text, path) : { faults: [read.fault] }
}

/** A file that cannot be read is a fault like any other: the rest of the content is still worth having. */
export function readText(path: string, mostBytes = MOST_DECK_BYTES): { text: string } | { fault: Fault } {
  try {
    const read = readRegularFile(path, mostBytes)
    switch (read.kind) {
      case 'file': {
        const decoded = decodeText(read.bytes)
        return 'text' in decoded ? decoded : { fault: { path, line: 0, message: decoded.fault } }
      }
      case 'irregular':
        return { fault: { path, line: 0, message: IRREGULAR } }
      case 'too large':
        return { fault: { path, line: 0, message: tooLarge(read.size, mostBytes) } }
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { fault: unreadable(path, error) }
  }
}

const IRREGULAR: Text = { en: 'It is no ordinary file.', zh: '它不是普通文件。' }

function tooLarge(size: number, mostBytes: number): Text {
  return {
    en: `The file has ${size} bytes, and may have ${mostBytes}; shorten it, or split it up.`,
    zh: `文件有 ${size} 字节，上限为 ${mostBytes} 字节；请精简或拆分。`,
  }
}

export function unreadable(path: string, { code }: { readonly code: string }): Fault {
  return {
    path,
    line: 0,
    message: {
      en: `It cannot be read (${code}); check what it is and its permissions.`,
      zh: `无法读取（${code}）；请检查它是什么、权限如何。`,
    },
  }
}
