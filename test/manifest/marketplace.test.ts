// What the Marketplace shows of the extension.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifest } from '../support/manifest.ts';

const root = join(import.meta.dirname, '../..');

test('it says what it is, and that it is not official', () => {
  expect(manifest.displayName).toBe('Stream Connections for MongoDB Atlas');
  expect(manifest.description).toMatch(/Not an official MongoDB product\.$/);
  expect(manifest.description.length).toBeLessThanOrEqual(200);
});

test('its keywords are few enough to be taken, and each is there once', () => {
  expect(manifest.keywords.length).toBeLessThanOrEqual(30);
  expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
  expect(manifest.keywords.filter((word) => word !== word.toLowerCase())).toEqual([]);
});

test('nothing that it shows leads to its repository, which may not be there: all works from the package', () => {
  const { displayName, description, contributes } = manifest;
  expect(JSON.stringify({ displayName, description, contributes })).not.toContain(manifest.repository.url.slice(0, -4));
});

test('its links lead to the one repository', () => {
  const { homepage, bugs, repository } = manifest;
  const page = repository.url.replace(/\.git$/, '');
  expect([homepage, bugs.url]).toEqual([`${page}#readme`, `${page}/issues`]);
});

test('its icon is a PNG of 256 pixels, on the colour of the banner', () => {
  const png = readFileSync(join(root, manifest.icon));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  expect(readFileSync(join(root, 'docs/icon.svg'), 'utf8')).toContain(manifest.galleryBanner.color);
});

test('the pictures of README.md are small, each with words for those who do not see it', () => {
  const pictures = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)];
  expect(pictures.length).toBeGreaterThanOrEqual(5);
  for (const [, words, file] of pictures) {
    expect(words).toMatch(/^[A-Z].{20,}/);
    expect(readFileSync(join(root, file ?? '')).length).toBeLessThan(60_000);
  }
});
