// What TypeScript writes into each file that it compiles to CommonJS.

interface Exports {
  readonly [name: string]: unknown;
}

export function __importStar(module: Exports): Exports {
  return module.__esModule ? module : { ...module, default: module };
}

export function __exportStar(module: Exports, exports: Exports): void {
  for (const name of Object.keys(module)) {
    if (name === 'default' || Object.hasOwn(exports, name)) continue;
    Object.defineProperty(exports, name, { enumerable: true, get: () => module[name] });
  }
}
