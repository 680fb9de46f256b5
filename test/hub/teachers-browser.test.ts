import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { LOCALES, type Locale } from '../../src/core/locale.ts'
import { findOnPath } from '../../src/grader/run/find-on-path.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { HOSTILE_NAME, openCourse } from './course-of-learners.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub')

const MEASURE = readFileSync(join(import.meta.dirname, 'measure-page.js'), 'utf8')
const CHROMIUM = findOnPath('chromium')

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())

  /** What the browser complains of is collected: what it blocks, what fails, what runs and should not. */
  async function openPage(locale: Locale, colorScheme: 'light' | 'dark') {
    const page = await browser.newPage({
      locale: locale === 'en' ? 'en-GB' : 'zh-CN',
      colorScheme,
      viewport: { width: 400, height: 800 },
    })
    onTestFinished(() => page.close())
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('dialog', (dialog) => complaints.push(dialog.message()))
    page.on('requestfailed', (request) => complaints.push(request.url()))
    return { page, complaints }
  }

  test.each(LOCALES)('a teacher signs in and looks around, in %s', async (locale) => {
    const course = await openCourse()
    const { page, complaints } = await openPage(locale, locale === 'en' ? 'light' : 'dark')
    await page.goto(course.url)
    expect(new URL(page.url()).pathname).toBe('/course/sign-in')
    await expectReadable(page)
    await page
      .getByLabel(locale === 'en' ? 'Token of a teacher' : '教师令牌')
      .fill(course.tokens['Tom'] ?? '')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/course')
    expect(await page.locator('html').getAttribute('lang')).toBe(locale === 'en' ? 'en' : 'zh-CN')
    await expectReadable(page)
    expect(await page.locator('svg').count()).toBe(2)

    const learners = page.getByRole('link', { name: HOSTILE_NAME })
    await learners.last().click()
    expect(await page.locator('h1').textContent()).toBe(HOSTILE_NAME)
    expect(await page.title()).toBe(HOSTILE_NAME)
    await expectReadable(page)
    await page.locator('section a').first().click()
    await expectReadable(page)
    await page.getByRole('navigation').getByRole('link').first().click()
    await page.locator('a[href="/course/topics/adam"]').click()
    expect(await page.locator('h1').textContent()).toBe(locale === 'en' ? 'Adam' : 'Adam 优化器')
    await expectReadable(page)

    await page.getByRole('link', { name: locale === 'en' ? '中文' : 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe(locale === 'en' ? 'zh-CN' : 'en')
    await page.getByRole('button').click()
    await page.waitForURL('**/course/sign-in')
    await page.goBack()
    await page.goto(`${course.url}/course`)
    expect(new URL(page.url()).pathname).toBe('/course/sign-in')
    expect(complaints).toEqual([])
  })
})

/** No wider than the window, one heading of the first order, tables and fields that say what they are, letters that can be told from the paper. */
async function expectReadable(page: Page): Promise<void> {
  const found = (await page.evaluate(MEASURE)) as { readonly texts: number }
  expect(found).toEqual({
    excess: 0,
    headings: 1,
    emptyHeadings: 0,
    faint: [],
    nameless: 0,
    headless: 0,
    unlabelled: 0,
    unnamedCharts: 0,
    texts: expect.any(Number),
  })
  expect(found.texts).toBeGreaterThan(3)
}
