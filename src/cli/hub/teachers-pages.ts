import type { Hono } from 'hono'
import type { Env } from '../../hub/http/authenticate.ts'
import type { Trust } from '../../hub/http/behind-proxy.ts'
import type { Hub } from '../../hub/hub.ts'
import { createCourseContent } from '../../hub/page/course-content.ts'
import { pageRoutes } from '../../hub/page/page-routes.ts'
import { placesHere } from '../folders.ts'

/** What a hub shows in a browser. What draws charts is large, and loaded only where it serves. */
export async function teachersPages(hub: Hub, trust: Trust): Promise<Hono<Env>> {
  const { coursePages } = await import('../../output/html/course/course-pages.ts')
  const { builtIn, graders, cache } = placesHere()
  const contentOf = createCourseContent(hub, { builtIn, cache })
  return pageRoutes(hub, { ...trust, pages: coursePages, contentOf, graders })
}
