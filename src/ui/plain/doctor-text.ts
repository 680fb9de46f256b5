import type { Deps } from '../../app/deps.ts'
import type { Examination } from '../../app/examine.ts'
import { workspaceOf } from '../../app/workspace.ts'
import { faultLine } from '../../core/fault.ts'
import type { Locale } from '../../core/locale.ts'
import { type Messages, messagesIn } from '../messages/messages.ts'
import { padText } from '../text/line.ts'
import { plainAround } from './plain-text.ts'

/** What only the start of the program knows. */
export interface Installation {
  readonly version: string
  readonly node: string
  readonly database: string
}

type Words = Messages['doctor']

/** What `doctor` found. @param fixed whether the states were rebuilt just now */
export function doctorText(deps: Deps, found: Examination, here: Installation, fixed: boolean): string {
  const { locale } = plainAround(deps)
  const words = messagesIn(locale).doctor
  const { labels } = words
  return [
    row('anneal', words.program(here.version, here.node)),
    row(labels.database, here.database),
    row(labels.decks, deps.folders.decks),
    row(labels.workspace, workspaceOf(deps)),
    '',
    row(labels.log, words.events(found.events)),
    ...dataRows(found, fixed, words),
    ...found.faults.map((fault) => row(labels.deck, faultLine(fault)[locale])),
    '',
    ...toolRows(found, words, locale),
    ...isolationRows(found, words),
  ].join('\n')
}

function row(label: string, text: string): string {
  return padText(label, 11) + text
}

function dataRows({ damages, drifted }: Examination, fixed: boolean, words: Words): readonly string[] {
  const { labels } = words
  if (damages.length > 0) return damages.map((damage) => row(labels.damaged, damage))
  if (drifted.length > 0) return [row(labels.states, words.drifted(drifted.length))]
  return [row(labels.states, fixed ? words.rebuilt : words.sound)]
}

function toolRows({ tools }: Examination, words: Words, locale: Locale): readonly string[] {
  return tools.map((tool) =>
    row(
      tool.name,
      tool.kind === 'found' ? `${tool.path} (${tool.version})` : words.missing(tool.problem.line[locale]),
    ),
  )
}

function isolationRows({ isolation }: Examination, words: Words): readonly string[] {
  const { layer, cpuTime, memoryMb, languages } = isolation
  return [
    row(words.labels.isolation, words.isolation(words.layers[layer], memoryMb, words.cpuTime[cpuTime])),
    ...languages.map(({ language, denied, open }) => {
      const named = (dangers: typeof open) => dangers.map((danger) => words.dangers[danger])
      return `  ${language.padEnd(4)} ${words.denied(named(denied))}${open.length > 0 ? words.open(named(open)) : ''}`
    }),
  ]
}
