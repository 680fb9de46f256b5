import { EASES, parseEasyDays, WEEKDAYS } from './balance/easy-days.ts'
import { dayOfDate } from './day.ts'
import { LANGUAGES, type Language } from './exercise.ts'
import { LOCALES, type Locale, type Text } from './locale.ts'
import { chooseOf, Problem } from './problem.ts'
import { wholeBetween } from './whole-between.ts'

export interface Settings {
  readonly locale: Locale
  readonly retention: number
  readonly 'new-per-day': number
  readonly 'reviews-per-day': number
  readonly 'minutes-per-day': number
  readonly 'balance-days': YesOrNo
  readonly 'easy-days': string
  readonly language: Language
  readonly python: string
  readonly workspace: string
  readonly interview: string
  readonly pictures: (typeof GRAPHICS)[number]
  readonly backups: string
  readonly 'write-ids': YesOrNo
  readonly 'optimize-monthly': YesOrNo
}

/** By which means the screens show images: `auto` is the best one that the terminal is known to have. */
const GRAPHICS = ['auto', 'kitty', 'sixel', 'blocks', 'text'] as const

type YesOrNo = 'yes' | 'no'

export type SettingKey = keyof Settings

/** Of settings that are any text, such as a path. */
export type TextSettingKey = { [K in SettingKey]: string extends Settings[K] ? K : never }[SettingKey]

/** What depends on where the program runs. */
export type MachineDefaults = Pick<Settings, 'locale' | 'workspace'>

interface Setting<T> {
  readonly initial: (machine: MachineDefaults) => T
  readonly help: Text
  /** Stands behind “Give it” and “请设为”. */
  readonly accepts: Text
  /** Undefined when the text is not acceptable. */
  readonly parse: (text: string) => T | undefined
  /** Says something of this machine alone. */
  readonly ofMachine?: true
}

/** Characters of a key; those of topics hold a deck's name. */
export const LONGEST_SETTING = 100

export const RETENTION = { lowest: 0.7, initial: 0.9, highest: 0.97 }

type Accepted<T> = Pick<Setting<T>, 'accepts' | 'parse'>

const YES_OR_NO: Accepted<YesOrNo> = {
  accepts: { en: 'yes or no', zh: ' yes 或 no' },
  parse: (text) => (text === 'yes' || text === 'no' ? text : undefined),
}

function wholeUpTo(highest: number): Accepted<number> {
  return {
    accepts: { en: `a whole number from 0 to ${highest}`, zh: ` 0 到 ${highest} 之间的整数` },
    parse: (text) => wholeBetween(text, 0, highest),
  }
}

