import { compareMemory } from './memoryCase.ts';
for (const f of process.argv.slice(2)) console.log(f, JSON.stringify(await compareMemory(f)));
