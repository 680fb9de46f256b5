import { brokenProblem } from '../../core/imported/broken-file.ts'
import { readHashcards } from '../../interop/hashcards/read-hashcards.ts'
import { plainSource } from '../../interop/text/plain-source.ts'
import { momentHere } from '../moment-here.ts'
import type { ImportFile, ImportFormat } from './import-format.ts'
import { headText, readImportText } from './read-import-text.ts'
import { titleOfFile } from './table-source.ts'

/** What `hashcards export` writes: cards and their reviews. */
export const HASHCARDS_EXPORT: ImportFormat = {
  name: 'hashcards',
  endings: ['.json'],
  holds: { en: 'what `hashcards export` writes', zh: '`hashcards export` 的输出' },
  takes: (file) => file.name.endsWith('.json') && /"cards"\s*:\s*\[\s*\{\s*"hash"/.test(headText(file)),
  open: async (deps, file) => {
    const deck = readHashcards(parsed(file))
    if (deck === undefined) throw brokenProblem(file.path, NO_EXPORT)
    return plainSource(deck, {
      fileTitle: titleOfFile(file),
      momentAt: momentHere,
      isOurs: deps.content.cards.has,
    })
  },
}

const NO_EXPORT = { en: 'is no export of hashcards', zh: '不是 hashcards 的导出文件' }

function parsed(file: ImportFile): unknown {
  try {
    return JSON.parse(readImportText(file))
  } catch (cause) {
    if (cause instanceof SyntaxError) throw brokenProblem(file.path, NO_JSON, cause)
    throw cause
  }
}

const NO_JSON = { en: 'is no whole JSON', zh: '不是完整的 JSON' }
