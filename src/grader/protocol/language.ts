import type { Exercise, Language } from '../../core/exercise.ts'
import type { ExerciseId } from '../../core/ids.ts'
import type { Locale, Text } from '../../core/locale.ts'
import type { Problem } from '../../core/problem.ts'
import type { TextSettingKey } from '../../core/settings.ts'
import type { Signature, Type } from '../../core/signature.ts'
import type { Spell } from '../../core/spell-names.ts'
import type { Greeting } from './answers.ts'
import type { Lexis } from './code-text.ts'
import type { RunCompiler } from './compiling.ts'

/** What a submission might do to the machine. */
export const DANGERS = ['write files', 'read files', 'network', 'start programs', 'signals'] as const
export type Danger = (typeof DANGERS)[number]

/** All that Anneal knows about a programming language: one folder each, listed in `all-languages.ts`. */
export interface LanguageSupport {
  readonly language: Language
  /** As people write it: TypeScript. */
  readonly name: string
  /** With the dot. */
  readonly extension: string
  /** Begins a comment that ends with its line. */
  readonly lineComment: string
  /** The language whose reference and labelled submissions speak for this one too. */
  readonly variantOf?: Language
  readonly functionName: (id: ExerciseId) => string
  readonly lexis: Lexis
  /** The first of a library's names that the text calls; undefined for a language whose submissions see no library. */
  readonly findLibraryName?: (text: string, names: readonly string[]) => string | undefined
  /** What the learner begins with, from the signature: it runs, and says that it is not implemented. */
  readonly starter: (exercise: Exercise, locale: Locale) => string
  /** The same in PyTorch, where the language has it. */
  readonly torchStarter?: (exercise: Exercise, locale: Locale) => string
  /**
   * Matches a starter, without its comments and squeezed, in which nobody wrote code yet: imports and
   * declarations, the function's heading, and that it is not implemented. So it knows those that an older
   * version of the program wrote, whatever their types and comments.
   */
  readonly unfilled: (functionName: string) => RegExp
  /** A type in the language's own words, as they follow "returned" in a sentence: "a numpy array of uint8". */
  readonly describe: (type: Type) => Text
  /** Throws a `Problem` when nothing on this machine can run the language. */
  readonly findTool: (places?: ToolPlaces) => Promise<Tool>
  /** For a language whose tool a setting names. */
  readonly setting?: ToolSetting
  /** For people: the version, and that of what else most exercises need. */
  readonly versionOf: (tool: Tool) => Promise<Text>
  /** What a submission in this language cannot do here, beyond the limits that all have. */
  readonly denies: readonly Danger[]
  /** Why the tool, which has said hello, cannot run this exercise; undefined when it can. */
  readonly lacks?: (tool: Tool, hello: Greeting, exercise: Exercise) => Problem | undefined
  /** The same before anything of the exercise is run, for whoever is about to write it. */
  readonly lacksHere?: (tool: Tool, exercise: Exercise) => Promise<Problem | undefined>
  /**
   * Why it cannot run most exercises, for whoever starts a worker: settings are a learner's, and none is read
   * there.
   */
  readonly lacksForMost?: (tool: Tool) => Promise<Problem | undefined>
  readonly command: (tool: Tool, work: Work) => StartCommand
  /** What starts a process that has loaded all that submissions have in common, and forks one for each. */
  readonly nursery?: {
    /** Under `graders/_harness/` of the build. */
    readonly file: string
    /** `nursery.ts` adds the path of its socket. */
    readonly command: (tool: Tool, harness: string) => StartCommand
  }
  /**
   * Folders and files outside the system's own that the tool reads; asked where a submission shall see
   * nothing else.
   */
  readonly reads?: (tool: Tool) => Promise<readonly string[]>
  /** Makes a program of a file before it can run; undefined where the interpreter reads it as it is. */
  readonly compile: ((tool: Tool, job: CompileJob) => Promise<Compiled>) | undefined
  /** Makes of a file what the interpreter reads, where that is another. */
  readonly translate?: (job: TranslateJob) => Promise<Translated>
  /** Finds out what a program did that was ended by the system, or is wrong for no visible reason. */
  readonly checks?: Checks
  /** For a language in which loops of one kind make most slow programs slow. */
  readonly slowLoops?: SlowLoops
  /**
   * Says where a file is no code, if its interpreter does not tell the harness; runs nothing of it. Undefined
   * where nothing is found.
   * @param fileName as the learner knows it, beside the file that was to be loaded
   */
  readonly explainSyntax:
    | ((tool: Tool, file: string, fileName: string) => Promise<string | undefined>)
    | undefined
  /** The reference's file under `graders/ID/` of the build. */
  readonly referenceFile: string
  /** The same as it is shown to people, in that folder too. */
  readonly shownReference: string
  /** Makes of it what a learner could have written, where it is not that already. */
  readonly showReference?: (text: string) => string
  /** The harness's file or folder under `graders/_harness/` of the build. */
  readonly harnessFile: string
  /** Written beside the starter for editors and type checkers; the judge takes the learner's file alone. */
  readonly companions: (exercise: Exercise) => readonly Companion[]
  /** A parameter or a field of the signature, as the language spells it. */
  readonly spell: Spell
  /** What to do about a file that threw while it was loaded, with what it threw; undefined where that says it all. */
  readonly tellLoading?: (message: string) => Text | undefined
  /** The same where it asked for a module that is not there, whenever it did. */
  readonly tellMissing?: (message: string) => Text | undefined
  /** What to do about a function that cannot be called as the exercise calls it, with what was thrown. */
  readonly tellUncallable?: (message: string, name: string, signature: Signature) => Text | undefined
  /** What the code alone shows that its writer takes for something else, and that is true whatever it does. */
  readonly tellMistaken?: (code: string, name: string, signature: Signature) => Text | undefined
  /** Where in the code alone a function stands that was not found in the file, and what to do. */
  readonly findMisplaced?: (code: string, name: string) => Text | undefined
  /** Found in the text of a thrown error when memory ran out. */
  readonly memoryError: RegExp
  /** CPU time after which a function runs as fast as it ever will: a compiler may be at work meanwhile. */
  readonly warmMs: number
}

