import { Problem } from '../../core/problem.ts'
import type { Sql } from '../database/database.ts'
import type { Person } from './person.ts'

/** How whoever runs a hub names somebody: the course where there are two of that name. */
export interface PersonName {
  readonly name: string
  readonly course?: string
}

/** @throws Problem where nobody is called that, or it does not say who */
export async function personNamed(sql: Sql, { name, course }: PersonName): Promise<Person> {
  const found = await sql.query<Person>(
    `select id, course, name, role, shares, left_at "leftAt" from person
     where name = $1 and left_at is null and ($2::text is null or course = $2) order by course`,
    [name, course ?? null],
  )
  const [person, other] = found
  if (person === undefined) throw nobodyNamed(name)
  if (other !== undefined) throw inSeveral(name, found)
  return person
}

function nobodyNamed(name: string): Problem {
  return new Problem(
    { en: `Nobody here is called "${name}".`, zh: `这里没有名为“${name}”的成员。` },
    { remedy: { en: '`anneal hub people` lists the names.', zh: '名称见 `anneal hub people`。' } },
  )
}

function inSeveral(name: string, people: readonly Person[]): Problem {
  const courses = people.map(({ course }) => course)
  return new Problem(
    {
      en: `There is a "${name}" in ${courses.join(', ')}.`,
      zh: `课程 ${courses.join('、')} 中都有“${name}”。`,
    },
    { remedy: { en: 'Say which with --course.', zh: '请用 --course 指明课程。' } },
  )
}
