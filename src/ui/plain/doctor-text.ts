import type { Deps } from '../../app/deps.ts'
import type { Examination } from '../../app/examine.ts'
import { workspaceOf } from '../../app/workspace.ts'
import { dateOf, studyDayOf } from '../../core/day.ts'
import { faultLine } from '../../core/fault.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import { padText } from '../text/line.ts'
import { aside, join } from '../words/punctuation.ts'
import { isolationText, languageText } from './isolation-text.ts'
import { lostTexts } from './lost-text.ts'
import { plainAround } from './plain-text.ts'

/** What only the start of the program knows. */
export interface Installation {
  readonly version: string
  readonly node: string
  readonly database: string
}

/** What `doctor` found. @param fixed whether the states were rebuilt just now */
export function doctorText(deps: Deps, found: Examination, here: Installation, fixed: boolean): string {
  const { say } = plainAround(deps)
  const row = ([label, text]: Row) => padText(say(label), 11) + say(text)
  return [
    ...placeRows(deps, here).map(row),
    '',
    ...logRows(found, fixed).map(row),
    '',
    ...toolRows(found).map(row),
    row([{ en: 'isolation', zh: '隔离' }, isolationText(found.isolation)]),
    ...found.isolation.languages.map((one) => `  ${say(languageText(one))}`),
  ].join('\n')
}

export function redatedText(deps: Deps, redated: number): string {
  const { say, now } = plainAround(deps)
  const today = dateOf(studyDayOf(now))
  return say(
    redated === 0
      ? { en: 'Nothing is dated later than now.', zh: '没有日期晚于现在的记录。' }
      : {
          en: `${count(redated, 'event')} dated later than now ${redated === 1 ? 'counts' : 'count'} as done today, ${today}.`,
          zh: `日期晚于现在的 ${redated} 条记录已算作今天（${today}）所做。`,
        },
  )
}

type Row = readonly [label: Text, text: Text]

function placeRows(deps: Deps, { version, node, database }: Installation): readonly Row[] {
  return [
    [verbatim('anneal'), { en: `${version} on Node ${node}`, zh: `${version}，Node ${node}` }],
    [{ en: 'database', zh: '数据库' }, verbatim(database)],
    [{ en: 'your decks', zh: '你的卡组' }, verbatim(deps.folders.decks)],
    [{ en: 'workspace', zh: '工作目录' }, verbatim(workspaceOf(deps))],
  ]
}

function eventsText(events: number): Text {
  return { en: `${events} events`, zh: `${events} 条记录` }
}

function logRows(found: Examination, fixed: boolean): readonly Row[] {
  return [
    [{ en: 'log', zh: '日志' }, eventsText(found.events)],
    ...(found.ahead > 0 ? [clockRow(found.ahead)] : []),
    ...stateRows(found, fixed),
    ...found.faults.map((fault): Row => [{ en: 'deck', zh: '卡组' }, faultLine(fault)]),
    ...lostTexts(found.lost).map((text): Row => [{ en: 'history', zh: '复习记录' }, text]),
  ]
}

function clockRow(ahead: number): Row {
  return [
    { en: 'clock', zh: '时钟' },
    {
      en: `${count(ahead, 'event')} dated later than now: check the date and the zone. If they are right, \`anneal doctor clock\` lets that count as done now; until then what was answered is due`,
      zh: `有 ${ahead} 条记录的日期晚于现在：请检查日期和时区。若无误，\`anneal doctor clock\` 会把它们算作现在所做；在此之前，其中回答过的内容都算到期`,
    },
  ]
}

function stateRows({ damages, drifted }: Examination, fixed: boolean): readonly Row[] {
  if (damages.length > 0) {
    return damages.map((damage): Row => [{ en: 'damaged', zh: '损坏' }, verbatim(damage)])
  }
  return [[{ en: 'states', zh: '状态' }, stateText(drifted.length, fixed)]]
}

function stateText(drifted: number, fixed: boolean): Text {
  if (drifted > 0) {
    return {
      en: `${drifted} differ from the log: run \`anneal doctor --fix\``,
      zh: `${drifted} 项与日志不符，请运行 \`anneal doctor --fix\``,
    }
  }
  return fixed
    ? { en: 'rebuilt from the log', zh: '已按日志重建' }
    : { en: 'agree with the log', zh: '与日志一致' }
}

function toolRows({ tools }: Examination): readonly Row[] {
  return tools.map(
    (tool): Row => [
      verbatim(tool.name),
      tool.kind === 'found' ? join(verbatim(tool.path), aside(tool.version)) : missingText(tool.problem.line),
    ],
  )
}

function missingText(problem: Text): Text {
  return { en: `missing: ${problem.en}`, zh: `不可用：${problem.zh}` }
}
