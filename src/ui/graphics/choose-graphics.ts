import type { Settings } from '../../core/settings.ts'

/** How images are shown: as themselves by one of two protocols, as half blocks, or as characters. */
export type Graphics = Exclude<Settings['pictures'], 'auto'>

export interface Choice {
  readonly graphics: Graphics
  /** The learner said so: then nothing has to be confirmed by the terminal. */
  readonly isForced: boolean
}

/**
 * By the environment only: an unknown terminal is never asked anything. What is wrong here costs little, for
 * there are half blocks beneath every image, and who speaks sixel is asked whether it does now.
 */
export function chooseGraphics(setting: Settings['pictures'], env: NodeJS.ProcessEnv): Choice {
  if (env['NO_COLOR'] || env['TERM'] === 'dumb') return { graphics: 'text', isForced: true }
  if (setting !== 'auto') return { graphics: setting, isForced: true }
  return { graphics: graphicsOf(env), isForced: false }
}

function graphicsOf(env: NodeJS.ProcessEnv): Graphics {
  const term = env['TERM'] ?? ''
  const program = env['TERM_PROGRAM'] ?? ''
  // A multiplexer draws the cells itself, and knows nothing of an image above them.
  if (env['TMUX'] || env['STY'] || env['ZELLIJ'] || /^(?:screen|tmux)/.test(term)) return 'blocks'
  if (/^xterm-(?:kitty|ghostty)$/.test(term)) return 'kitty'
  // Set by the terminal itself, also where another one, whose variables are inherited, has started it.
  if (env['XTERM_VERSION'] || /^(?:foot|mlterm|contour)/.test(term)) return 'sixel'
  if (/^(?:ghostty|kitty|WarpTerminal)$/.test(program)) return 'kitty'
  if (/^(?:WezTerm|iTerm\.app|mintty|rio|vscode)$/.test(program)) return 'sixel'
  return env['KONSOLE_VERSION'] || env['WT_SESSION'] ? 'sixel' : 'blocks'
}
