import { showableLine } from '../../core/clean-text.ts'
import { type Instant, MINUTE_MS } from '../../core/day.ts'
import { displayWidth } from '../../core/display-width.ts'
import { count, type Locale, type Text, verbatim } from '../../core/locale.ts'
import type { ListedPerson } from '../../hub/people/list-people.ts'
import { padText } from '../../ui/text/line.ts'

/** A table, one line a person. */
export function peopleText(people: readonly ListedPerson[], now: Instant): Text {
  return { en: tableIn('en', people, now), zh: tableIn('zh', people, now) }
}

function tableIn(locale: Locale, people: readonly ListedPerson[], now: Instant): string {
  if (people.length === 0) return NOBODY[locale]
  const rows = [HEAD, ...people.map((person) => rowOf(person, now))].map((row) =>
    row.map((cell) => showableLine(cell[locale])),
  )
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))))
  return rows
    .map((row) =>
      row
        .map((cell, at) => padText(cell, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const NOBODY: Text = {
  en: 'Nobody yet: `anneal hub invite NAME` lets somebody in.',
  zh: '还没有成员：用 `anneal hub invite NAME` 添加。',
}

const HEAD: readonly Text[] = [
  { en: 'NAME', zh: '姓名' },
  { en: 'COURSE', zh: '课程' },
  { en: 'ROLE', zh: '角色' },
  { en: 'SHARES', zh: '共享' },
  { en: 'ENTRIES', zh: '记录' },
  { en: 'LAST SEEN', zh: '最近连接' },
]

function rowOf({ name, course, role, shares, entries, seenAt }: ListedPerson, now: Instant): readonly Text[] {
  return [
    verbatim(name),
    verbatim(course),
    role === 'teacher' ? { en: 'teacher', zh: '教师' } : { en: 'learner', zh: '学员' },
    sharesText(role, shares),
    verbatim(String(entries)),
    seenAt === null ? { en: 'never', zh: '从未' } : agoText(now - seenAt),
  ]
}

/** A teacher has nothing to share with. */
function sharesText(role: ListedPerson['role'], shares: boolean): Text {
  if (role === 'teacher') return verbatim('—')
  return shares ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' }
}

function agoText(ms: number): Text {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS))
  if (minutes < 60) return { en: `${count(minutes, 'minute')} ago`, zh: `${minutes} 分钟前` }
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return { en: `${count(hours, 'hour')} ago`, zh: `${hours} 小时前` }
  const days = Math.floor(hours / 24)
  return { en: `${count(days, 'day')} ago`, zh: `${days} 天前` }
}
