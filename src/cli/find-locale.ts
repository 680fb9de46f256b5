import type { Locale } from '../core/locale.ts'
import { type Settings, settingsOf } from '../core/settings.ts'
import { peekSettings } from '../store/peek-settings.ts'
import { placesHere } from './folders.ts'

/**
 * The language of the settings, or the machine's where there is no database that can be read. For what is
 * said when none may be open: errors and help.
 */
export function findLocale(): Locale {
  return findSettings().locale
}

/** The settings, also where the database cannot be opened. */
export function findSettings(): Settings {
  const { database, workspace } = placesHere()
  return settingsOf(peekSettings(database), { locale: machineLocale(process.env), workspace })
}

/** As a C program would choose it (POSIX, XBD 8.2). */
export function machineLocale(env: NodeJS.ProcessEnv): Locale {
  const name = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return name.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