/** Its first line tells it from a file of the learner's own that has the same name. */
export type Companion =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  /** A file of the harness's folder. */
  | { readonly kind: 'harness'; readonly name: string }

/** Where a tool may be that is not the system's own. */
export interface ToolPlaces {
  /** What the learner has chosen. */
  readonly chosen?: { readonly [L in Language]?: string | undefined } | undefined
  /** What the program has made for itself lies below it. */
  readonly cacheRoot?: string | undefined
}

export interface ToolSetting {
  readonly key: TextSettingKey
  /** Throws a `Problem` unless the path is a tool that can be used. */
  readonly check: (path: string) => Promise<void>
  /**
   * Makes one below the cache folder, and gives its path. Throws a `Problem` when a step fails.
   * @param tell is given each command before it is run
   */
  readonly make: (cacheRoot: string, tell: (command: readonly string[]) => void) => Promise<string>
}

export interface Tool {
  readonly path: string
}

export interface Work {
  /** The scratch folder: the only one that the process needs to read, beside its harness and its tool. */
  readonly folder: string
  readonly harness: string
  readonly memoryMb: number
}

/**
 * `usual` is as fast as a budget demands; `quick` gives the same values, and is compiled in half the time;
 * `checked` and `filled` are what `checks` is for.
 */
export type Build = 'usual' | 'quick' | 'checked' | 'filled'

export interface CompileJob {
  readonly exercise: Exercise
  /** The scratch folder: the submission lies in it, and the program is put there. */
  readonly folder: string
  readonly fileName: string
  /** `harnessFile` of the build. */
  readonly harness: string
  /** What was compiled once is kept below it. */
  readonly cacheRoot: string
  readonly memoryMb: number
  readonly build: Build
  readonly runCompiler: RunCompiler
  /** Ends the compiling, which then rejects. */
  readonly signal?: AbortSignal | undefined
}

export type TranslateJob = Pick<CompileJob, 'folder' | 'fileName' | 'build' | 'signal'>

/** The file that the scratch folder now holds too. */
export type Translated =
  | {
      readonly kind: 'translated'
      readonly fileName: string
      /** What a program says of itself, with the learner's file and lines in the place of this one's. */
      readonly inOwnLines: (said: string) => string
    }
  | Extract<Compiled, { readonly kind: 'failed' }>

/** What the scratch folder now holds, or why the submission is no program. */
export type Compiled =
  | {
      readonly kind: 'compiled'
      readonly harness: string
      readonly file: string
      readonly inOwnLines?: (said: string) => string
      /** In the compiler's words, of a build that has any. */
      readonly warnings?: string
    }
  /** `message` is shown to the learner. */
  | { readonly kind: 'failed'; readonly why: 'syntax' | 'missing'; readonly message: Text }

/** For languages that leave undefined what a wrong program does: one that is compiled with checks says what it did. */
export interface Checks {
  /** Makes what such programs have in common, once for each compiler; false where this machine cannot. */
  readonly prepare: (
    tool: Tool,
    job: Pick<CompileJob, 'harness' | 'cacheRoot' | 'signal'>,
  ) => Promise<boolean>
  /**
   * The mistake in the submission's own words and lines, safe to show, or undefined. Nothing of it is
   * believed: it is shown alone.
   * @param said what the program left on stderr; its folder is still there
   */
  readonly explain: (said: string, checked: CheckedFile) => Promise<Text | undefined>
  /**
   * What is read before it has a value, where a `filled` program answers otherwise than the usual one: safe to
   * show. Undefined where the program may hang on chance as well.
   */
  readonly tellUnset: (warnings: string, file: Pick<CheckedFile, 'fileName' | 'source'>) => Text | undefined
  /** A few programs in which one slip of the language's own is put right. */
  readonly repairs: (file: { readonly fileName: string; readonly text: string }) => readonly Repair[]
}

export interface Repair {
  readonly text: string
  /** Where that makes a failing case pass; safe to show. */
  readonly told: Text
}

export interface SlowLoops {
  /** Under `graders/_harness/` of the build: what makes a program watch itself. */
  readonly watchFile: string
  /** The submission with that behind it. */
  readonly watched: (source: string, watch: string, exercise: Exercise) => string
  /**
   * The loop that its time goes into, in the submission's own words and lines, safe to show.
   * @param said what such a program said on stderr; nothing is believed that its source does not hold
   */
  readonly find: (said: string, source: string) => Text | undefined
  /** What to do instead. */
  readonly better: Text
}

export interface CheckedFile {
  /** The scratch folder. */
  readonly folder: string
  readonly fileName: string
  readonly source: string
}

export interface StartCommand {
  /** A library that the system's loader runs before the program: it has no other way to its walls. */
  readonly preload?: Uint8Array | undefined
  /** Writable memory that the program maps as it starts and hardly touches: no part of what it may fill. */
  readonly reservesMb?: number
  /** It reserves no terabytes, as V8 does: what it maps has a limit too. */
  readonly mapsLittle?: true
  readonly file: string
  readonly args: readonly string[]
  readonly env: { readonly [name: string]: string }
}