/** The one home of every setting: `config`, its help and its checks follow from this table. */
export const SETTINGS: { readonly [K in SettingKey]: Setting<Settings[K]> } = {
  locale: {
    initial: (machine) => machine.locale,
    help: {
      en: 'language of cards and screens; at first that of your terminal',
      zh: '卡片和界面的语言，起初与终端一致',
    },
    accepts: { en: LOCALES.join(' or '), zh: ` ${LOCALES.join(' 或 ')}` },
    parse: (text) => LOCALES.find((locale) => locale === text),
  },
  retention: {
    initial: () => RETENTION.initial,
    help: {
      en: 'desired retention: the probability of recall at which a card comes back',
      zh: '期望记忆率：能想起的概率降到此值时，卡片再次出现',
    },
    accepts: {
      en: `a number from ${RETENTION.lowest} to ${RETENTION.highest}`,
      zh: ` ${RETENTION.lowest} 到 ${RETENTION.highest} 之间的数`,
    },
    parse: (text) => numberBetween(text, RETENTION.lowest, RETENTION.highest),
  },
  'new-per-day': {
    initial: () => 10,
    help: { en: 'how many new cards a day', zh: '每天的新卡片数' },
    ...wholeUpTo(9999),
  },
  'reviews-per-day': {
    initial: () => 200,
    help: { en: 'how many reviews a day, new cards not counted', zh: '每天的复习数，不计新卡片' },
    ...wholeUpTo(9999),
  },
  'minutes-per-day': {
    initial: () => 0,
    help: {
      en: 'how many minutes a day, over all decks: due cards, then a due exercise, then new cards; 0: no such limit',
      zh: '每天的学习分钟数，所有卡组合计：先到期卡片，再到期练习，最后新卡片；0 表示不限',
    },
    ...wholeUpTo(1440),
  },
  'balance-days': {
    initial: () => 'yes',
    help: {
      en: 'among the days that fuzz leaves open, let cards come back on those with fewer minutes',
      zh: '在间隔允许浮动的几天里，优先安排到任务分钟数较少的一天',
    },
    ...YES_OR_NO,
  },
  'easy-days': {
    initial: () => '',
    help: {
      en: 'easy days: weekdays on which fewer cards come back, such as sat=reduced,sun=minimal',
      zh: '轻松日：到期卡片较少的星期几，如 sat=reduced,sun=minimal（减少、最少）',
    },
    accepts: {
      en: `weekdays such as sat=reduced,sun=minimal (${WEEKDAYS.join(', ')}; ${EASES.join(', ')}), or an empty text for none`,
      zh: `形如 sat=reduced,sun=minimal 的星期几（${WEEKDAYS.join('、')}；${EASES.join('、')}），或空文本（表示没有）`,
    },
    parse: (text) => (parseEasyDays(text) === undefined ? undefined : text),
  },
  language: {
    initial: () => 'py',
    help: { en: 'programming language of exercises', zh: '练习所用的编程语言' },
    accepts: {
      en: `${LANGUAGES.join(', ')} (cards and screens have the setting locale)`,
      zh: ` ${LANGUAGES.join('、')} 之一（卡片与界面的语言由 locale 设置）`,
    },
    parse: (text) => LANGUAGES.find((language) => language === text),
  },
  python: {
    ofMachine: true,
    initial: () => '',
    help: {
      en: "Python for exercises; empty: the active environment's, Anneal's own (--make makes one), or python3",
      zh: '练习所用的 Python；为空时用当前虚拟环境、Anneal 自建的环境（用 --make 创建）或 python3',
    },
    accepts: {
      en: 'the absolute path of a Python, or an empty text for none',
      zh: ' Python 的绝对路径，或空文本（表示不指定）',
    },
    parse: (text) => (text === '' || isPath(text) ? text : undefined),
  },
  workspace: {
    ofMachine: true,
    initial: (machine) => machine.workspace,
    help: {
      en: 'folder in which starters are created and submissions are looked for',
      zh: '存放模板和提交的文件夹',
    },
    accepts: { en: 'an absolute path, or one that begins with ~/', zh: '绝对路径，或以 ~/ 开头的路径' },
    parse: (text) => (isPath(text) ? text : undefined),
  },
  interview: {
    initial: () => '',
    help: {
      en: 'date of the interview, for the readiness shown at home',
      zh: '面试日期，用于主页上的准备度',
    },
    accepts: {
      en: 'a date like 2027-01-15, or an empty text for none',
      zh: '形如 2027-01-15 的日期，或空文本（表示没有）',
    },
    parse: (text) => (text === '' || dayOfDate(text) !== undefined ? text : undefined),
  },
  pictures: {
    ofMachine: true,
    initial: () => 'auto',
    help: {
      en: 'how the screens show images; auto: as well as your terminal is known to',
      zh: '界面显示图片的方式；auto：按已知的终端能力选最好的',
    },
    accepts: { en: GRAPHICS.join(', '), zh: ` ${GRAPHICS.join('、')} 之一` },
    parse: (text) => GRAPHICS.find((graphics) => graphics === text),
  },
  backups: {
    initial: () => '',
    help: {
      en: 'folder of the backups that are made by themselves; empty: beside the database; off: none',
      zh: '自动备份所在的文件夹；为空时在数据库旁边，off 表示不备份',
    },
    accepts: {
      en: 'an absolute path, one that begins with ~/, off, or an empty text',
      zh: '绝对路径、以 ~/ 开头的路径、off 或空文本',
    },
    parse: (text) => (text === '' || text === 'off' || isPath(text) ? text : undefined),
  },
  'write-ids': {
    initial: () => 'yes',
    help: {
      en: 'write ids into your own decks: a card that was answered keeps its history when its text is edited',
      zh: '把 id 写入你自己的卡组：答过的卡片改动文字后仍保留复习记录',
    },
    ...YES_OR_NO,
  },
  'optimize-monthly': {
    initial: () => 'no',
    help: {
      en: 'fit the scheduler to your reviews each month, when you leave the screens (anneal optimize)',
      zh: '每月在退出界面时按你的复习记录优化一次调度参数（anneal optimize）',
    },
    ...YES_OR_NO,
  },
}

export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[]

/** Whether another machine has to find out for itself. */
export function isMachineSetting(key: string): boolean {
  return SETTING_KEYS.some((one) => one === key && SETTINGS[one].ofMachine)
}

export function parseSettingKey(text: string): SettingKey {
  const key = SETTING_KEYS.find((candidate) => candidate === text)
  if (key) return key
  throw new Problem(
    { en: `There is no setting "${text}".`, zh: `没有名为“${text}”的设置。` },
    { remedy: chooseOf(SETTING_KEYS) },
  )
}

export function parseSetting<K extends SettingKey>(key: K, text: string): Settings[K] {
  const value = SETTINGS[key].parse(text)
  if (value !== undefined) return value
  const { accepts } = SETTINGS[key]
  throw new Problem(
    { en: `${key} cannot be "${text}".`, zh: `${key} 不能设为“${text}”。` },
    { remedy: { en: `Give it ${accepts.en}.`, zh: `请设为${accepts.zh}。` } },
  )
}

/** The log's texts over the defaults. A text that a newer version wrote and this one cannot read counts as not set. */
export function settingsOf(texts: ReadonlyMap<string, string>, machine: MachineDefaults): Settings {
  const entries = SETTING_KEYS.map((key) => [key, settingOf(key, texts.get(key), machine)])
  return Object.fromEntries(entries) as Settings
}

/** Of a text that was set once; undefined: never. */
export function retentionOf(text: string | undefined): number {
  return (text === undefined ? undefined : SETTINGS.retention.parse(text)) ?? RETENTION.initial
}

function settingOf<K extends SettingKey>(
  key: K,
  text: string | undefined,
  machine: MachineDefaults,
): Settings[K] {
  const { parse, initial } = SETTINGS[key]
  return (text === undefined ? undefined : parse(text)) ?? initial(machine)
}

/** That means the same in every folder. */
function isPath(text: string): boolean {
  return /^(~(?=$|[\\/])|\/|[A-Za-z]:[\\/])/.test(text)
}

function numberBetween(text: string, low: number, high: number): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return value >= low && value <= high ? value : undefined
}
