import { expect, test } from 'vitest'
import { importCircles } from './import-circles.ts'

const imports = (...lines: readonly string[]) =>
  lines.map((line) => {
    const [file = '', target = ''] = line.split(' -> ')
    return { file, target }
  })

test('folders that import each other are a circle, also through a third', () => {
  expect(
    importCircles(
      imports(
        'src/ui/home/view.ts -> src/ui/text/line.ts',
        'src/ui/text/line.ts -> src/ui/theme/tone.ts',
        'src/ui/theme/tone.ts -> src/ui/home/keys.ts',
        'src/ui/stats/view.ts -> src/ui/text/line.ts',
      ),
    ),
  ).toEqual([['src/ui/home', 'src/ui/text', 'src/ui/theme']])
})

test('a file beside folders stands for itself', () => {
  const downwards = imports(
    'src/ui/stage.ts -> src/ui/home/keys.ts',
    'src/ui/home/keys.ts -> src/ui/words.ts',
  )
  expect(importCircles(downwards)).toEqual([])
  const back = imports('src/ui/home/view.ts -> src/ui/stage.ts')
  expect(importCircles([...downwards, ...back])).toEqual([['src/ui/home', 'src/ui/stage.ts']])
})

test('files within one folder may import each other, and two circles are two', () => {
  expect(
    importCircles(
      imports(
        'src/a/one/x.ts -> src/a/one/y.ts',
        'src/a/one/y.ts -> src/a/one/x.ts',
        'src/a/one/x.ts -> src/a/two/x.ts',
        'src/a/two/x.ts -> src/a/one/x.ts',
        'src/b/one/x.ts -> src/b/two/x.ts',
        'src/b/two/x.ts -> src/b/one/x.ts',
      ),
    ),
  ).toEqual([
    ['src/a/one', 'src/a/two'],
    ['src/b/one', 'src/b/two'],
  ])
})
