import { otherLocale, type Say, sayIn, type Text } from '../../../core/locale.ts'
import type { TeachersVisit } from '../../../hub/page/pages.ts'
import { escapeHtml } from '../escape-html.ts'
import { type Figure, figureHtml } from '../figure.ts'
import { pageShell } from '../page-shell.ts'
import { COURSE } from './course-links.ts'

interface TeachersPage {
  readonly title: string
  readonly lead: readonly Text[]
  readonly figures: readonly Figure[]
}

/** A page among those of a course. */
export function teachersPage(visit: TeachersVisit, { title, lead, figures }: TeachersPage): string {
  const say = sayIn(visit.locale)
  return pageShell({
    locale: visit.locale,
    title,
    lead: lead.map(say),
    sections: figures.map((figure) => figureHtml(figure, say)),
    navigation: navigation(visit, say),
  })
}

function navigation({ course, teacher, locale }: TeachersVisit, say: Say): string {
  const csv: Text = { en: 'Learners as CSV', zh: '学员（CSV）' }
  const signOut: Text = { en: `Sign out ${teacher}`, zh: `退出登录（${teacher}）` }
  return `<nav>
<a href="${COURSE}">${escapeHtml(course)}</a>
<a href="${COURSE}/learners.csv">${escapeHtml(say(csv))}</a>
${localeLink(otherLocale(locale))}
<form method="post" action="${COURSE}/sign-out"><button>${escapeHtml(say(signOut))}</button></form>
</nav>
`
}

const LOCALE_NAMES = { en: 'English', zh: '中文' } as const

/** To the same page in another language. */
export function localeLink(locale: keyof typeof LOCALE_NAMES): string {
  return `<a href="?lang=${locale}" lang="${locale}">${LOCALE_NAMES[locale]}</a>`
}
