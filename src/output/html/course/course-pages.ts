import type { Pages } from '../../../hub/page/pages.ts'
import { STYLE_SOURCE } from '../page-shell.ts'
import { coursePage } from './course-page.ts'
import { learnerPage } from './learner-page.ts'
import { mistakePage } from './mistake-page.ts'
import { signInPage, troublePage } from './sign-in-page.ts'
import { topicPage } from './topic-page.ts'

/** What a hub shows in a browser. */
export const coursePages: Pages = {
  signIn: signInPage,
  trouble: troublePage,
  course: coursePage,
  topic: topicPage,
  mistake: mistakePage,
  learner: learnerPage,
  styleSource: STYLE_SOURCE,
}
