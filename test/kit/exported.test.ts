import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'

/** An author's folder that has the built package among its modules. */
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-exercise-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(resolve('.'), join(folder, 'node_modules/anneal'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  return () => rmSync(folder, { recursive: true })
})

function graderOf(limit: string): string {
  return `import { defineGrader, defineRules, f32, type Nd } from 'anneal/kit'

function clip({ shape, data }: Nd<'f32'>, limit: number): Nd<'f32'> {
  return { shape, data: data.map((value) => Math.min(Math.max(value, -limit), limit)) }
}

const clipWith =
  ({ more = 0 }: { more?: number }): typeof clip =>
  (grad, limit) =>
    clip(grad, limit + more)

const grader = defineGrader({
  reference: clip,
  cases: [[{ en: 'beyond', zh: '超出' }, f32([2], [2, -2]), ${limit}]],
  random: (random) => [f32([random.int(1, 8)], random.normal), 1],
  tolerance: { rtol: 0, atol: 0, why: 'no arithmetic is done' },
  rules: defineRules(clipWith, {
    more: { wide: { en: 'twice the limit', zh: '两倍上限', cards: [], choice: 1 } },
  }),
})
for (const { args } of grader.cases) console.log([...grader.reference(...args).data].join())
`
}

function run(...args: readonly string[]) {
  const { stdout, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  return { stdout, status }
}

function check(name: string, source: string) {
  writeFileSync(join(folder, name), source)
  onTestFinished(() => rmSync(join(folder, name)))
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024']
  return run(resolve('node_modules/typescript/bin/tsc'), ...options, name)
}

test("a grader of one's own is checked against the kit's types, and runs", () => {
  expect(check('grader.ts', graderOf('1'))).toEqual({ stdout: '', status: 0 })
  expect(run('grader.ts')).toEqual({ stdout: '1,-1\n', status: 0 })
})

test('one whose cases do not fit its reference is told so', () => {
  const { stdout, status } = check('wrong.ts', graderOf("'1'"))
  expect(stdout).toMatch(
    /^wrong\.ts\(14,\d+\): error TS2322: Type 'string' is not assignable to type 'number'/,
  )
  expect(status).not.toBe(0)
})
