import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../core/exercise.ts'
import { type Locale, otherLocale } from '../core/locale.ts'
import type { Folders } from './deps.ts'

/** Where the statements of an exercise lie. */
export function statementFolder({ builtIn, exercises }: Folders, { id, isOwn }: Exercise): string {
  return isOwn ? join(exercises, id) : join(builtIn, 'exercises', id)
}

/** Where its references and solutions lie; of an own exercise, as they were written. */
export function graderFolder({ graders, ownGraders }: Folders, { id, isOwn }: Exercise): string {
  return join(isOwn ? ownGraders : graders, id)
}

/** The language of a text that an exercise has in a file for each: of an own exercise one is enough. */
export function languageThere(
  { isOwn }: Exercise,
  locale: Locale,
  pathIn: (locale: Locale) => string,
): Locale {
  const other = otherLocale(locale)
  return isOwn && !existsSync(pathIn(locale)) && existsSync(pathIn(other)) ? other : locale
}
