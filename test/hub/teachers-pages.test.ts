import { parseHTML } from 'linkedom'
import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { LOCALES } from '../../src/core/locale.ts'
import type { LogEntry } from '../../src/core/log-entry.ts'
import { invite } from '../../src/hub/people/invite.ts'
import { type Browsing, browseAs } from './browse.ts'
import { courseOf } from './course/course-of.ts'
import { HOSTILE_MISTAKE, HOSTILE_NAME, openCourse } from './course-of-learners.ts'
import { openTestHub } from './open-test-hub.ts'
import { personCalled, pushAll, saying } from './share-log.ts'

async function pageAt(browsing: Browsing, path: string) {
  const response = await browsing.get(path)
  const html = await response.text()
  const { document } = parseHTML(html)
  const section = (title: string) =>
    [...document.querySelectorAll('section')].find((one) => one.querySelector('h2')?.textContent === title)
  return {
    status: response.status,
    headers: response.headers,
    html,
    document,
    text: document.body.textContent ?? '',
    /** The table below a heading, cell by cell. */
    rows: (title: string) =>
      [...(section(title)?.querySelectorAll('tbody tr') ?? [])].map((row) =>
        [...row.children].map((cell) => cell.textContent),
      ),
    links: [...document.querySelectorAll('main a')].map((one) => one.getAttribute('href') ?? ''),
  }
}

test('a teacher sees what their course struggles with, who is stuck and who is away', async () => {
  const course = await openCourse()
  const page = await pageAt(await browseAs(course, 'Tom'), '/course')
  expect(page.text).toContain('3 learners shown, 2 of them active in the last 7 days.')
  expect(page.text).toContain('1 more learner does not share: nothing of theirs is shown or counted.')
  const topics = page.rows('Topics, the hardest for this course first')
  expect(topics.map(([topic]) => topic)).toContain('Adam')
  const has = topics.map((row) => Number.parseInt(row.at(-1) ?? '', 10))
  expect(has).toEqual(has.toSorted((one, other) => one - other))
  expect(topics.find(([topic]) => topic === 'Adam')?.slice(1, 2)).toEqual(['3'])
  expect(topics.find(([topic]) => topic === 'Adam')?.[4]).toBe('1/3')

  const mistakes = page.rows('Mistakes met most')
  expect(mistakes[0]?.slice(1, 4)).toEqual(['Adam', '2', '5'])
  expect(mistakes[0]?.[0]).toMatch(/bias correction/)
  expect(mistakes[0]?.[4]?.length).toBeGreaterThan(20)
  expect(page.rows('Stuck at an exercise')).toEqual([['李雷', 'Adam', '4', '2026-11-23']])
  expect(page.rows('Away')).toEqual([[HOSTILE_NAME, '9', '2026-11-15']])
  const learners = page.rows('Learners and their readiness')
  expect(learners.map(([name]) => name).toSorted()).toEqual([HOSTILE_NAME, 'Ann', '李雷'].toSorted())
  expect(learners.find(([name]) => name === 'Ann')?.[2]).toBe('2027-01-15')
  expect(page.text).not.toContain('known-to-nobody')
})

test('each name leads to its page', async () => {
  const course = await openCourse()
  const tom = await browseAs(course, 'Tom')
  const { links } = await pageAt(tom, '/course')
  expect(links.length).toBeGreaterThan(8)
  for (const link of new Set(links)) expect([link, (await tom.get(link)).status]).toEqual([link, 200])

  const ann = await personCalled(course.hub, 'Ann')
  const learner = await pageAt(tom, `/course/learners/${ann}`)
  expect(learner.document.querySelector('h1')?.textContent).toBe('Ann')
  expect(learner.text).toContain('Readiness for the interview on 2027-01-15:')
  expect(learner.rows('Exercises')).toEqual([['Adam', '2', '2', '1', '0', '2026-11-24']])
  expect(learner.html).not.toContain('secret-source')

  const topic = await pageAt(tom, '/course/topics/adam')
  expect(topic.rows('Exercises, by how many learners')).toEqual([['Adam', '3', '1', '1', '1']])
  expect(topic.rows('Learners, who knows least first')).toHaveLength(3)
  expect(topic.rows('Cards forgotten by most learners').length).toBeGreaterThan(2)

  const mistake = await pageAt(tom, '/course/mistakes/adam/no-bias-correction')
  expect(mistake.rows('Who made it')).toEqual([
    ['李雷', '4', '2026-11-23', 'no'],
    ['Ann', '1', '2026-11-24', 'yes'],
  ])
  expect(mistake.rows('Cards that teach the point').map(([, id]) => id)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^adam\//)]),
  )
})

