/**
 * Whether a path with `/` stays in the folder that it counts from, on whatever system it is read: nothing leads up, to a root
 * or to a drive, and there is no backslash, which Windows takes for `/`, and no NUL.
 */
export const isInside = (path: string): boolean =>
  !/^\/|(?:^|\/)[a-z]:|[\\\0]/i.test(path) && !path.split('/').some((part) => /^\.\.[. ]*$/.test(part))
