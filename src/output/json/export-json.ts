import type { Exported } from '../../app/export/export-format.ts'

/** What `export --json` prints. */
export function exportedFields(path: string, { notes, cards, reviews, remarks }: Exported): object {
  return { path, notes, cards, reviews, remarks }
}
