import { changeSetting } from '../../app/change-setting.ts'
import { checkSetting } from '../../app/check-setting.ts'
import { type Deps, settingsIn } from '../../app/deps.ts'
import { Problem } from '../../core/problem.ts'
import {
  parseSetting,
  parseSettingKey,
  SETTING_KEYS,
  SETTINGS,
  type SettingKey,
} from '../../core/settings.ts'
import { allLanguages } from '../../grader/languages/all-languages.ts'
import type { ToolSetting } from '../../grader/protocol/language.ts'
import { settingsFields } from '../../output/json/settings-json.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson, tell } from '../print.ts'

/** Shows all settings, shows one, or changes one. */
export async function config(
  key: string | undefined,
  value: string | undefined,
  options: { readonly json?: boolean; readonly make?: boolean },
): Promise<void> {
  const known = key === undefined ? undefined : parseSettingKey(key)
  if (known !== undefined && value !== undefined) parseSetting(known, value)
  const tool = options.make ? toolToMake(value === undefined ? known : undefined) : undefined
  const deps = await openDeps()
  if (tool !== undefined) await makeTool(deps, tool)
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

/** @throws Problem where the setting, or none, names no tool that can be made */
function toolToMake(key: SettingKey | undefined): ToolSetting {
  const makeable = allLanguages().flatMap(({ name, setting }) => (setting ? [{ name, ...setting }] : []))
  const tool = makeable.find((one) => one.key === key)
  if (tool !== undefined) return tool
  const names = makeable.map(({ name }) => name)
  const commands = makeable.map((one) => `anneal config ${one.key} --make`)
  throw new Problem(
    {
      en: `Only an environment for ${names.join(' or ')} can be made.`,
      zh: `只能创建 ${names.join('、')} 的环境。`,
    },
    { remedy: { en: `Write ${commands.join(' or ')}.`, zh: `请写成 ${commands.join(' 或 ')}。` } },
  )
}

/** What is run goes to stderr: stdout is the setting alone. */
async function makeTool(deps: Deps, { key, make }: ToolSetting): Promise<void> {
  const path = await make(deps.folders.cache, (command) => tell(`+ ${command.join(' ')}`))
  changeSetting(deps, key, path)
}
