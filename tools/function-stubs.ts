/**
 * The same functions, whose module is loaded when the first of them is called.
 * @param from where it is, as an expression
 * @throws Error where the file exports anything else but functions and types
 */
export function stubsOf(source: string, path: string, from: string): string {
  const stubs = exportedFunctions(source, path).map(({ name, isDefault }) => {
    const stub = `(...values) => load().${isDefault ? 'default' : name}(...values)`
    return isDefault ? `export default ${stub}` : `export const ${name} = ${stub}`
  })
  // Kept, for esbuild's `require` of an ES module copies all its exports each time.
  return [`let loaded; const load = () => (loaded ??= require(${from}))`, ...stubs].join('\n')
}

interface ExportedFunction {
  readonly name: string
  readonly isDefault: boolean
}

function exportedFunctions(source: string, path: string): readonly ExportedFunction[] {
  return [...source.matchAll(/^export (?!interface|type)(.*)$/gm)].map(([whole, declaration = '']) => {
    const [, isDefault, name] = FUNCTION.exec(declaration) ?? []
    if (name === undefined) throw new Error(`${path} exports what is no function: ${whole}`)
    return { name, isDefault: isDefault !== undefined }
  })
}

/** `defineScreen` gives one. */
const FUNCTION = /^(default )?(?:(?:async )?function |const (?=\w+ = defineScreen<))(\w+)/
