import { dayOfDate } from './day.ts'
import { LANGUAGES, type Language } from './exercise.ts'
import { LOCALES, type Locale } from './locale.ts'
import { Problem } from './problem.ts'

export interface Settings {
  readonly locale: Locale
  readonly retention: number
  readonly 'new-per-day': number
  readonly 'reviews-per-day': number
  readonly language: Language
  readonly workspace: string
  readonly interview: string
}

export type SettingKey = keyof Settings

/** What depends on where the program runs. */
export type MachineDefaults = Pick<Settings, 'locale' | 'workspace'>

interface Setting<T> {
  readonly initial: (machine: MachineDefaults) => T
  readonly help: string
  readonly accepts: string
  /** Undefined when the text is not acceptable. */
  readonly parse: (text: string) => T | undefined
}

const DEFAULT_RETENTION = 0.9

/** The one home of every setting: `config`, its help and its checks follow from this table. */
export const SETTINGS: { readonly [K in SettingKey]: Setting<Settings[K]> } = {
  locale: {
    initial: (machine) => machine.locale,
    help: 'language of cards and screens; at first that of your terminal',
    accepts: LOCALES.join(' or '),
    parse: (text) => LOCALES.find((locale) => locale === text),
  },
  retention: {
    initial: () => DEFAULT_RETENTION,
    help: 'desired retention: the probability of recall at which a card comes back',
    accepts: 'a number from 0.7 to 0.97',
    parse: (text) => numberBetween(text, 0.7, 0.97),
  },
  'new-per-day': {
    initial: () => 10,
    help: 'how many new cards a day',
    accepts: 'a whole number from 0 to 9999',
    parse: (text) => wholeBetween(text, 0, 9999),
  },
  'reviews-per-day': {
    initial: () => 200,
    help: 'how many reviews a day, new cards not counted',
    accepts: 'a whole number from 0 to 9999',
    parse: (text) => wholeBetween(text, 0, 9999),
  },
  language: {
    initial: () => 'py',
    help: 'programming language of exercises',
    accepts: LANGUAGES.join(', '),
    parse: (text) => LANGUAGES.find((language) => language === text),
  },
  workspace: {
    initial: (machine) => machine.workspace,
    help: 'folder in which starters are created and submissions are looked for',
    accepts: 'an absolute path, or one that begins with ~',
    parse: (text) => (/^(~|\/|[A-Za-z]:[\\/])/.test(text) ? text : undefined),
  },
  interview: {
    initial: () => '',
    help: 'date of the interview, for the readiness shown at home',
    accepts: 'a date like 2027-01-15, or an empty text for none',
    parse: (text) => (text === '' || dayOfDate(text) !== undefined ? text : undefined),
  },
}

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[]

export function parseSettingKey(text: string): SettingKey {
  const key = SETTING_KEYS.find((candidate) => candidate === text)
  if (key) return key
  throw new Problem(`There is no setting "${text}".`, {
    remedy: `Choose one of: ${SETTING_KEYS.join(', ')}.`,
  })
}

export function parseSetting<K extends SettingKey>(key: K, text: string): Settings[K] {
  const value = SETTINGS[key].parse(text)
  if (value !== undefined) return value
  throw new Problem(`${key} cannot be "${text}".`, { remedy: `Give it ${SETTINGS[key].accepts}.` })
}

/** The log's texts over the defaults. A text that a newer version wrote and this one cannot read counts as not set. */
export function settingsOf(texts: ReadonlyMap<string, string>, machine: MachineDefaults): Settings {
  const entries = SETTING_KEYS.map((key) => [key, settingOf(key, texts.get(key), machine)])
  return Object.fromEntries(entries) as Settings
}

/** The one setting that the schedule depends on. */
export function retentionOf(texts: ReadonlyMap<string, string>): number {
  const text = texts.get('retention')
  return (text === undefined ? undefined : SETTINGS.retention.parse(text)) ?? DEFAULT_RETENTION
}

function settingOf<K extends SettingKey>(
  key: K,
  text: string | undefined,
  machine: MachineDefaults,
): Settings[K] {
  const { parse, initial } = SETTINGS[key]
  return (text === undefined ? undefined : parse(text)) ?? initial(machine)
}

function numberBetween(text: string, low: number, high: number): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return value >= low && value <= high ? value : undefined
}

function wholeBetween(text: string, low: number, high: number): number | undefined {
  return /^\d+$/.test(text) ? numberBetween(text, low, high) : undefined
}