test('nothing is on a page but what its learners share, and only while they do', async () => {
  const course = await openCourse()
  const { hub, clock } = course
  const tom = await browseAs(course, 'Tom')
  const [silent, ann] = [await personCalled(hub, 'Silent'), await personCalled(hub, 'Ann')]
  const place = `/course/learners/${ann}`
  expect((await tom.get(`/course/learners/${silent}`)).status).toBe(404)
  expect((await tom.get('/course/mistakes/adam/known-to-nobody')).status).toBe(404)
  expect((await tom.get(place)).status).toBe(200)
  await pushAll(hub, ann, [saying('consent', ann, clock.at + 1, false)])
  expect((await tom.get(place)).status).toBe(404)
  for (const path of ['/course', '/course/topics/adam', '/course/learners.csv']) {
    expect(await (await tom.get(path)).text()).not.toContain('Ann')
  }
  await pushAll(hub, ann, [saying('consent', ann, clock.at + 2)])
  expect((await tom.get(place)).status).toBe(200)
  await pushAll(hub, ann, [saying('leave', ann, clock.at + 3)])
  expect((await tom.get(place)).status).toBe(404)
  expect((await pageAt(tom, '/course')).text).toContain('2 learners shown')
})

test('a teacher of another course sees nothing of this one', async () => {
  const course = await openCourse()
  const { token } = await invite(
    course.hub.db,
    { name: 'Eve', role: 'teacher', course: 'another' },
    course.clock.at,
  )
  const eve = await browseAs({ ...course, tokens: { Eve: token } }, 'Eve')
  const { text } = await pageAt(eve, '/course')
  expect(text).toContain('0 learners shown')
  expect(text.match(/Nobody\./g)).toHaveLength(2)
  expect((await eve.get(`/course/learners/${await personCalled(course.hub, 'Ann')}`)).status).toBe(404)
})

test('names and diagnoses are text, wherever they stand, and nothing of a page runs or is loaded', async () => {
  const course = await openCourse()
  const tom = await browseAs(course, 'Tom')
  const mistake = `/course/mistakes/adam/${encodeURIComponent(HOSTILE_MISTAKE)}`
  const learner = `/course/learners/${await personCalled(course.hub, HOSTILE_NAME)}`
  for (const path of ['/course', mistake, learner, '/course/topics/adam', '/course/nothing']) {
    for (const locale of LOCALES) {
      const page = await pageAt(tom, `${path}?lang=${locale}`)
      expect(page.document.querySelectorAll('script, link, img, iframe, object, base')).toHaveLength(0)
      const attributes = [...page.document.querySelectorAll('*')].flatMap((one) => [...one.attributes])
      expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'style')).toEqual([])
      expect(page.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
      )
      expect(page.headers.get('cache-control')).toBe('no-store')
    }
  }
  expect((await pageAt(tom, `${mistake}?lang=en`)).document.querySelector('h1')?.textContent).toBe(
    HOSTILE_MISTAKE,
  )
  expect((await pageAt(tom, learner)).document.querySelector('h1')?.textContent).toBe(HOSTILE_NAME)
})

