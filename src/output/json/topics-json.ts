import type { TopicRow } from '../../app/list-topics.ts'
import { groupTitle } from '../../core/group-title.ts'

/** What `topics --json` prints. */
export function topicsFields(topics: readonly TopicRow[]): object {
  return {
    topics: topics.map(({ deck: { name, title, group }, ...rest }) => ({
      deck: name,
      title,
      group,
      groupTitle: groupTitle(group),
      ...rest,
    })),
  }
}
