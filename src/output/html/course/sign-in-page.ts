import { otherLocale, type Say, sayIn, type Text } from '../../../core/locale.ts'
import type { ToldTrouble, Visit } from '../../../hub/page/pages.ts'
import { escapeHtml } from '../escape-html.ts'
import { pageShell } from '../page-shell.ts'
import { COURSE } from './course-links.ts'
import { localeLink } from './teachers-page.ts'

export function signInPage(visit: Visit, trouble?: ToldTrouble): string {
  const say = sayIn(visit.locale)
  return shortPage(visit, TITLE, [WHAT], [...(trouble ? [alert(trouble, say)] : []), form(say)])
}

export function troublePage(visit: Visit, trouble: ToldTrouble): string {
  const say = sayIn(visit.locale)
  const back = `<p><a href="${COURSE}">${escapeHtml(say({ en: 'To the course', zh: '返回课程' }))}</a></p>`
  return shortPage(visit, { en: 'Anneal', zh: 'Anneal' }, [], [alert(trouble, say), back])
}

const TITLE: Text = { en: 'Anneal: page of a course', zh: 'Anneal 课程页面' }
const WHAT: Text = {
  en: 'For teachers: what the learners of your course struggle with, as far as they share it.',
  zh: '供教师使用：查看课程中学员的困难所在（仅限同意共享的学员）。',
}
const TOKEN: Text = { en: 'Token of a teacher', zh: '教师令牌' }
const SIGN_IN: Text = { en: 'Sign in', zh: '登录' }

function shortPage(
  { locale }: Visit,
  title: Text,
  lead: readonly Text[],
  sections: readonly string[],
): string {
  const say = sayIn(locale)
  const navigation = `<nav>${localeLink(otherLocale(locale))}</nav>\n`
  return pageShell({ locale, title: say(title), lead: lead.map(say), sections, navigation })
}

function alert({ message, remedy }: ToldTrouble, say: Say): string {
  return `<p class="trouble" role="alert">${escapeHtml(`${say(message)} ${say(remedy)}`)}</p>`
}

/** Whoever keeps passwords wants a name to each. */
function form(say: Say): string {
  return `<form method="post" action="${COURSE}/sign-in">
<input hidden name="username" autocomplete="username" value="anneal">
<label for="token">${escapeHtml(say(TOKEN))}</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<button>${escapeHtml(say(SIGN_IN))}</button>
</form>`
}
