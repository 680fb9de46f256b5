import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Content } from '../../content/content.ts'
import type { Env } from '../http/authenticate.ts'
import type { Trust } from '../http/behind-proxy.ts'
import { troubleOf } from '../http/tell-trouble.ts'
import { NO_SUCH_PAGE } from '../http/troubles.ts'
import type { Hub } from '../hub.ts'
import { courseView, LISTED } from '../progress/course-view.ts'
import { catchUp } from '../progress/keep-progress.ts'
import { createRosters } from '../progress/read-members.ts'
import { topicView } from '../progress/topic-view.ts'
import { courseWords, type NamedMistake } from './course-words.ts'
import { learnersCsv } from './learners-csv.ts'
import { pageLocale } from './page-locale.ts'
import type { Pages, TeachersVisit } from './pages.ts'
import { onlySignedIn, signInRoutes } from './sign-in.ts'

/** What the pages of a hub are made with; cli passes it. */
export interface Site extends Trust {
  readonly pages: Pages
  readonly contentOf: (course: string) => Promise<Content>
  /** The folder of the graders that come with the program. */
  readonly graders: string
}

/**
 * So many entries of logs that have grown are gone through before a page is shown, and for so long at most; the
 * rest is told to follow.
 */
const MOST_ENTRIES_AT_ONCE = 20_000
const LONGEST_MS = 2_000

/** What a teacher sees in a browser. */
export function pageRoutes(hub: Hub, site: Site): Hono<Env> {
  const { pages, contentOf } = site
  const rosters = createRosters(hub)

  async function look(context: Context<Env>) {
    const { course } = context.get('person')
    const until = performance.now() + LONGEST_MS
    await catchUp(hub, {
      course,
      most: MOST_ENTRIES_AT_ONCE,
      isOver: () => performance.now() > until,
    })
    const content = await contentOf(course)
    const roster = await rosters.rosterOf(course, content)
    return { content, roster, view: courseView(roster.members, content) }
  }

  async function visit(
    context: Context<Env>,
    content: Content,
    mistakes: readonly NamedMistake[],
  ): Promise<TeachersVisit> {
    const { name, course } = context.get('person')
    return {
      locale: pageLocale(context),
      teacher: name,
      course: await titleOf(hub, course),
      words: await courseWords(content, site.graders, mistakes),
    }
  }

  const app = new Hono<Env>()
  app.onError((error, context) => {
    const { status, texts, headers } = troubleOf(error, hub.journal)
    return context.html(pages.trouble({ locale: pageLocale(context) }, texts), status, headers)
  })
  app.use(guarded(pages))
  app.route('/', signInRoutes(hub, pages, site))
  app.use(onlySignedIn(hub))
  app.get('/', async (context) => {
    const { content, roster, view } = await look(context)
    return context.html(
      pages.course(await visit(context, content, view.mistakes.slice(0, LISTED)), roster, view),
    )
  })
  app.get('/learners.csv', async (context) => {
    const { roster } = await look(context)
    return context.body(learnersCsv(roster.members), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="learners.csv"',
    })
  })
  app.get('/topics/:topic', async (context) => {
    const { content, roster } = await look(context)
    const topic = topicView(context.req.param('topic'), roster.members, content)
    if (topic === undefined) throw NO_SUCH_PAGE
    return context.html(pages.topic(await visit(context, content, topic.mistakes), topic))
  })
  app.get('/mistakes/:exercise/:mistake', async (context) => {
    const { content, view } = await look(context)
    const { exercise, mistake } = context.req.param()
    const found = view.mistakes.find((one) => one.exercise === exercise && one.mistake === mistake)
    if (found === undefined) throw NO_SUCH_PAGE
    return context.html(pages.mistake(await visit(context, content, [found]), found))
  })
  app.get('/learners/:learner', async (context) => {
    const { content, roster } = await look(context)
    const found = roster.members.find(({ id }) => id === context.req.param('learner'))
    if (found === undefined) throw NO_SUCH_PAGE
    return context.html(pages.learner(await visit(context, content, found.standing.mistakes), found))
  })
  app.all('*', () => {
    throw NO_SUCH_PAGE
  })
  return app
}

/** No script, nothing from elsewhere, no frame around it, and nothing kept by whoever stands between. */
function guarded({ styleSource }: Pages): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    `style-src ${styleSource}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
  return async (context, next) => {
    context.header('content-security-policy', policy)
    context.header('x-content-type-options', 'nosniff')
    // Without a referrer browsers would not say the origin of a form either.
    context.header('referrer-policy', 'same-origin')
    context.header('cache-control', 'no-store')
    await next()
  }
}

async function titleOf({ db }: Hub, course: string): Promise<string> {
  const [found] = await db.query<{ readonly title: string }>('select title from course where name = $1', [
    course,
  ])
  return found?.title ?? course
}