const HOUSE = {
  'decks/house.md':
    '---\ntitle: House rules\n---\n\n## house/sign\nQ: What becomes of a sign?\nA: Nothing.\n',
  'exercises/house-norm/exercise.yaml':
    'title: House norm\ntitle.zh: 本课程的范数\ntopic: house\nsignature: "(x: f64[N]) -> f64"\ndifficulty: easy\nminutes: 5\nprerequisites:\n  - house/sign\nhints:\n  - en: Think.\n    zh: 想一想。\n',
  'exercises/house-norm/statement.en.md': 'Do.\n',
  'exercises/house-norm/statement.zh.md': '做。\n',
  'graders/house-norm/grader.ts': 'throw new Error("the grader of a course ran in the hub")\n',
}

test('decks and exercises of the course count, those of a learner’s own do not, and no grader of theirs runs', async () => {
  const course = await openTestHub({
    people: { Tom: 'teacher', Ann: 'learner' },
    pages: { isBehindProxy: false },
  })
  const { hub, clock } = course
  const ann = await personCalled(hub, 'Ann')
  const log = ['house/sign', 'mine/secret'].map((card) => reviewed(card, clock.at))
  const attempts = ['house-norm', 'my-own-task'].map((exercise) => failed(exercise, clock.at))
  await pushAll(hub, ann, [...log, ...attempts, saying('consent', ann, clock.at)])
  const tom = await browseAs(course, 'Tom')
  expect((await pageAt(tom, '/course')).text).not.toMatch(/House|house|secret|my-own-task/)

  expect((await courseOf(course, 'Tom').push(0, HOUSE)).status).toBe(200)
  const page = await pageAt(tom, '/course')
  expect(page.rows('Topics, the hardest for this course first')).toEqual([
    ['House rules', '1', '100%', '0.00', '0/1', '50%'],
  ])
  expect(page.rows('Mistakes met most')).toEqual([
    ['sign-lost', 'House norm', '1', '1', 'What becomes of a sign?'],
  ])
  expect(page.text).not.toMatch(/secret|my-own-task/)
  for (const link of page.links) expect([link, (await tom.get(link)).status]).toEqual([link, 200])
  expect(course.mistakes).toEqual([])
})

function reviewed(card: string, at: number): LogEntry {
  const body = { rating: 'easy', durationMs: 1000 }
  return { id: ulid(at), device: 'test', kind: 'review', version: 1, at, offsetMin: 0, subject: card, body }
}

function failed(exercise: string, at: number): LogEntry {
  const body = {
    language: 'py',
    outcome: { kind: 'judged', verdict: 'wrong-answer', tier: 'none' },
    diagnosis: 'sign-lost',
    recalls: ['house/sign'],
    source: '',
  }
  return {
    id: ulid(at),
    device: 'test',
    kind: 'attempt',
    version: 1,
    at,
    offsetMin: 0,
    subject: exercise,
    body,
  }
}

test('the table of learners opens in a spreadsheet, and no name is a formula there', async () => {
  const course = await openCourse()
  const tom = await browseAs(course, 'Tom')
  const { hub, clock } = course
  const { token } = await invite(hub.db, { name: '＝HYPERLINK("x")', role: 'learner', course: 'vision' }, 0)
  expect(token).not.toBe('')
  const person = await personCalled(hub, '＝HYPERLINK("x")')
  await pushAll(hub, person, [saying('consent', person, clock.at)])
  const response = await tom.get('/course/learners.csv')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [head, ...rows] = bytes.toString('utf8').slice(1).trimEnd().split('\n')
  expect(head).toMatch(/^learner,day,last_active,reviews,/)
  expect(rows).toHaveLength(4)
  expect(rows.filter((row) => /^"?'＝HYPERLINK/.test(row))).toHaveLength(1)
  expect(rows.find((row) => row.startsWith('Ann,'))).toMatch(
    /^Ann,2026-11-24,2026-11-24,\d+,\d+,40,0\.\d{4},2027-01-15,36,1,1,0$/,
  )
})
