// What TypeScript writes into each file that it compiles to CommonJS. Others may change a module later, so nothing is copied.

interface Exports {
  readonly [name: string]: unknown;
}

export function __importStar(module: Exports): Exports {
  if (module.__esModule) return module;
  const star = { default: module };
  __exportStar(module, star);
  return star;
}

export function __exportStar(module: Exports, exports: Exports): void {
  for (const name of Object.keys(module)) {
    if (name === 'default' || Object.hasOwn(exports, name)) continue;
    Object.defineProperty(exports, name, { enumerable: true, get: () => module[name] });
  }
}
