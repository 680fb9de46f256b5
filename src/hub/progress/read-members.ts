import type { Content } from '../../content/content.ts'
import { studyDayOf } from '../../core/day.ts'
import type { Hub } from '../hub.ts'
import type { Member } from './course-view.ts'
import { type LearnerStanding, standingOf } from './learner-standing.ts'
import { PROGRESS_FORM, type ProgressState } from './progress-state.ts'

/** The learners of a course. */
export interface Roster {
  /** Those who share, by name. */
  readonly members: readonly Member[]
  /** How many do not share: nothing else is known of them here. */
  readonly silent: number
  /** How many share and have sent more than is shown of them. */
  readonly behind: number
}

interface Listed {
  readonly id: string
  readonly name: string
  readonly shares: boolean
  readonly entries: number
  /** In what is kept; null where nothing is. */
  readonly kept: number | null
}

interface KeptMember {
  readonly entries: number
  readonly offsetMin: number
  readonly content: Content
  readonly standing: LearnerStanding
}

/**
 * Their states are large, so that what was made of one is held until their log, their day or the course's
 * content is another.
 */
export function createRosters({ db, now }: Hub) {
  const known = new Map<string, ReadonlyMap<string, KeptMember>>()

  async function rosterOf(course: string, content: Content): Promise<Roster> {
    const listed = await list(course)
    const shown = listed.filter(({ shares, kept }) => shares && kept !== null)
    const standings = await standingsOf(shown, known.get(course) ?? new Map(), content)
    // Of who does not share any more nothing is held.
    known.set(course, standings)
    return {
      members: shown.flatMap(({ id, name }) => {
        const standing = standings.get(id)?.standing
        return standing === undefined ? [] : [{ id, name, standing }]
      }),
      silent: listed.filter(({ shares }) => !shares).length,
      behind: listed.filter(({ shares, entries, kept }) => shares && kept !== entries).length,
    }
  }

  function list(course: string): Promise<readonly Listed[]> {
    return db.query<Listed>(
      `select person.id, person.name, person.shares, person.entries, progress.entries kept
       from person left join progress on progress.person = person.id and progress.form = $2
       where person.course = $1 and person.role = 'learner' and person.left_at is null
       order by person.name, person.id`,
      [course, PROGRESS_FORM],
    )
  }

  async function standingsOf(
    shown: readonly Listed[],
    before: ReadonlyMap<string, KeptMember>,
    content: Content,
  ): Promise<ReadonlyMap<string, KeptMember>> {
    const isCurrent = (one: KeptMember | undefined, { kept }: Listed): one is KeptMember =>
      one !== undefined &&
      one.entries === kept &&
      one.content === content &&
      one.standing.day === studyDayOf({ at: now(), offsetMin: one.offsetMin })
    const standings = new Map<string, KeptMember>()
    const missing: string[] = []
    for (const one of shown) {
      const held = before.get(one.id)
      if (isCurrent(held, one)) standings.set(one.id, held)
      else missing.push(one.id)
    }
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const read = await readStates(missing.slice(at, at + AT_ONCE))
      for (const { person, entries, state } of read) {
        const { offsetMin } = state
        standings.set(person, { entries, offsetMin, content, standing: standingOf(state, content, now()) })
      }
    }
    return standings
  }

  async function readStates(people: readonly string[]) {
    const rows = await db.query<{
      readonly person: string
      readonly entries: number
      readonly state: string
    }>('select person, entries, state from progress where person = any($1) and form = $2', [
      people,
      PROGRESS_FORM,
    ])
    return rows.map((row) => ({ ...row, state: JSON.parse(row.state) as ProgressState }))
  }

  return { rosterOf }
}

const AT_ONCE = 20
