import { brokenProblem } from '../../core/imported/broken-file.ts'
import type { ImportedFact, ImportedFile, ImportedSource } from '../../core/imported/imported-source.ts'
import { parseEntry } from '../../core/parse-entry.ts'
import { readLines } from '../../disk/read-lines.ts'
import type { DumpedFile } from '../../interop/dump/dump-lines.ts'
import { type DumpPart, isDump, readDump } from '../../interop/dump/read-dump.ts'
import type { ImportFormat } from './import-format.ts'
import { headText } from './read-import-text.ts'

/** The longest line is that of an image, or of an event with a source file. */
const LONGEST_LINE = 40_000_000

/** Our own dump: the log is a set of events, and the files are those that the learner had. */
export const DUMP_FILE: ImportFormat = {
  name: 'json',
  endings: ['.json'],
  holds: { en: 'a whole dump of anneal', zh: 'anneal 的整体转储' },
  takes: (file) => isDump(headText(file)),
  open: async (_, { path }) => {
    // Gone through once before anything of it is taken: its end may be missing.
    let [files, entries] = [0, 0]
    for (const { kind } of partsOf(path)) kind === 'file' ? files++ : entries++
    return dumpSource(path, entries)
  },
}

function dumpSource(path: string, entries: number): ImportedSource {
  return {
    size: { notes: 0, reviews: entries },
    notes: () => [],
    facts: function* () {
      for (const part of partsOf(path)) if (part.kind === 'entry') yield factOf(part.entry)
    },
    media: [],
    files: function* () {
      for (const part of partsOf(path)) if (part.kind === 'file') yield fileOf(part.file)
    },
    remarks: [],
    close: () => undefined,
  }
}

function* partsOf(path: string): Generator<DumpPart> {
  try {
    yield* readDump(readLines(path, LONGEST_LINE))
  } catch (error) {
    if (error instanceof RangeError) throw brokenProblem(path, TOO_LONG, error)
    throw error
  }
}

const TOO_LONG = { en: 'has a line that is too long', zh: '有过长的行' }

function factOf(entry: unknown): ImportedFact {
  const parsed = parseEntry(entry)
  return parsed.kind === 'entry' ? { kind: 'fact', entry: parsed.entry } : { kind: 'left-out', why: NO_EVENT }
}

const NO_EVENT = { en: 'what is no event of a log', zh: '不是日志事件的内容' }

function fileOf(file: DumpedFile): ImportedFile {
  return {
    path: file.path,
    bytes: 'text' in file ? Buffer.from(file.text) : Buffer.from(file.base64, 'base64'),
  }
}
