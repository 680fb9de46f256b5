import { changeSetting } from '../../app/change-setting.ts'
import { checkSetting } from '../../app/check-setting.ts'
import { settingsIn } from '../../app/deps.ts'
import { parseSetting, parseSettingKey, SETTING_KEYS, SETTINGS } from '../../core/settings.ts'
import { settingsFields } from '../../output/json/settings-json.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'

/** Shows all settings, shows one, or changes one. */
export async function config(
  key: string | undefined,
  value: string | undefined,
  options: { readonly json?: boolean },
): Promise<void> {
  const known = key === undefined ? undefined : parseSettingKey(key)
  if (known !== undefined && value !== undefined) parseSetting(known, value)
  const deps = await openDeps()
  if (known !== undefined && value !== undefined) {
    await checkSetting(deps, known, value)
    changeSetting(deps, known, value)
  }
  const settings = settingsIn(deps)
  if (options.json) return printJson(settingsFields(settings, known))
  if (known !== undefined) return print(String(settings[known]))
  const width = Math.max(...SETTING_KEYS.map((name) => name.length))
  print(
    SETTING_KEYS.map(
      (name) =>
        `${name.padEnd(width)}  ${settings[name]}\n${' '.repeat(width)}  ${SETTINGS[name].help[settings.locale]}`,
    ).join('\n'),
  )
}
