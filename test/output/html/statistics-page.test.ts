import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decode } from 'fast-png'
import { parseHTML } from 'linkedom'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Statistics } from '../../../src/app/collect-statistics.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import { LOCALES, type Locale } from '../../../src/core/locale.ts'
import { FIGURE_NAMES } from '../../../src/core/statistics/figure-names.ts'
import { findOnPath } from '../../../src/grader/run/find-on-path.ts'
import { statisticsPage } from '../../../src/output/html/statistics-page.ts'
import { runAnneal } from '../../cli/run-anneal.ts'
import { statisticsOfStudy } from './page-of-study.ts'

let studied: Promise<Statistics> | undefined
let statistics: Statistics
// Within a test, whose end takes the learner's folder away.
beforeEach(async () => {
  studied ??= statisticsOfStudy()
  statistics = await studied
})

const documentIn = (locale: Locale) => parseHTML(statisticsPage(statistics, locale)).document

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe.each(LOCALES)('the page in %s', (locale) => {
  test('has every figure under its name, each chart named and with its numbers behind it', () => {
    const document = documentIn(locale)
    const sections = [...document.querySelectorAll('section')]
    const titles = sections.map((section) => section.querySelector('h2')?.textContent)
    expect(titles.toSorted()).toEqual(
      Object.values(FIGURE_NAMES)
        .map((name) => name[locale])
        .sort(),
    )
    expect(document.querySelectorAll('svg').length).toBeGreaterThanOrEqual(9)
    for (const section of sections) {
      const svg = section.querySelector('svg')
      if (svg === null) continue
      expect(svg.getAttribute('role')).toBe('img')
      expect(svg.getAttribute('aria-label')).toBe(section.querySelector('h2')?.textContent)
      expect(section.querySelectorAll('details table tbody tr').length).toBeGreaterThan(0)
    }
    for (const table of document.querySelectorAll('table')) {
      expect(table.querySelector('caption')?.textContent).not.toBe('')
      const columns = table.querySelectorAll('thead th[scope=col]').length
      for (const row of table.querySelectorAll('tbody tr')) expect(row.children).toHaveLength(columns)
    }
    expect(document.documentElement.lang).toBe(locale === 'en' ? 'en' : 'zh-CN')
  })

  test('loads nothing and runs nothing, whatever a deck is called', () => {
    const document = documentIn(locale)
    expect(document.querySelectorAll('script, link, img, iframe, object, base, form')).toHaveLength(0)
    const addresses = statisticsPage(statistics, locale).match(/(?:https?:)?\/\/[^\s"'<)]+/g) ?? []
    expect(
      addresses.filter((address) => !/^http:\/\/www\.w3\.org\/\d{4}\/(?:svg|xlink)$/.test(address)),
    ).toEqual([])
    const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name.startsWith('on')),
    )
    expect(handlers).toEqual([])
    expect(document.body.textContent).toContain('Adam <script>alert("1")</script> & co')
  })
})

