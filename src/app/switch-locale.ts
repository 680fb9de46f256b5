import { type Locale, otherLocale } from '../core/locale.ts'
import { type Deps, settingsIn } from './deps.ts'

/** To the other language of texts, which is kept as the setting. */
export function switchLocale(deps: Deps): Locale {
  const locale = otherLocale(settingsIn(deps).locale)
  deps.store.configure('locale', locale, deps.now())
  return locale
}
