import { backUp, wantsBackup } from '../app/backup/make-backup.ts'
import { type Deps, settingsIn } from '../app/deps.ts'
import { Problem } from '../core/problem.ts'
import { backUpUntilStopped } from './back-up-until-stopped.ts'
import { tell } from './print.ts'

/** The backup that is made by itself, behind all else. What the learner did stands whether it succeeds or not. */
export async function backUpBehind(deps: Deps): Promise<void> {
  if (!wantsBackup(deps)) return
  try {
    await backUpUntilStopped(deps, (watch) => backUp(deps, watch))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { locale } = settingsIn(deps)
    tell(`anneal: ${NOT_MADE[locale]}${error.line[locale]}`)
  }
}

const NOT_MADE = { en: 'no backup was made. ', zh: '未能备份。' }
