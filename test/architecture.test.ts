import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../src/core/exercise.ts'
import { allLanguages } from '../src/grader/languages/all-languages.ts'
import { exampleFiles } from './example-files.ts'
import { importCircles } from './import-circles.ts'
import { unusedExports } from './unused-exports.ts'

/** Each layer may import itself and the layers named here. Nothing else. */
const MAY_IMPORT: { readonly [layer: string]: readonly string[] } = {
  core: [],
  disk: ['core'],
  content: ['core', 'disk'],
  store: ['core', 'disk'],
  kit: ['core'],
  fitter: ['core'],
  grader: ['core', 'disk', 'kit'],
  interop: ['core', 'disk'],
  author: ['core', 'kit', 'content', 'store', 'grader'],
  hub: ['core', 'disk', 'content', 'grader', 'interop'],
  app: ['core', 'disk', 'content', 'store', 'grader', 'interop'],
  output: ['core', 'app', 'hub'],
  ui: ['core', 'app'],
  cli: ['core', 'content', 'store', 'grader', 'fitter', 'author', 'hub', 'app', 'output', 'ui'],
}

/** The one file of core that knows each library. */
const CORE_LIBRARIES: { readonly [library: string]: RegExp } = {
  'ts-fsrs': /^src\/core\/scheduler\.ts$/,
  valibot: /^src\/core\/(?:parse-entry|entry-forms)\.ts$/,
  leven: /^src\/core\/did-you-mean\.ts$/,
  jsep: /^src\/core\/formula\.ts$/,
  'string-width': /^src\/core\/display-width\.ts$/,
  marked: /^src\/core\/markdown\//,
}

interface Import {
  readonly file: string
  readonly target: string
}

const IMPORT = /(?:\bfrom|\bimport|\bdeclare module)\s*\(?\s*'([^']+)'/g
const importsIn = (pattern: string): readonly Import[] =>
  globSync(pattern).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, target = '']) => ({ file, target })),
  )
const imports = importsIn('src/**/*.{ts,tsx}')

const layerOf = (file: string) => file.split('/')[1] ?? ''
const inside = imports.filter(({ target }) => target.startsWith('.'))
const packages = imports.filter(({ target }) => !target.startsWith('.'))

test('imports point one way', () => {
  expect(inside.length).toBeGreaterThan(100)
  const wrong = inside.filter(({ file, target }) => {
    const other = layerOf(relative('.', join(dirname(file), target)))
    return other !== layerOf(file) && !MAY_IMPORT[layerOf(file)]?.includes(other)
  })
  expect(wrong).toEqual([])
})

test('graders import the kit through its one door and files of their own folder, and nothing inside goes through that door', () => {
  const ofGraders = importsIn('graders/*/*.ts')
  expect(ofGraders.filter(({ target }) => target === '#kit').length).toBeGreaterThan(10)
  expect(ofGraders.filter(({ target }) => target !== '#kit' && !/^\.\/[a-z0-9-]+\.ts$/.test(target))).toEqual(
    [],
  )
  const inside = packages.filter(({ file }) => !file.startsWith('src/author/new-exercise/'))
  expect(inside.filter(({ target }) => target === '#kit')).toEqual([])
})

test('no folders import each other in a circle, types included', () => {
  const resolved = inside.map(({ file, target }) => ({
    file,
    target: relative('.', join(dirname(file), target)),
  }))
  expect(importCircles(resolved)).toEqual([])
})

