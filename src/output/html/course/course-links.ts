import type { CardId } from '../../../core/ids.ts'
import type { Say } from '../../../core/locale.ts'
import type { TeachersVisit } from '../../../hub/page/pages.ts'
import type { Member, MistakeStanding } from '../../../hub/progress/course-view.ts'
import type { LinkedCell } from '../figure.ts'
import { promptText } from '../prompt-text.ts'

export const COURSE = '/course'

export function memberLink({ id, name }: Pick<Member, 'id' | 'name'>): LinkedCell {
  return { text: name, href: `${COURSE}/learners/${encodeURIComponent(id)}` }
}

export function topicLink(key: string, title: string): LinkedCell {
  return { text: title, href: `${COURSE}/topics/${encodeURIComponent(key)}` }
}

export function mistakeLink(
  { exercise, mistake }: Pick<MistakeStanding, 'exercise' | 'mistake'>,
  { words }: TeachersVisit,
  say: Say,
): LinkedCell {
  const place = [exercise, mistake].map(encodeURIComponent).join('/')
  return { text: say(words.mistake(exercise, mistake)), href: `${COURSE}/mistakes/${place}` }
}

/** What the card asks; its id where it is in no deck any more. */
export function cardText({ words, locale }: TeachersVisit, id: CardId): string {
  const card = words.card(id)
  return card === undefined ? id : promptText(card, locale)
}
