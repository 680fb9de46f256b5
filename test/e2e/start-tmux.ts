import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * One tmux, spoken to in its control mode: no process for each key and each look, and word of whatever is printed, so that nobody looks in vain.
 */
export function startTmux(socket: string, ...newSession: readonly string[]) {
  const { TMUX, ...env } = process.env
  const args = ['-u', '-L', socket, '-f', '/dev/null', '-C', ...newSession]
  const tmux = spawn('tmux', args, { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(tmux, 'close')
  // It hears what is written from the first, and does some of it before there is a session.
  const session = Promise.withResolvers<string>()
  const asked: PromiseWithResolvers<string>[] = [session]
  let printed = Promise.withResolvers<void>()
  let answer: { readonly id: string; readonly lines: string[] } | undefined

  function hear(line: string): void {
    if (answer !== undefined) hearAnswer(answer, line)
    else if (line.startsWith('%begin ')) answer = { id: line.slice('%begin '.length), lines: [] }
    else if (line.startsWith('%output ')) {
      printed.resolve()
      printed = Promise.withResolvers()
    }
  }

  function hearAnswer({ id, lines }: { readonly id: string; readonly lines: string[] }, line: string): void {
    const isError = line === `%error ${id}`
    if (!isError && line !== `%end ${id}`) {
      lines.push(line)
      return
    }
    answer = undefined
    const one = asked.shift()
    if (isError) one?.reject(new Error(`tmux: ${lines.join('\n')}`))
    else one?.resolve(lines.join('\n'))
  }

  let rest = ''
  tmux.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(hear)
  })
  void ended.then(() => {
    for (const one of asked) one.reject(new Error('tmux has ended.'))
  })

  const tell = async (command: string): Promise<string> => {
    await session.promise
    const one = Promise.withResolvers<string>()
    asked.push(one)
    tmux.stdin.write(`${command}\n`)
    return one.promise
  }
  return {
    /** A command on one line, as its manual has it; what it prints. */
    tell,
    /** Once a program has printed something more. */
    printed: () => printed.promise,
    end: async () => {
      await tell('kill-server')
      await ended
    },
  }
}
