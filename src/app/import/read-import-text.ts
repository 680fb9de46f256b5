import { decodeText, encodingOf } from '../../content/decode-text.ts'
import { brokenProblem, irregularFile } from '../../core/imported/broken-file.ts'
import { Problem } from '../../core/problem.ts'
import { readRegularFile } from '../../disk/read-regular-file.ts'
import type { ImportFile } from './import-format.ts'

/** More would not be held at once, and a million reviews take a tenth. */
const MOST_BYTES = 400_000_000

/** The text of a file, in UTF-8 or UTF-16. @throws Problem */
export function readImportText({ path }: ImportFile): string {
  const read = readRegularFile(path, MOST_BYTES)
  if (read.kind === 'irregular') throw irregularFile(path)
  if (read.kind === 'too large')
    throw brokenProblem(path, {
      en: `is larger than ${MOST_BYTES} bytes`,
      zh: `超过 ${MOST_BYTES} 字节`,
    })
  const decoded = decodeText(read.bytes)
  if ('text' in decoded) return decoded.text
  throw new Problem(
    { en: `${path} is not UTF-8.`, zh: `${path} 不是 UTF-8 编码。` },
    {
      remedy: {
        en: 'Save it as UTF-8 in your editor; Excel calls that CSV UTF-8.',
        zh: '请在编辑器中另存为 UTF-8；在 Excel 中请选择“CSV UTF-8”。',
      },
    },
  )
}

/** How a file begins, in whatever encoding its mark says. */
export function headText({ head }: ImportFile): string {
  return new TextDecoder(encodingOf(head)).decode(head)
}