test('its tables hold the figures', () => {
  const document = documentIn('en')
  const rowsOf = (name: keyof typeof FIGURE_NAMES) => {
    const section = [...document.querySelectorAll('section')].find(
      (one) => one.querySelector('h2')?.textContent === FIGURE_NAMES[name].en,
    )
    return [...(section?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    )
  }
  const active = statistics.activity.filter(({ reviews }) => reviews > 0)
  expect(rowsOf('heat').map(([, reviews]) => Number(reviews))).toEqual(
    active.map(({ reviews }) => reviews).reverse(),
  )
  expect(rowsOf('forecast').map(([, cards]) => Number(cards))).toEqual(
    statistics.forecast.map(({ cards }) => cards),
  )
  expect(rowsOf('calibration').map(([, , , total]) => Number(total))).toEqual(
    statistics.calibration?.points.map(({ total }) => total),
  )
  expect(rowsOf('exercises')).toEqual([['Adam', '1', '6', '3', '0']])
  expect(rowsOf('mistakes')).toEqual([['no-bias-correction', 'Adam', '3']])
  expect(rowsOf('best').map(([, , ratio]) => ratio)).toEqual(['3.86', '3.06', '2.26'])
})

const partsOf = (shown: Statistics, figure: keyof typeof FIGURE_NAMES, selector: string) => {
  const { document } = parseHTML(statisticsPage(shown, 'en'))
  const section = [...document.querySelectorAll('section')].find(
    (one) => one.querySelector('h2')?.textContent === FIGURE_NAMES[figure].en,
  )
  return [...(section?.querySelectorAll(selector) ?? [])]
}

test('exercises of the same title have a line each', () => {
  const twin = (exercise: ExerciseId) => `${exercise}-twin` as ExerciseId
  const exercises = statistics.exercises.flatMap((one) => [
    one,
    { ...one, exercise: { ...one.exercise, id: twin(one.exercise.id) } },
  ])
  const histories = statistics.histories.flatMap((one) => [one, { ...one, exercise: twin(one.exercise) }])
  expect(partsOf({ ...statistics, exercises, histories }, 'best', 'g[aria-label="line"] path')).toHaveLength(
    2 * partsOf(statistics, 'best', 'g[aria-label="line"] path').length,
  )
})

test('decks of the same title have a bar each', () => {
  const decks = statistics.decks.flatMap((deck) => [deck, deck])
  const bars = partsOf({ ...statistics, decks }, 'mastery', 'rect')
  expect(new Set(bars.map((bar) => bar.getAttribute('y'))).size).toBe(decks.length)
})

describe.skipIf(findOnPath('chromium') === undefined)('in a browser', () => {
  // A colour of each palette, which no language changes.
  test.each([
    { locale: 'en', scheme: 'light', paper: [252, 252, 251], colour: 0x0e7490 },
    { locale: 'zh', scheme: 'dark', paper: [22, 25, 28], colour: 0x4fb3cc },
  ] as const)('the page in $locale is drawn on $scheme, and is not wider than a phone', (wanted) => {
    const folder = scratch()
    const page = join(folder, 'page.html')
    writeFileSync(page, statisticsPage(statistics, wanted.locale))
    const { paper, colours, isMarginEmpty } = look(page, folder, wanted.scheme)
    expect(paper).toEqual(wanted.paper)
    expect(colours.has(wanted.colour)).toBe(true)
    expect(isMarginEmpty).toBe(true)
  })
})

/** Headless, in a narrow window. Where nothing stands in the margin nothing is cut. */
function look(page: string, folder: string, scheme: 'light' | 'dark') {
  const image = join(folder, `${scheme}.png`)
  execFileSync(
    'chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`,
      `--screenshot=${image}`,
      '--window-size=520,1600',
      `file://${page}`,
    ],
    { stdio: 'ignore' },
  )
  const { data, width, height, channels } = decode(readFileSync(image))
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * channels).subarray(0, 3)]
  const paper = at(1, 1)
  const margin = Array.from({ length: height }, (_, y) => at(width - 4, y))
  const colours = new Set<number>()
  for (let place = 0; place < data.length; place += channels) {
    const [red = 0, green = 0, blue = 0] = data.subarray(place, place + 3)
    colours.add((red << 16) | (green << 8) | blue)
  }
  return { paper, colours, isMarginEmpty: margin.every((colour) => String(colour) === String(paper)) }
}

test('the command writes it, and says when it cannot', () => {
  const folder = scratch()
  const run = (path: string) => runAnneal(folder, join(folder, 'home'), 'C', ['stats', '--html', path])
  expect(run('page.html')).toEqual({ stdout: 'Written: page.html\n', stderr: '', status: 0 })
  expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('<h1>Anneal: progress on ')
  expect(run('nowhere/page.html')).toMatchObject({
    stdout: '',
    stderr:
      'anneal: nowhere/page.html cannot be written (ENOENT). Name a file in a folder that exists and that you may write, with room on its disk.\n',
    status: 2,
  })
})
