import { stringify } from 'csv-stringify/sync'

/** How a table of text parts its columns, as Anki's first header line names it. */
const SEPARATORS = { comma: ',', tab: '\t' } as const
export type SeparatorName = keyof typeof SEPARATORS

/** One row with the end of its line. A cell is quoted where it must be; what it begins with stays as it is. */
export function rowText(cells: readonly (string | number)[], separator: SeparatorName): string {
  return stringify([cells], { delimiter: SEPARATORS[separator], quoted_match: /^[#\s]|\s$|[\r\t]/ })
}
