import { describe, expect, test } from 'vitest'
import { editorCommand } from '../../../src/ui/terminal/run-editor.ts'

describe('the editor', () => {
  const place = { path: '/decks/a b.md', line: 7 }

  test.each([
    { env: { VISUAL: 'nvim', EDITOR: 'nano' }, command: ['nvim', '+7', '/decks/a b.md'] },
    { env: { EDITOR: '/usr/bin/nano -w' }, command: ['/usr/bin/nano', '-w', '+7', '/decks/a b.md'] },
    { env: { EDITOR: 'code --wait' }, command: ['code', '--wait', '--goto', '/decks/a b.md:7'] },
    { env: { EDITOR: 'hx' }, command: ['hx', '/decks/a b.md:7'] },
    { env: { EDITOR: 'ed' }, command: ['ed', '/decks/a b.md'] },
    { env: { EDITOR: `'/my tools/nano' -w` }, command: ['/my tools/nano', '-w', '+7', '/decks/a b.md'] },
    { env: { EDITOR: '/my\\ tools/nano' }, command: ['/my tools/nano', '+7', '/decks/a b.md'] },
    {
      env: { EDITOR: 'emacsclient -a "" -c' },
      command: ['emacsclient', '-a', '', '-c', '+7', '/decks/a b.md'],
    },
    { env: { EDITOR: `nano -x"it's "y` }, command: ['nano', "-xit's y", '+7', '/decks/a b.md'] },
    { env: { VISUAL: '', EDITOR: '' }, command: ['vi', '+7', '/decks/a b.md'] },
  ])('of $env is $command', ({ env, command }) => {
    expect(editorCommand(env, 'linux', place)).toEqual(command)
  })

  test('on Windows is notepad unless another is named', () => {
    expect(editorCommand({}, 'win32', place)[0]).toBe('notepad')
  })
})
