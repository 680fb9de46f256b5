import { type Deps, settingsIn } from '../../app/deps.ts'
import { type ExportOrder, exportCards, exportPieces } from '../../app/export/export-cards.ts'
import type { ExportWanted } from '../../app/export/export-format.ts'
import { type Locale, otherLocale } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { exportedFields } from '../../output/json/export-json.ts'
import { exportedText } from '../../ui/plain/export-text.ts'
import { openDeps } from '../open-deps.ts'
import { fillStdout, print, printJson } from '../print.ts'
import { type ProgressLine, withProgress } from '../show-progress.ts'

interface ExportFlags {
  readonly deck?: readonly string[]
  readonly as?: string
  readonly language?: Locale | 'both'
  readonly scheduling?: 'yes' | 'no'
  readonly force?: boolean
  readonly json?: boolean
}

export async function exportFile(path: string, flags: ExportFlags): Promise<void> {
  if (path === '-' && flags.json) throw bothOnStdout()
  const deps = await openDeps()
  const exported = await withProgress(settingsIn(deps).locale, (progress) => {
    const order = orderOf(deps, flags, counting(progress))
    return path === '-' ? fillStdout((put) => exportPieces(deps, order, put)) : exportCards(deps, path, order)
  })
  if (path === '-') return
  if (flags.json) printJson(exportedFields(path, exported))
  else print(exportedText(deps, path, exported))
}

function orderOf(
  deps: Deps,
  { deck = [], as, language, scheduling, force = false }: ExportFlags,
  onWritten: () => void,
): ExportOrder {
  const languages = languagesOf(settingsIn(deps).locale, language)
  return { decks: deck, as, languages, scheduling: scheduling !== 'no', force, onWritten }
}

const EVERY = 10_000

function counting({ tell }: ProgressLine): () => void {
  let written = 0
  return () => {
    if (++written % EVERY !== 0) return
    tell({ en: `cards and reviews written: ${written}`, zh: `已写入的卡片和复习：${written}` })
  }
}

function languagesOf(locale: Locale, wanted: ExportFlags['language']): ExportWanted['languages'] {
  if (wanted === 'both') return [locale, otherLocale(locale)]
  return [wanted ?? locale]
}

function bothOnStdout(): Problem {
  return new Problem(
    { en: '--json and - both want stdout.', zh: '--json 和 - 都要写到标准输出。' },
    { remedy: { en: 'Leave out --json, or name a file.', zh: '请去掉 --json，或给出文件名。' } },
  )
}
