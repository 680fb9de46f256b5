import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { python } from '../../src/grader/languages/python/python.ts'
import { plainEnvironment } from '../../src/grader/run/ask-tool.ts'
import { runAnneal } from '../cli/run-anneal.ts'

const PYTHON = (await python.findTool()).path

const place = mkdtempSync(join(tmpdir(), 'stray-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Of what Python, numpy and the judge's own Python import, or run unasked. */
const MODULES = [
  'json',
  'numpy',
  'site',
  'sitecustomize',
  'usercustomize',
  'ctypes',
  'struct',
  'math',
  're',
  'types',
]

test.each([
  ['doctor'],
  ['grade', 'mean-filter', 'json.py'],
  ['grade', 'mean-filter', 'json.py', '--json'],
  ['run', 'mean-filter', 'json.py', '--input', 'input.json'],
  ['config', 'python', PYTHON],
])('nothing that lies where the learner is runs: %s %s', (...words) => {
  const folder = mkdtempSync(join(place, 'folder-'))
  const reached = join(folder, 'reached')
  const evil = `import os\nopen(${JSON.stringify(reached)}, "a").write(__name__ + repr(os.getpid()))\n`
  for (const name of MODULES) writeFileSync(join(folder, `${name}.py`), evil)
  writeFileSync(join(folder, 'evil.pth'), `import os; open(${JSON.stringify(reached)}, "a").write("pth")\n`)
  writeFileSync(join(folder, 'pyvenv.cfg'), `home = ${folder}\n`)
  writeFileSync(join(folder, 'input.json'), '{}')
  vi.stubEnv('PYTHONPATH', folder)
  vi.stubEnv('PYTHONSTARTUP', join(folder, 'json.py'))
  vi.stubEnv('PYTHONHOME', undefined)
  vi.stubEnv('CPATH', folder)
  const said = runAnneal(folder, join(folder, 'home'), 'en', words)
  vi.unstubAllEnvs()
  expect(said.stdout + said.stderr).not.toBe('')
  const found = readdirSync(folder)
  expect(found.includes('reached') ? readFileSync(reached, 'utf8') : '').toBe('')
})

test('no child of the judge hears of code that the environment names', () => {
  const names = [
    ...[
      'PYTHONPATH',
      'PYTHONSTARTUP',
      'PYTHONHOME',
      'PYTHONINSPECT',
      'NODE_OPTIONS',
      'NODE_PATH',
      'LD_PRELOAD',
    ],
    ...[
      'LD_LIBRARY_PATH',
      'LD_AUDIT',
      'DYLD_INSERT_LIBRARIES',
      'CPATH',
      'CPLUS_INCLUDE_PATH',
      'LIBRARY_PATH',
    ],
    ...[
      'GCC_EXEC_PREFIX',
      'COMPILER_PATH',
      'BASH_ENV',
      'ENV',
      'PERL5LIB',
      'GCONV_PATH',
      'OPENSSL_CONF',
      'SECRET',
    ],
  ]
  for (const name of names) vi.stubEnv(name, '/nowhere')
  const kept = Object.keys(plainEnvironment())
  vi.unstubAllEnvs()
  expect(kept.filter((name) => names.includes(name))).toEqual([])
  expect(kept).toContain('PATH')
})
