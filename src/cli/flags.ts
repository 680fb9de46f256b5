import { LANGUAGES, type Language } from '../core/exercise.ts'
import { LOCALES, type Locale, type Text } from '../core/locale.ts'
import { PLAN_MINUTES, parseMinutes } from '../core/plan/plan-setting.ts'
import { SETTINGS, type SettingKey, type Settings } from '../core/settings.ts'
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

export const PLANNED_MINUTES: FlagValue<number> = {
  placeholder: 'n',
  parse: parseMinutes,
  refusal: {
    en: `Give a whole number from ${PLAN_MINUTES.lowest} to ${PLAN_MINUTES.highest}`,
    zh: `请给出 ${PLAN_MINUTES.lowest} 到 ${PLAN_MINUTES.highest} 之间的整数`,
  },
}

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
  return {
    placeholder,
    parse: (text) => (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= 3650 ? Number(text) : undefined),
    refusal: { en: 'Give a whole number from 1 to 3650', zh: '请给出 1 到 3650 之间的整数' },
  }
}

export const PORT: FlagValue<number> = {
  placeholder: 'port',
  parse: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  refusal: { en: 'Give a whole number from 0 to 65535', zh: '请给出 0 到 65535 之间的整数' },
}

export const JOBS: FlagValue<number> = {
  placeholder: 'n',
  parse: (text) => (/^[1-9]\d?$/.test(text) ? Number(text) : undefined),
  refusal: { en: 'Give a whole number from 1 to 99', zh: '请给出 1 到 99 之间的整数' },
}

/** What stands in for a setting this once. */
export function settingValue<K extends SettingKey>(placeholder: string, key: K): FlagValue<Settings[K]> {
  const { parse, accepts } = SETTINGS[key]
  return { placeholder, parse, refusal: giveIt(accepts) }
}

/** What a format that holds one language takes; both: the setting's above the other. */
export const EXPORT_LANGUAGE = oneOf<Locale | 'both'>('language', [...LOCALES, 'both'])

export const NO_SCHEDULING = oneOf<'yes' | 'no'>('yes|no', ['yes', 'no'])

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
