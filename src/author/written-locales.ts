import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../core/exercise.ts'
import { LOCALES, type Locale } from '../core/locale.ts'

/** The languages in which a text is to be looked at: both, or of an own exercise those in which it is written. */
export function writtenLocales(
  { isOwn }: Exercise,
  folder: string,
  nameIn: (locale: Locale) => string,
): readonly Locale[] {
  const written = LOCALES.filter((locale) => existsSync(join(folder, nameIn(locale))))
  return isOwn && written.length > 0 ? written : LOCALES
}
