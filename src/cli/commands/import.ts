import { settingsIn } from '../../app/deps.ts'
import { type ImportProgress, importFile } from '../../app/import/import-file.ts'
import type { Text } from '../../core/locale.ts'
import { importedFields } from '../../output/json/import-json.ts'
import { importedText } from '../../ui/plain/import-text.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'
import { withProgress } from '../show-progress.ts'

interface ImportFlags {
  readonly as?: string
  readonly weights?: boolean
  readonly 'dry-run'?: boolean
  readonly json?: boolean
}

/** A line that is written over needs no more often. */
const STEP = 500

export async function importFrom(path: string, flags: ImportFlags): Promise<void> {
  const deps = await openDeps()
  const { locale } = settingsIn(deps)
  const order = { as: flags.as, takesWeights: flags.weights === true, isDryRun: flags['dry-run'] === true }
  const report = await withProgress(locale, (line) =>
    importFile(deps, path, order, (progress) => {
      if (progress.done % STEP === 1) line.tell(progressText(progress))
    }),
  )
  if (flags.json) printJson(importedFields(report))
  else print(importedText(deps, report))
}

function progressText({ stage, done, total }: ImportProgress): Text {
  const percent = total > 0 ? Math.min(100, Math.round((100 * done) / total)) : 100
  return { en: `${STAGES[stage].en} ${percent}%`, zh: `${STAGES[stage].zh} ${percent}%` }
}

const STAGES: { readonly [S in ImportProgress['stage']]: Text } = {
  media: { en: 'media', zh: '媒体' },
  notes: { en: 'notes', zh: '笔记' },
  log: { en: 'reviews', zh: '复习记录' },
}
