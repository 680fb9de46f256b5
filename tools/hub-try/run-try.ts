/**
 * A hub to look at, in one command: on the embedded database in a temporary folder, with a course, its teacher and two learners who
 * have studied for three weeks and share how they get on. Ctrl-c ends it, and takes all of it away.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadContent } from '../../src/content/load-content.ts'
import { DAY_MS } from '../../src/core/day.ts'
import { startBuiltHub } from '../../test/hub/built-process.ts'
import { type Student, study } from './study.ts'

const DAYS = 21
const COURSE = 'vision'
const TEACHER = 'Tomoko'

const STUDENTS: readonly Student[] = [
  {
    name: 'Ada',
    forgets: 0.08,
    skipsDays: 0.05,
    submits: {
      6: ['adam', 'wrong/uncorrected.ts'],
      7: ['adam', 'accepted/step-by-step.ts'],
      12: ['nms', 'accepted/shrinking-list.ts'],
    },
  },
  {
    name: 'Ben',
    forgets: 0.25,
    skipsDays: 0.3,
    submits: {
      9: ['adam', 'wrong/uncorrected.ts'],
      13: ['box-iou', 'wrong/over-the-smaller.ts'],
      14: ['nms', 'wrong/the-dead-suppress.ts'],
    },
  },
]

const ANNEAL = resolve('bin/anneal')
const root = mkdtempSync(join(tmpdir(), 'anneal-hub-try-'))
process.once('exit', () => rmSync(root, { recursive: true, force: true }))
const homeOf = (name: string) => join(root, name)

console.log('Starting a hub …')
const hub = await startBuiltHub({ ANNEAL_HOME: homeOf('hub'), DATABASE_URL: '' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => void hub.kill('SIGTERM').then(() => process.exit()))

const teacherToken = invited(TEACHER, '--teacher')
const content = await loadContent({ builtIn: 'dist' })
const today = Math.floor(Date.now() / DAY_MS) * DAY_MS
for (const student of STUDENTS) {
  const token = invited(student.name)
  const { answers, attempts } = await study(homeOf(student.name), content, student, { days: DAYS, today })
  anneal(student.name, ['sync', hub.begun.url, '--share'], { ANNEAL_HUB_TOKEN: token })
  console.log(`${student.name}: ${answers} answers and ${attempts} submissions in ${DAYS} days, synchronised`)
}
console.log(whatNext())

function invited(name: string, ...flags: readonly string[]): string {
  return anneal('hub', ['hub', 'invite', name, '--course', COURSE, ...flags], { DATABASE_URL: '' }).trim()
}

/** The built program, in somebody's home. */
function anneal(home: string, args: readonly string[], env: NodeJS.ProcessEnv): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [ANNEAL, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ANNEAL_HOME: homeOf(home), ...env },
  })
  if (status !== 0) throw new Error(`anneal ${args.join(' ')}: ${stderr}`)
  return stdout
}

function whatNext(): string {
  return `
The hub is ${hub.begun.url}, the course ${COURSE}.
How its learners get on: open ${hub.begun.url} as ${TEACHER}, its teacher, with the token
  ${teacherToken}
In another terminal, as a learner:
  export ANNEAL_HOME=${homeOf('Ada')}   # or ${homeOf('Ben')}
  node bin/anneal
  node bin/anneal sync
  node bin/anneal submit adam --hub
As whoever runs it:
  ANNEAL_HOME=${homeOf('hub')} node bin/anneal hub people
Ctrl-c ends it and removes everything.`
}
