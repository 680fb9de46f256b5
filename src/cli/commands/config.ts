import { changeSetting } from '../../app/change-setting.ts'
import { checkSetting } from '../../app/check-setting.ts'
import { type Deps, settingsIn } from '../../app/deps.ts'
import { Problem } from '../../core/problem.ts'
import { parseSetting, parseSettingKey, SETTING_KEYS, SETTINGS } from '../../core/settings.ts'
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
  if (options.make && (known !== 'python' || value !== undefined)) throw onlyPython()
  const deps = await openDeps()
  if (options.make) await makePython(deps)
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

/** What is run goes to stderr: stdout is the setting alone. */
async function makePython(deps: Deps): Promise<void> {
  const { makeEnvironment } = await import('../../grader/languages/python/make-environment.ts')
  const path = await makeEnvironment(deps.folders.cache, (command) => tell(`+ ${command.join(' ')}`))
  changeSetting(deps, 'python', path)
}

function onlyPython(): Problem {
  return new Problem(
    { en: 'Only an environment for Python can be made.', zh: '只能创建 Python 的环境。' },
    { remedy: { en: 'Write anneal config python --make.', zh: '请写成 anneal config python --make。' } },
  )
}
