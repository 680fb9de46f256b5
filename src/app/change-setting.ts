import { withRetention } from '../core/parameters-by-scope.ts'
import { parseSetting, type SettingKey } from '../core/settings.ts'
import type { Deps } from './deps.ts'

/**
 * Durable when it returns. The desired retention is a part of how cards and exercises are scheduled;
 * everything else is a text.
 * @throws Problem when the setting cannot be that
 */
export function changeSetting({ store, now }: Deps, key: SettingKey, text: string): void {
  const value = parseSetting(key, text)
  if (key === 'retention') store.reschedule((before) => withRetention(before, Number(value)), now())
  else store.configure(key, text, now())
}
