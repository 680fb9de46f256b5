import { chooseOf, Problem } from '../../core/problem.ts'
import { ANKI_PACKAGE } from './anki-package-source.ts'
import { DUMP_FILE } from './dump-source.ts'
import { HASHCARDS_EXPORT } from './hashcards-source.ts'
import type { ImportFile, ImportFormat } from './import-format.ts'
import { PLAIN_DECK } from './markdown-source.ts'
import { REVIEW_LOG_FILE } from './review-log-format.ts'
import { NOTES_TABLE } from './table-source.ts'

/** All that can be read; the first that takes a file reads it. */
const IMPORT_FORMATS: readonly ImportFormat[] = [
  ANKI_PACKAGE,
  DUMP_FILE,
  HASHCARDS_EXPORT,
  REVIEW_LOG_FILE,
  NOTES_TABLE,
  PLAIN_DECK,
]

const ENDINGS = [...new Set(IMPORT_FORMATS.flatMap(({ endings }) => endings))]

/** @throws Problem where none takes it */
export function formatOf(file: ImportFile, as: string | undefined): ImportFormat {
  const found =
    as === undefined
      ? IMPORT_FORMATS.find((format) => format.takes(file))
      : IMPORT_FORMATS.find(({ name }) => name === as)
  if (found !== undefined) return found
  const names = IMPORT_FORMATS.map(({ name }) => name)
  throw as === undefined
    ? new Problem(
        { en: `${file.path} is of no format that is known here.`, zh: `${file.path} 不是可识别的格式。` },
        {
          remedy: {
            en: `What can be imported: ${ENDINGS.join(', ')}; --as names a format.`,
            zh: `可以导入：${ENDINGS.join('、')}；用 --as 指明格式。`,
          },
        },
      )
    : new Problem(
        { en: `There is no format "${as}".`, zh: `没有名为“${as}”的格式。` },
        { remedy: chooseOf(names) },
      )
}
