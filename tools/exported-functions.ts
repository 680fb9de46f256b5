export interface ExportedFunction {
  readonly name: string
  readonly isDefault: boolean
}

/** @throws Error where the file exports anything else but types */
export function exportedFunctions(source: string, path: string): readonly ExportedFunction[] {
  return [...source.matchAll(/^export (?!interface|type)(.*)$/gm)].map(([whole, declaration = '']) => {
    const [, isDefault, name] = FUNCTION.exec(declaration) ?? []
    if (name === undefined) throw new Error(`${path} exports what is no function: ${whole}`)
    return { name, isDefault: isDefault !== undefined }
  })
}

/** `defineScreen` gives one. */
const FUNCTION = /^(default )?(?:(?:async )?function |const (?=\w+ = defineScreen<))(\w+)/
