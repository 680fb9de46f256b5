import { settingsIn } from '../../app/deps.ts'
import { type ExamineProgress, examine, mendClock } from '../../app/examine.ts'
import { joinHistory } from '../../app/join-history.ts'
import { workspaceOf } from '../../app/workspace.ts'
import type { Text } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import { doctorFields, joinedFields } from '../../output/json/doctor-json.ts'
import { doctorText, redatedText } from '../../ui/plain/doctor-text.ts'
import { joinedText } from '../../ui/plain/lost-text.ts'
import { placesHere } from '../folders.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'
import { withProgress } from '../show-progress.ts'
import { version } from '../version.ts'

/** Checks data, tools and isolation. Exit status 1 when the data is not sound. */
export async function doctor(flags: { readonly fix?: boolean; readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  const fix = flags.fix ?? false
  const { locale } = settingsIn(deps)
  const found = await withProgress(locale, (progress) =>
    examine(deps, { fix, onProgress: (now) => progress.tell(stageText(now)) }),
  )
  const here = { version: version(), node: process.versions.node, database: placesHere().database }
  if (flags.json) {
    const whereabouts = { ...here, decks: deps.folders.decks, workspace: workspaceOf(deps) }
    printJson(doctorFields(found, whereabouts, locale))
  } else print(doctorText(deps, found, here, fix))
  if (found.damages.length > 0 || found.drifted.length > 0) process.exitCode = 1
}

/** Lets a card go on with a history that has lost its own. */
export async function join(history: string, card: string, flags: { readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  const joined = joinHistory(deps, history, card)
  if (flags.json) return printJson(joinedFields(history, joined))
  print(joinedText(deps, history, joined))
}

/** Dates what is dated later than now. */
export async function clock(flags: { readonly json?: boolean }): Promise<void> {
  const deps = await openDeps()
  const redated = mendClock(deps)
  if (flags.json) return printJson({ redated })
  print(redatedText(deps, redated))
}

function stageText(progress: ExamineProgress): Text {
  switch (progress.kind) {
    case 'file':
      return { en: 'checking the file ...', zh: '正在检查文件……' }
    case 'log':
      return { en: `replaying the log: ${progress.percent}%`, zh: `正在重放日志：${progress.percent}%` }
    case 'tools':
      return { en: 'looking for tools ...', zh: '正在查找工具……' }
    default:
      return unreachable(progress)
  }
}