test('core knows no file, clock, process or database, and each library in one place', () => {
  const core = packages.filter(({ file }) => layerOf(file) === 'core')
  expect(core.length).toBeGreaterThan(0)
  expect(core.filter(({ file, target }) => !CORE_LIBRARIES[target]?.test(file))).toEqual([])
  const impure =
    /\b(?:Date\.now\(|Math\.random\(|process\.(?:env|std|argv|platform|cwd)|new Date\(\)|performance\.now)/
  expect(globSync('src/core/**/*.ts').filter((file) => impure.test(readFileSync(file, 'utf8')))).toEqual([])
})

/** The libraries, their calls, and how the statements begin. */
const SQL =
  /better-sqlite3|'pg'|\b(?:sql|db|client|lite)\.query\b|['`]\s*(?:select|insert(?: or \w+)? into|update \w+\s+set|delete from|create (?:unique )?(?:table|index)|alter table) /

test('SQL is written by the store, the hub, and what reads and writes the files of Anki', () => {
  const files = globSync('src/**/*.{ts,tsx}').filter((file) => SQL.test(readFileSync(file, 'utf8')))
  const places = files.map((file) => /^src\/(?:interop\/)?[^/]+/.exec(file)?.[0])
  expect([...new Set(places)].sort()).toEqual(['src/hub', 'src/interop/anki', 'src/store'])
})

test('only cli ends the process, only the theme names colours', () => {
  const files = globSync('src/**/*.{ts,tsx}')
  const using = (pattern: RegExp, allowed: RegExp) =>
    files.filter((file) => pattern.test(readFileSync(file, 'utf8')) && !allowed.test(file))
  expect(using(/process\.exit\(/, /^src\/cli\/|^src\/grader\/languages\/node\/harness\//)).toEqual([])
  expect(using(/\bcolor[:=]\s*['"{]/, /^src\/ui\/theme/)).toEqual([])
})

/** What files outside `languages/` name of one all the same, each for a reason that no folder of a language could take away. */
const NAMED_ELSEWHERE: { readonly [why: string]: { readonly [file: string]: readonly string[] } } = {
  'the closed set': {
    'core/exercise.ts': LANGUAGES.map((one) => (isOurs(one) ? `'${one}'` : one)).toSorted(),
  },
  'the language that a new learner begins with, and what the log calls a setting': {
    'core/settings.ts': ['Python', 'py', 'python'],
  },
  'what authors write: `answers: { py: ... }`': {
    'author/new-exercise/learner-texts.ts': ['py'],
    'content/exercise-schema.ts': ['Python', 'py'],
  },
  'a grader and its reference are TypeScript, whatever people answer in': {
    'app/own-grader/build-own-grader.ts': ['/node/'],
    'author/mutate/instrument-reference.ts': ["'ts'"],
    'author/mutate/judge-here.ts': ['/node/', 'javascript'],
    'author/mutate/mutant-worker.ts': ["'ts'"],
    'author/new-exercise/grader-sources.ts': ["'ts'", '/node/'],
  },
  'and its fixtures come of a script in Python': { 'author/new-exercise/fixture-script.ts': ['numpy'] },
  'the options --torch and --make, and formats of files': {
    'app/open-exercise.ts': ['PyTorch', 'torch'],
    'cli/commands/hand-out-exercise.ts': ['torch'],
    'cli/exercise-commands.ts': ['PyTorch', 'Python', 'numpy', 'torch'],
    'cli/study-commands.ts': ['Python', 'numpy', 'python'],
    'core/own-input/parse-npy.ts': ['numpy'],
  },
}

/** Anneal itself is written in it. */
function isOurs(language: Language): boolean {
  return language === 'ts' || language === 'js'
}

/** In quotes, as a key, in a glob or behind an option; as any word or ending where Anneal itself is not written in it. */
function wordsOf(language: Language): string {
  return isOurs(language)
    ? `'${language}'|(?<![\\w.])${language}\\??:|[{,]${language}[,}]|--lang ${language}\\b`
    : `\\b${language}\\b`
}

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*/g
const SCRIPT_OF_FIXTURES = /\w*fixtures\.py\b/g

test('what one language needs stands in its own folder', () => {
  const folders = globSync('src/grader/languages/*/').map((path) => `/${basename(path)}/`)
  const names = allLanguages().map(({ name }) => name.replaceAll('+', '\\+'))
  const named = `(?<!\\w)(?:${[...names, 'numpy', '(?:py)?torch'].join('|')})(?!\\w)`
  const telling = new RegExp([...LANGUAGES.map(wordsOf), ...folders, named].join('|'), 'gi')
  // What the kit says of mistakes and of truth libraries is content.
  const files = globSync('**/*.{ts,tsx}', { cwd: 'src', exclude: ['grader/languages/**', 'kit/**'] })
  const found = files.flatMap((file) => {
    const code = readFileSync(join('src', file), 'utf8').replace(COMMENT, '').replace(SCRIPT_OF_FIXTURES, '')
    const words = new Set([...code.matchAll(telling)].map(([word]) => word))
    return words.size === 0 ? [] : [[file, [...words].sort()] as const]
  })
  expect(
    Object.fromEntries(found),
    'a file outside src/grader/languages/ knows a language: move that into its folder, or say in NAMED_ELSEWHERE why it cannot be',
  ).toEqual(Object.assign({}, ...Object.values(NAMED_ELSEWHERE)))
})

test('ui asks use cases, and nothing of the store', () => {
  const files = globSync('src/ui/**/*.{ts,tsx}')
  expect(files.length).toBeGreaterThan(50)
  expect(files.filter((file) => /\bstore\b/.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('only output says the version of what --json prints, and the command line makes no JSON of its own', () => {
  const holding = (pattern: RegExp) =>
    globSync('src/**/*.{ts,tsx}').filter((file) => pattern.test(readFileSync(file, 'utf8')))
  expect(holding(/\bschema: /)).toEqual(['src/output/json/json-document.ts'])
  expect(holding(/JSON\.stringify/).filter((file) => layerOf(file) === 'cli')).toEqual([])
})

test('no barrels and no files named after nothing', () => {
  const names = globSync('src/**/*.{ts,tsx}')
  expect(
    names.filter((name) =>
      /\/(?:index|utils?|helpers?|common|types|constants|manager|service)\.tsx?$/.test(name),
    ),
  ).toEqual([])
})

test('no two files have the same name', () => {
  const names = globSync('src/**/*.{ts,tsx}').map((file) => basename(file))
  expect(names.length).toBeGreaterThan(200)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('a type that is exported has its name for itself, and none is declared twice in the same words', () => {
  const types = globSync('{src,tools}/**/*.{ts,tsx}').flatMap(typesIn)
  const exported = types.filter(({ isExported }) => isExported)
  expect(exported.length).toBeGreaterThan(700)
  const shared = exported.filter((one) => types.some((other) => other !== one && other.name === one.name))
  expect(shared).toEqual([])
  const texts = types.map(({ text }) => text)
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
})

/** All that begins a line, be it known to its own file alone: what stands in the code for a thing of the domain. */
function typesIn(file: string) {
  const types = readFileSync(file, 'utf8')
    .replaceAll(/\/\*\*.*?\*\//gs, '')
    .matchAll(/^(export )?((?:abstract )?(?:interface|type|class|function) ([A-Z]\w*).*?)(?=\n(?:\S|$))/gms)
  return Array.from(types, ([, exported, text = '', name = '']) => ({
    file,
    name,
    isExported: exported !== undefined,
    text: text.replaceAll(/\s+/g, ' '),
  }))
}

/** What a deck's field `picture` asks for and what draws it. All else that one looks at is an image, a chart or graphics. */
const OF_PICTURES =
  /^src\/(?:core\/(?:pictures\/|card\.|face\.|drawing\.)|content\/(?:deck-line|parse-deck|write-note|lint-fields)\.|app\/(?:picture-drawer|card-sights|import\/note-cards)\.|ui\/(?:review|browse)\/|ui\/plain\/browse-text\.|ui\/drawings\/drawing-lines\.)/

test('a picture is what a card asks to be drawn, and nothing else', () => {
  const naming = globSync('src/**/*.{ts,tsx}').filter((file) => {
    const text = readFileSync(file, 'utf8').replace(/ from '.*'/g, '')
    return /picture/i.test(file) || /picture/i.test(text)
  })
  expect(naming.filter((file) => OF_PICTURES.test(file)).length).toBeGreaterThan(10)
  // The setting has been called so since before; the code calls what it chooses graphics.
  expect(naming.filter((file) => !OF_PICTURES.test(file)).sort()).toEqual([
    'src/core/settings.ts',
    'src/ui/graphics/choose-graphics.ts',
    'src/ui/terminal/show-in-terminal.ts',
  ])
})

test('what src exports is imported somewhere', () => {
  // A new exercise's grader is written from texts that export too.
  const files = globSync(['{src,test,tools}/**/*.{ts,tsx}', 'graders/*/*.ts'])
    .filter((path) => !path.startsWith('src/author/new-exercise/grader-sources.ts'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  expect(files.length).toBeGreaterThan(1000)
  expect(unusedExports(files)).toEqual([])
})

/** Below test/ there is no other folder that src/ has not. */
const OF_TESTS = [
  'test/author/new-exercise/precision-envelope',
  'test/content/facts',
  'test/grader/exercises',
  'test/hub/crash',
  'test/interop/anki/fixtures',
  'test/store/fixtures',
]

test('test/ has the folders of src/', () => {
  const files = globSync(`test/{${Object.keys(MAY_IMPORT)}}/**/*.*`)
  expect(files.length).toBeGreaterThan(200)
  const folders = new Set(files.map((file) => `${dirname(file)}/`))
  const strayed = [...folders].filter(
    (folder) =>
      !existsSync(folder.replace('test/', 'src/')) && !OF_TESTS.some((kept) => folder.startsWith(`${kept}/`)),
  )
  expect(strayed).toEqual([])
})

/** They are asked from outside, and their tests named after the command or what is asked of a hub. */
const FROM_OUTSIDE = ['cli', 'hub']

test('a test that has the name of a file stands where that file does', () => {
  const nameIn = (file: string) => `${layerOf(file)} ${basename(file).replace(/(?:\.test)?\.tsx?$/, '')}`
  const folders = new Map(globSync('src/*/**/*.{ts,tsx}').map((file) => [nameIn(file), dirname(file)]))
  const tests = globSync('test/*/**/*.test.{ts,tsx}').filter(
    (file) => folders.has(nameIn(file)) && !FROM_OUTSIDE.includes(layerOf(file)),
  )
  expect(tests.length).toBeGreaterThan(100)
  const strayed = tests.filter(
    (file) => dirname(file) !== folders.get(nameIn(file))?.replace('src/', 'test/'),
  )
  expect(strayed).toEqual([])
})

/** No files of the repository: a package, a card and what a run makes; nor are those that CONTRIBUTING.md gives whole. */
const NOT_THERE = /^(?:anneal\/kit|deck\/slug|\.cache\/|code\/)/
const EXAMPLES = new Map(
  ['Add a screen', 'Add a command', 'Add a statistic', 'Add a language'].flatMap((heading) => [
    ...exampleFiles(heading),
  ]),
)

test.each(['docs/architecture.md', 'CONTRIBUTING.md'])('what %s names is there', (document) => {
  const prose = readFileSync(document, 'utf8').replace(/^ *```.*?^ *```/gms, '')
  const words = [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.split(/\s+/))
  const paths = words
    .filter((word) => /^[\w.-]+(?:\/[\w.-]+)+\/?$/.test(word) && !NOT_THERE.test(word) && !EXAMPLES.has(word))
    // What is called anything stands in capitals, as in `graders/ID/`.
    .map((word) => word.replace(/\b[A-Z]{2,}\b.*/, ''))
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !existsSync(path) && !existsSync(join('src', path)))).toEqual([])
  const links = [...prose.matchAll(/\]\(([^):]+)\)/g)].map(([, target = '']) =>
    join(dirname(document), target),
  )
  expect(links.length).toBeGreaterThan(1)
  expect(links.filter((path) => !existsSync(path))).toEqual([])
})

test('comments of src keep to 120 columns', () => {
  // What this file writes is a grader to begin with, whose comments are texts here.
  const files = globSync('src/**/*.{ts,tsx,py,cpp,hpp}').filter(
    (file) => !file.endsWith('/grader-sources.ts'),
  )
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => ({ file, line })),
  )
  const comments = lines.filter(({ line }) => /^\s*(?:\/\/|\/?\*|# |""")/.test(line))
  expect(comments.length).toBeGreaterThan(1000)
  expect(comments.filter(({ line }) => line.length > 120)).toEqual([])
})
