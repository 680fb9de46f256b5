/** Stands in the bundle for ink's developer tools, which are loaded only where DEV is set. */
export default undefined
