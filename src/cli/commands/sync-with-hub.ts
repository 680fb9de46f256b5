import { pullCourse } from '../../app/course/pull-course.ts'
import { type Deps, settingsIn } from '../../app/deps.ts'
import type { HubProgress } from '../../app/hub/exchange-entries.ts'
import { leaveHub } from '../../app/hub/leave-hub.ts'
import { openMembership } from '../../app/hub/open-membership.ts'
import { syncHub } from '../../app/hub/sync-hub.ts'
import { type Locale, sayIn, type Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { hubLeftFields, hubSyncedFields } from '../../output/json/sync-json.ts'
import { hubLeftText, hubSyncedText } from '../../ui/plain/hub-text.ts'
import { askOnTerminal, canAsk } from '../ask-on-terminal.ts'
import { askToken } from '../ask-token.ts'
import { print, printJson, tell } from '../print.ts'
import { type ProgressLine, withProgress } from '../show-progress.ts'
import type { SyncFlags } from './sync.ts'

export async function syncHubAt(deps: Deps, url: string, flags: SyncFlags): Promise<void> {
  const { restore = false, 'dry-run': dryRun = false } = flags
  const { locale } = settingsIn(deps)
  const { membership, synced, pulled } = await withProgress(locale, async (progress) => {
    const opened = await openMembership(deps, url, { ...asking(locale, progress), dryRun })
    const synced = await syncHub(deps, opened, {
      dryRun,
      share: said(flags.share, flags['no-share']),
      onProgress: (step) => progress.tell(progressText(step)),
    })
    const graders = said(flags.graders, flags['no-graders'])
    const onFiles = (files: number) => progress.tell(filesText(files))
    const pulled =
      synced.kind === 'left'
        ? undefined
        : await pullCourse(deps, opened.connection, { graders, restore, dryRun, onFiles })
    return { membership: opened.membership, synced, pulled }
  })
  if (flags.json) printJson(hubSyncedFields(membership, synced, { dryRun, pulled }))
  else print(hubSyncedText(deps, membership, synced, { dryRun, pulled }))
}

function asking(locale: Locale, progress: ProgressLine) {
  return { askToken: (url: string) => askToken(locale, url), onWait: progress.wait }
}

/** Of a flag and its opposite. */
function said(yes = false, no = false): boolean | undefined {
  return yes || no ? yes : undefined
}

export async function leaveHubAt(deps: Deps, url: string, flags: SyncFlags): Promise<void> {
  const { locale } = settingsIn(deps)
  if (!flags.yes) await demandYes(url, locale)
  await withProgress(locale, (progress) => leaveHub(deps, url, asking(locale, progress)))
  if (flags.json) printJson(hubLeftFields(url))
  else print(hubLeftText(deps, url))
}

async function demandYes(url: string, locale: Locale): Promise<void> {
  const unsure = deletesAll(url)
  if (!canAsk()) throw unsure
  tell(sayIn(locale)(whatGoes(url)))
  const prompt = { en: 'Type yes to leave it: ', zh: '输入 yes 确认退出：' }
  const answer = await askOnTerminal({ prompt, locale, shown: true, unanswered: unsure })
  if (answer.trim().toLowerCase() !== 'yes') throw unsure
}

function whatGoes(url: string): Text {
  return {
    en: `${url} will delete everything that it has of you; what is on your machines stays.`,
    zh: `${url} 将删除其中你的全部数据；你各台机器上的数据保持不变。`,
  }
}

function deletesAll(url: string): Problem {
  return new Problem(
    {
      en: `To leave ${url} deletes everything that it has of you; nothing was changed.`,
      zh: `退出 ${url} 会删除其中你的全部数据；没有作任何改动。`,
    },
    { remedy: { en: 'Say so with --yes.', zh: '确定请加上 --yes。' } },
  )
}

function progressText({ kind, entries }: HubProgress): Text {
  return kind === 'taken'
    ? { en: `entries taken: ${entries}`, zh: `已接收的记录：${entries}` }
    : { en: `entries sent: ${entries}`, zh: `已发送的记录：${entries}` }
}

function filesText(files: number): Text {
  return { en: `files of the course: ${files}`, zh: `课程文件：${files}` }
}
