import type { PulledCourse } from '../../app/course/pull-course.ts'
import type { Deps } from '../../app/deps.ts'
import type { HubPlace } from '../../app/hub/open-membership.ts'
import type { SyncedHub } from '../../app/hub/sync-hub.ts'
import { count, type Text } from '../../core/locale.ts'
import { paragraph } from '../text/paragraph.ts'
import { pulledLines } from './course-text.ts'
import { namedList, REFUSED, refusalText } from './named-list.ts'
import { plainAround, plainText, toldText } from './plain-text.ts'

/** What came, what went, what the teacher sees, and what the course brought. */
export function hubSyncedText(
  deps: Deps,
  hub: HubPlace,
  synced: SyncedHub,
  { dryRun, pulled }: { readonly dryRun: boolean; readonly pulled: PulledCourse | undefined },
): string {
  if (synced.kind === 'left') return hubLeftText(deps, hub.url)
  const around = plainAround(deps)
  return plainText([
    ...paragraph(around, dryRun ? wouldSync(hub) : didSync(hub)),
    ...paragraph(around, {
      en: `${count(synced.taken.added, 'entry', 'entries')} taken, ${synced.written} sent.`,
      zh: `接收 ${synced.taken.added} 条记录，发送 ${synced.written} 条。`,
    }),
    ...(synced.role === 'teacher' ? [] : paragraph(around, synced.shares ? SHARES : DOES_NOT_SHARE)),
    ...namedList(around, REFUSED, synced.taken.refusals.map(refusalText)),
    ...namedList(around, REFUSED_THERE, synced.refusedThere.map(refusalText)),
    ...(pulled === undefined ? [] : pulledLines(around, pulled)),
  ])
}

export function hubLeftText(deps: Deps, url: string): string {
  return toldText(plainAround(deps), [left(url)])
}

function didSync({ url, course, name }: HubPlace): Text {
  return {
    en: `Synchronised with ${course} at ${url} as ${name}.`,
    zh: `已与 ${url} 的课程 ${course} 同步，身份：${name}。`,
  }
}

function wouldSync({ url, course, name }: HubPlace): Text {
  return {
    en: `With ${course} at ${url}, as ${name}, this would happen; nothing was changed.`,
    zh: `以 ${name} 的身份与 ${url} 的课程 ${course} 同步将会如下；没有作任何改动。`,
  }
}

function left(url: string): Text {
  return {
    en: `You have left ${url}: everything that it had of you was deleted, and this machine has forgotten it. What was recorded stays on your machines.`,
    zh: `你已退出 ${url}：其中你的全部数据均已删除，本机也不再保留其令牌。学习记录仍在你的各台机器上。`,
  }
}

const SHARES: Text = {
  en: 'Your teacher sees how you get on (--no-share takes that back).',
  zh: '教师可以看到你的学习进展（--no-share 可收回）。',
}
const DOES_NOT_SHARE: Text = {
  en: 'Your teacher does not see how you get on (--share lets them).',
  zh: '教师看不到你的学习进展（--share 可允许查看）。',
}
const REFUSED_THERE: Text = { en: 'Entries that the hub did not let in:', zh: 'hub 未接收的记录：' }
