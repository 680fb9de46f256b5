import { APKG, COLPKG } from './export-anki.ts'
import { DUMP } from './export-dump.ts'
import type { ExportFormat } from './export-format.ts'
import { MARKDOWN } from './export-markdown.ts'
import { NOTES_CSV, NOTES_TSV } from './export-notes.ts'
import { REVIEW_LOG } from './export-reviews.ts'

/** All that can be written; of two endings that fit the longer one counts. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  MARKDOWN,
  DUMP,
  APKG,
  COLPKG,
  NOTES_CSV,
  NOTES_TSV,
  REVIEW_LOG,
]

/** By the name that stands behind `--as`, or by the ending of the file. */
export function formatCalled(name: string): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format.name === name)
}

export function formatOfFile(path: string): ExportFormat | undefined {
  const file = path.toLowerCase()
  const fitting = EXPORT_FORMATS.flatMap((format) =>
    format.endings.filter((ending) => file.endsWith(ending)).map((ending) => ({ format, ending })),
  )
  return fitting.sort((one, other) => other.ending.length - one.ending.length)[0]?.format
}
