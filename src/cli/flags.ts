import { LANGUAGES, type Language } from '../core/exercise.ts'
import { LOCALES, type Locale, type Text } from '../core/locale.ts'
import { PLAN_MINUTES } from '../core/plan/plan-setting.ts'
import { SETTINGS, type SettingKey, type Settings } from '../core/settings.ts'
import { wholeBetween } from '../core/whole-between.ts'
import type { Flag, FlagValue } from './arguments/command.ts'

export const JSON_FLAG = {
  help: { en: 'print one JSON object', zh: '打印一个 JSON 对象' },
} as const satisfies Flag

export const LANGUAGE_FLAG = {
  help: { en: 'programming language', zh: '编程语言' },
  value: oneOf<Language>('language', LANGUAGES),
} as const satisfies Flag

export const SEED_FLAG = {
  help: { en: 'repeat the random cases of an earlier grading', zh: '重现某次判题的随机用例' },
  value: anyText('seed'),
} as const satisfies Flag

export const PLANNED_MINUTES = wholeFrom('n', PLAN_MINUTES.lowest, PLAN_MINUTES.highest)

/** Of names with commas between; `all` alone names none. */
export const TOPIC_LIST: FlagValue<readonly string[]> = {
  placeholder: 'names',
  parse: (text) => {
    const names = text.split(',').map((name) => name.trim())
    return names.includes('') ? undefined : names.filter((name) => name !== 'all')
  },
  refusal: { en: 'Give names of `anneal topics`', zh: '请给出 `anneal topics` 中的名称' },
}

export function anyText(placeholder: string): FlagValue<string> {
  return { placeholder, parse: (text) => text, refusal: { en: '', zh: '' } }
}

export function wholeNumber(placeholder: string): FlagValue<number> {
  return {
    placeholder,
    parse: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined),
    refusal: { en: 'Give a whole number', zh: '请给出整数' },
  }
}

/** Up to ten years. */
export function wholeDays(placeholder: string): FlagValue<number> {
  return wholeFrom(placeholder, 1, 3650)
}

export const PORT = wholeFrom('port', 0, 65_535)

export const JOBS = wholeFrom('n', 1, 99)

/** What stands in for a setting this once. */
export function settingValue<K extends SettingKey>(placeholder: string, key: K): FlagValue<Settings[K]> {
  const { parse, accepts } = SETTINGS[key]
  return { placeholder, parse, refusal: giveIt(accepts) }
}

/** What a format that holds one language takes; both: the setting's above the other. */
export const EXPORT_LANGUAGE = oneOf<Locale | 'both'>('language', [...LOCALES, 'both'])

export const NO_SCHEDULING = oneOf<'yes' | 'no'>('yes|no', ['yes', 'no'])

function wholeFrom(placeholder: string, lowest: number, highest: number): FlagValue<number> {
  return {
    placeholder,
    parse: (text) => wholeBetween(text, lowest, highest),
    refusal: {
      en: `Give a whole number from ${lowest} to ${highest}`,
      zh: `请给出 ${lowest} 到 ${highest} 之间的整数`,
    },
  }
}

function oneOf<T extends string>(placeholder: string, choices: readonly T[]): FlagValue<T> {
  return {
    placeholder,
    choices,
    parse: (text) => choices.find((choice) => choice === text),
    refusal: { en: `Allowed choices are ${choices.join(', ')}`, zh: `可选：${choices.join('、')}` },
  }
}

function giveIt({ en, zh }: Text): Text {
  return { en: `Give it ${en}`, zh: `请设为${zh}` }
}
