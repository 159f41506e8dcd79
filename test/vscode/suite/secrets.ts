// What the tests of named secrets share: storing and forgetting them as a person, and the clipboard.
import assert from 'node:assert/strict';
import { commands, env } from 'vscode';
import { type Answer, type Person, personWho } from './person.ts';
import { poll } from './poll.ts';

/** Runs a command with a person who gives exactly these answers; nothing it shows holds the canary. */
export async function run(command: string, ...answers: Answer[]): Promise<Person> {
  const person = personWho(...answers);
  await commands.executeCommand(`streamconn.${command}`);
  assert.deepEqual(person.leave(), []);
  assert.ok(![...person.seen, ...person.details, ...person.offered].join().includes('hunter2'));
  return person;
}

/** Stores a secret that is new by typing it. */
export function remember(name: string, value: string): Promise<Person> {
  return run('storeSecret', [/^Store secret: The name/, name], [/^Store secret: The value of .*\(masked\)$/, value]);
}

/** Removes a secret, whether or not files still name it. */
export async function forget(name: string): Promise<void> {
  const person = personWho([/^Remove secret$/, name], [/^Remove the secret/, 'Remove']);
  await commands.executeCommand('streamconn.removeSecret');
  person.leave();
  assert.equal(person.seen.at(-1), `Removed the secret ${name}.`);
}

/** Removes every secret. */
export async function forgetAll(): Promise<void> {
  const person = personWho([/^Remove secret$/, undefined]);
  await commands.executeCommand('streamconn.removeSecret');
  person.leave();
  for (const name of person.offered) await forget(name);
}

/** Puts `text` on the clipboard, and waits until it is there. */
export async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  await poll('the clipboard', async () => (await env.clipboard.readText()) === text);
}
