import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Deps } from '../../../src/app/deps.ts'
import type { FilePlace } from '../../../src/app/edit-card.ts'
import { submissionPath } from '../../../src/app/workspace.ts'
import { loadContent } from '../../../src/content/load-content.ts'
import { LANGUAGES, type Language } from '../../../src/core/exercise.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import type { Destination } from '../../../src/ui/frame/destination.ts'
import { runEditor } from '../../../src/ui/terminal/run-editor.ts'
import { openTestDeps } from '../../app/open-test-deps.ts'
import { drive } from '../drive-screens.ts'

const ADAM: Destination = { kind: 'exercise', options: { id: 'adam', language: 'py' } }

async function openAdam(change: (deps: Deps) => Partial<Deps> = () => ({})) {
  const deps = openTestDeps({})
  const content = await loadContent({ builtIn: 'dist' })
  return {
    ...deps,
    content,
    ...change(deps),
  }
}

const TALL = { columns: 100, rows: 60 }

describe('an exercise', () => {
  test('shows why, where, what and how fast', async () => {
    const deps = await openAdam()
    const session = drive(deps, ADAM, { size: TALL })
    expect(session.text()).toMatch(/Why now +new/)
    expect(session.text()).toMatch(/File +.*adam\.py \(starter written now\)/)
    expect(session.text()).toContain('(params: f32[P], grads: f32[T,P]')
    expect(session.text()).toContain("at most 4x the reference's CPU time")
    expect(session.text()).toContain('Run Adam for T steps')
    session.press('l')
    expect(session.text()).toContain('执行 T 步 Adam')
  })

  test('tells a starter that was opened before from code of the learner', async () => {
    const deps = await openAdam()
    drive(deps, ADAM)
    const again = drive(deps, ADAM, { size: TALL })
    expect(again.text()).toMatch(/adam\.py\s+\(starter, without\s+code\s+of\s+yours\s+yet\)/)
    const path = submissionPath(deps, 'adam' as ExerciseId, 'py')
    writeFileSync(path, 'def adam(params, grads):\n    return params\n')
    expect(drive(deps, ADAM, { size: TALL }).text()).toMatch(/adam\.py\s+\(your file\)/)
  })

  test('names parameters as its language does', async () => {
    const open = async (language: Language) => {
      const to: Destination = { kind: 'exercise', options: { id: 'mean-average-precision', language } }
      return drive(await openAdam(), to, { size: TALL }).text()
    }
    const [py, js] = [await open('py'), await open('js')]
    expect(py).toContain('gt_boxes: f32[G,4]')
    expect(py).toContain('G ground-truth objects (gt_boxes, gt_labels, gt_images)')
    expect(py).not.toContain('gtBoxes')
    expect(js).toContain('gtBoxes: f32[G,4]')
    expect(js).toContain('(gtBoxes, gtLabels, gtImages)')
  })

  test('gives hints one by one, records them, and ends with none', async () => {
    const deps = await openAdam()
    const session = drive(deps, ADAM, { size: TALL })
    const { hints } = deps.content.exercises.get('adam' as ExerciseId) ?? { hints: [] }
    session.press('h')
    expect(session.text()).toContain(`Hints (1 of ${hints.length})`)
    expect(deps.store.exercise('adam' as ExerciseId).hints).toBe(1)
    expect(session.text()).toContain('h next hint')
    session.press(...hints.map(() => 'h'))
    expect(session.text()).toContain(`Hints (${hints.length} of ${hints.length})`)
    expect(session.text()).not.toContain('h next hint')
    expect(deps.store.exercise('adam' as ExerciseId).hints).toBe(hints.length)
  })

  test('is given up only after a yes, and then shows the solution', async () => {
    const deps = await openAdam((own) => ({ folders: { ...own.folders, graders: 'graders' } }))
    const session = drive(deps, ADAM, { size: TALL })
    session.press('g')
    expect(session.text()).toContain('Give up and see the solution? It counts as forgotten. (y/n)')
    session.press('n', 'g', 'q')
    expect(deps.store.history.attempts()).toEqual([])
    session.press('g', 'y')
    expect(session.kind()).toBe('solution')
    expect(session.text()).toContain('Why it is right')
    expect(session.text()).toContain('def adam(')
    expect(session.text()).toContain('Cards behind it')
    expect(deps.store.history.attempts()).toMatchObject([{ verdict: 'given-up' }])
  })

  test('leads back from the solution to the statement, and then shows the solution at no cost, without asking', async () => {
    const deps = await openAdam((own) => ({ folders: { ...own.folders, graders: 'graders' } }))
    const session = drive(deps, ADAM, { size: TALL })
    session.press('g', 'y', 'q')
    expect(session.text()).toContain('Run Adam for T steps')
    session.press('g')
    expect(session.kind()).toBe('solution')
    session.press('l')
    expect(session.text()).toContain('陷阱')
    expect(deps.store.history.attempts()).toHaveLength(1)
  })

  test('shows the reference beside the own code: in two columns, or line by line where the window is narrow', async () => {
    const deps = await openAdam((own) => ({ folders: { ...own.folders, graders: 'graders' } }))
    const session = drive(deps, ADAM, { size: { columns: 120, rows: 90 } })
    const path = /File +(\S+adam\.py)/.exec(session.text())?.[1] ?? ''
    writeFileSync(path, 'import numpy as np\n\n\ndef adam(params):\n    return params\n')
    session.press('g', 'y')
    expect(session.text()).toMatch(/Your code +│ Reference/)
    expect(session.text()).toMatch(/import numpy as np +│ import numpy as np/)
    expect(session.text()).toMatch(/def adam\(params\): +│ def adam\(params, grads, lr, beta1, beta2, eps\):/)
    const narrow = drive(deps, ADAM, { size: { columns: 60, rows: 120 } })
    narrow.press('g')
    expect(narrow.text()).toMatch(/^ - def adam\(params\): *$/m)
    expect(narrow.text()).toMatch(/^ \+ def adam\(params, grads/m)
    expect(narrow.text()).toMatch(/^ {3}import numpy as np *$/m)
  })

  test('takes another programming language, with a starter of its own', async () => {
    const session = drive(await openAdam(), ADAM, { size: TALL })
    for (let round = 0; round < LANGUAGES.length && !session.text().includes('adam.ts'); round++)
      session.press('v')
    const path = /File +(\S+adam\.ts)/.exec(session.text())?.[1] ?? ''
    expect(readFileSync(path, 'utf8')).toContain('export function adam(')
  })

  test('opens its file in the editor', async () => {
    const edited: string[] = []
    const session = drive(await openAdam(), ADAM, { edit: ({ path }) => edited.push(path) })
    session.press('o')
    await expect.poll(() => edited).toHaveLength(1)
    expect(existsSync(edited[0] ?? '')).toBe(true)
  })

  test('that is submitted as the starter is refused with what to do', async () => {
    const session = drive(await openAdam(), ADAM)
    session.press('s')
    session.start()
    await expect.poll(() => session.text()).toContain('is still the starter.')
    expect(session.text()).toContain('Write your solution there, then submit again.')
    session.press('q')
    expect(session.kind()).toBe('exercise')
  })

  test('is there again, in its language, for whoever comes back, though it is no longer that of today', async () => {
    const deps = await openAdam((own) => ({ folders: { ...own.folders, graders: 'graders' } }))
    deps.store.configure('language', 'js', deps.now())
    const session = drive(deps, { kind: 'home' })
    session.press('x')
    const [before = ''] = session.lines()
    session.press('v')
    const [title = ''] = session.lines()
    expect(title).not.toBe(before)
    session.press('g', 'y', 'q')
    expect(session.kind()).toBe('exercise')
    expect(session.lines()[0]).toBe(title)
    session.press('q', 'x')
    expect(session.lines()[0]?.slice(0, 20)).not.toBe(title.slice(0, 20))
  })

  test('that cannot be opened any more is passed on the way back', async () => {
    const deps = await openAdam()
    const session = drive(deps, { kind: 'exercises' })
    session.press('enter')
    const workspace = dirname(dirname(submissionPath(deps, 'adam' as ExerciseId, 'py')))
    const [opened, ...others] = readdirSync(workspace)
    expect({ opened, others }).toEqual({ opened: expect.any(String), others: [] })
    const folder = join(workspace, `${opened}`)
    session.press('s')
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file in its way')
    session.start()
    await expect.poll(() => session.text()).toContain('There is no file')
    session.press('q')
    expect(session.kind()).toBe('exercises')
    expect(session.text().replace(/\s+/g, ' ')).toContain('cannot be made (a file is in its way)')
  })

  test('says in Chinese too what is refused, and what fails', async () => {
    const deps = await openAdam()
    deps.store.configure('locale', 'zh', deps.now())
    const edit = (place: FilePlace) => runEditor({ EDITOR: '/nowhere/editor' }, place)
    const session = drive(deps, ADAM, { edit, size: TALL })
    session.press('o')
    await expect
      .poll(() => session.text())
      .toContain('无法启动编辑器“/nowhere/editor”。请把环境变量 EDITOR 设为已安装的编辑器的命令。')
    session.press('s')
    session.start()
    await expect.poll(() => session.text()).toContain('还是原来的模板。')
    expect(session.text()).toContain('请写好解答后再提交。')
    session.press('l')
    expect(session.text()).toContain('is still the starter.')
  })
})

test('the list marks the chosen exercise and opens it', async () => {
  const session = drive(await openAdam(), { kind: 'exercises' })
  session.press('down')
  const title = /› (.*) {2}/.exec(session.text())?.[1] ?? 'none'
  session.press('enter')
  expect(session.kind()).toBe('exercise')
  expect(session.lines()[0]).toContain(title)
})

describe('the list of exercises', () => {
  const open = async () => drive(await openAdam(), { kind: 'exercises' })

  test('narrows with each character, in either language, and keeps what is chosen when all is shown', async () => {
    const session = await open()
    session.press('/', ...'Adam me')
    expect(session.text()).toMatch(/› Adam/)
    session.press('enter')
    expect(session.text()).toContain('Search: Adam me')
    session.press('escape')
    expect(session.text()).not.toContain('Search: ')
    expect(session.text()).toMatch(/› Adam/)
    session.press('/', 'ctrl-u', ...'nowhere')
    expect(session.text()).toContain('No exercise is like that.')
    session.press('enter')
    expect(session.kind()).toBe('exercises')
    session.press('/', 'ctrl-u', ...'中等 adam')
    expect(session.text()).not.toContain('No exercise is like that.')
  })

  test('is as it was left for whoever comes back from an exercise', async () => {
    const session = await open()
    session.press('/', ...'adam', 'enter', 'enter')
    expect(session.kind()).toBe('exercise')
    session.press('q')
    expect(session.kind()).toBe('exercises')
    expect(session.text()).toMatch(/› Adam[\s\S]*Search: adam/)
  })

  test('gives up what was typed', async () => {
    const session = await open()
    const before = session.text()
    session.press('/', ...'adam', 'escape')
    expect(session.text().includes('Search: ')).toBe(false)
    expect(session.lines().length).toBe(before.split('\n').length)
  })
})
