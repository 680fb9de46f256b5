import type { BackupState } from '../../app/backup/backup-state.ts'
import type { Deps } from '../../app/deps.ts'
import type { Examination } from '../../app/examine.ts'
import type { JoinedHub } from '../../app/hub/joined-hubs.ts'
import type { LastSync } from '../../app/sync/last-sync.ts'
import { workspaceOf } from '../../app/workspace.ts'
import { dateOf, type Moment, studyDayOf } from '../../core/day.ts'
import { faultLine } from '../../core/fault.ts'
import type { CardId } from '../../core/ids.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import { padText } from '../text/line.ts'
import { ageText } from '../words/age-text.ts'
import { aside, join } from '../words/punctuation.ts'
import { brokenText, isolationText, languageText } from './isolation-text.ts'
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
  const { say, now } = plainAround(deps)
  const row = ([label, text]: Row) => padText(say(label), 11) + say(text)
  return [
    ...placeRows(deps, here).map(row),
    '',
    ...logRows(found, fixed).map(row),
    row(backupsRow(found.backups, now)),
    ...(found.lastSync === undefined ? [] : [row(syncRow(found.lastSync, now))]),
    ...found.hubs.map((hub) => row(hubRow(hub, now))),
    ...leftoverRows(found, fixed).map(row),
    '',
    ...toolRows(found).map(row),
    row([{ en: 'isolation', zh: '隔离' }, isolationText(found.isolation)]),
    ...found.isolation.languages.map((one) => `  ${say(languageText(one))}`),
    ...found.isolation.broken.map((one) => `  ${say(brokenText(one))}`),
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

function logRows(found: Examination, fixed: boolean): readonly Row[] {
  return [
    [
      { en: 'log', zh: '日志' },
      { en: count(found.events, 'event'), zh: `${found.events} 条记录` },
    ],
    ...(found.ahead > 0 ? [clockRow(found.ahead)] : []),
    ...stateRows(found, fixed),
    ...found.faults.map((fault): Row => [{ en: 'deck', zh: '卡组' }, faultLine(fault)]),
    ...lostTexts(found.lost).map((text): Row => [{ en: 'history', zh: '复习记录' }, text]),
  ]
}

function backupsRow({ count: backups, last, isAutomatic }: BackupState, now: Moment): Row {
  const label = { en: 'backups', zh: '备份' }
  if (last === undefined) {
    const none = { en: 'none yet: `anneal backup` makes one', zh: '还没有：用 `anneal backup` 可立即备份' }
    return [label, isAutomatic ? none : join(none, aside(NOT_AUTOMATIC))]
  }
  const told = join({ en: `${backups}, the last `, zh: `${backups} 个，最近一次：` }, ageText(last, now))
  return [label, isAutomatic ? told : join(told, aside(NOT_AUTOMATIC))]
}

const NOT_AUTOMATIC: Text = {
  en: 'none is made by itself: `anneal config backups ""` changes that',
  zh: '自动备份已关闭：用 `anneal config backups ""` 可恢复',
}

function syncRow({ path, at, isEncrypted, devices }: LastSync, now: Moment): Row {
  const age = ageText(at, now)
  const told: Text = {
    en: `${age.en}, ${path}, ${count(devices, 'device')}`,
    zh: `${age.zh}，${path}，${devices} 台设备`,
  }
  return [
    { en: 'sync', zh: '同步' },
    isEncrypted ? join(told, aside({ en: 'encrypted', zh: '已加密' })) : told,
  ]
}

function hubRow({ url, course, name, syncedAt, shares }: JoinedHub, now: Moment): Row {
  const age: Text = syncedAt === undefined ? { en: 'never', zh: '从未同步' } : ageText(syncedAt, now)
  const told: Text = {
    en: `${age.en}, ${course}, ${url}, as ${name}`,
    zh: `${age.zh}，${course}，${url}，身份 ${name}`,
  }
  return [
    verbatim('hub'),
    shares ? join(told, aside({ en: 'shared with the teacher', zh: '教师可见' })) : told,
  ]
}

function leftoverRows({ leftovers, missingImages }: Examination, fixed: boolean): readonly Row[] {
  return [
    ...leftovers.map((path): Row => [{ en: 'left over', zh: '残留' }, leftoverText(path, fixed)]),
    ...missingImages.map(({ card, path }): Row => [{ en: 'image', zh: '图片' }, imageText(card, path)]),
  ]
}

function leftoverText(path: string, fixed: boolean): Text {
  return fixed
    ? {
        en: `${path} was removed: a program that was killed had begun it`,
        zh: `已删除 ${path}：被中断的程序留下的半成品`,
      }
    : {
        en: `${path}: a program that was killed had begun it; \`anneal doctor --fix\` removes it`,
        zh: `${path}：被中断的程序留下的半成品，\`anneal doctor --fix\` 会删除它`,
      }
}

function imageText(card: CardId, path: string): Text {
  return {
    en: `${path} is not there: put it back, or correct the card ${card}`,
    zh: `缺少 ${path}：请放回，或改正卡片 ${card}`,
  }
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
    return [...damages.map(verbatim), RESTORE].map((text): Row => [{ en: 'damaged', zh: '损坏' }, text])
  }
  return [[{ en: 'states', zh: '状态' }, stateText(drifted.length, fixed)]]
}

const RESTORE: Text = {
  en: 'restore a backup: `anneal backup --list` names them, `anneal restore FILE` does it',
  zh: '请恢复备份：用 `anneal backup --list` 查看，用 `anneal restore FILE` 恢复',
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
