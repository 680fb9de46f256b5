import type { SettingKey, Settings } from '../../core/settings.ts'

/** What `config --json` prints: all of them, or the one that was named. */
export function settingsFields(settings: Settings, only: SettingKey | undefined): object {
  return only === undefined ? settings : { [only]: settings[only] }
}
