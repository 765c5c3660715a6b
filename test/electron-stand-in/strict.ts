/** Members that Schakel does not use are not imitated, and asking for one has to be loud: a silent undefined would pass tests. */

/** What JavaScript itself, the inspector and `await` ask of any object. */
const askedByOthers = new Set<string>(['then', 'toJSON', 'constructor', 'inspect', 'length', 'splice', 'default', '__esModule', 'module.exports']);

/**
 * @param name how the object is called in messages
 * @param isDead true once Electron would say that the object has been destroyed
 */
export function strict<T extends object>(name: string, members: T, isDead: () => boolean = () => false): T {
  return new Proxy(members, {
    get(target, key) {
      if (typeof key === 'symbol' || askedByOthers.has(key)) return Reflect.get(target, key);
      if (!(key in target)) throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
      if (key !== 'isDestroyed' && key !== 'id' && isDead()) throw new TypeError('Object has been destroyed');
      return Reflect.get(target, key);
    },
  });
}

export function notImplemented(what: string): never {
  throw new Error(`electron stand-in: ${what} is not implemented`);
}
