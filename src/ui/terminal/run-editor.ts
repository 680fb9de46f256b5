import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename } from 'node:path'
import type { FilePlace } from '../../app/edit-card.ts'
import { Problem } from '../../core/problem.ts'

/** Runs the learner's editor on the terminal until it ends. @throws Problem when it cannot be started */
export async function runEditor(env: NodeJS.ProcessEnv, place: FilePlace): Promise<void> {
  const [command, ...args] = editorCommand(env, process.platform, place)
  const editor = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  try {
    await once(editor, 'exit')
  } catch (cause) {
    throw new Problem(
      { en: `The editor "${command}" cannot be started.`, zh: `无法启动编辑器“${command}”。` },
      {
        remedy: {
          en: 'Set EDITOR to the command of one that is installed.',
          zh: '请把环境变量 EDITOR 设为已安装的编辑器的命令。',
        },
        cause,
      },
    )
  }
}

/** As git chooses: VISUAL, EDITOR, then what every machine has. */
export function editorCommand(
  env: NodeJS.ProcessEnv,
  platform: string,
  { path, line }: FilePlace,
): readonly [string, ...string[]] {
  const fallback = platform === 'win32' ? 'notepad' : 'vi'
  const chosen = env['VISUAL'] || env['EDITOR'] || fallback
  const [command = fallback, ...args] = platform === 'win32' ? chosen.trim().split(/\s+/) : wordsOf(chosen)
  return [command, ...args, ...placeArguments(basename(command).replace(/\.(exe|cmd)$/, ''), path, line)]
}

/** As a shell takes it apart: spaces in quotes or after a backslash divide nothing. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(WORD)].map(([word]) =>
    word.replace(
      PART,
      (_part, single, double, escaped) => single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped,
    ),
  )
}

const WORD = /(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\.)*"|\\.|['"\\])+/gs
const PART = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs

function placeArguments(editor: string, path: string, line: number): readonly string[] {
  if (/^(vi|vim|nvim|view|nano|emacs|emacsclient|kak|micro|joe|ne|mg)$/.test(editor))
    return [`+${line}`, path]
  if (/^(hx|helix|subl|zed)$/.test(editor)) return [`${path}:${line}`]
  if (/^(code|codium|cursor)$/.test(editor)) return ['--goto', `${path}:${line}`]
  return [path]
}
