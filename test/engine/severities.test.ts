// What settings, which a repository may bring along, can make of findings, and that they make nothing sendable.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { certificates } from '../../server/src/certificates.ts';
import { syntaxCodes } from '../../server/src/engine/findings/finding.ts';
import {
  createEngine,
  type FindingCode,
  type Level,
  levels,
  rules,
  type Severities,
} from '../../server/src/engine/index.ts';
import { toText } from '../support/cursor.ts';

const engine = createEngine({ certificates });
const codes = Object.keys(rules) as FindingCode[];
const all = (level: Level): Severities => Object.fromEntries(codes.map((code) => [code, level]));

const folder = join(import.meta.dirname, '../findings');
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => toText(readFileSync(join(folder, file), 'utf8')));

test.each(levels)(
  '%s for every rule changes each finding but those that it would lower against the mark',
  async (level) => {
    const seen = new Set<FindingCode>();
    for (const text of texts) {
      const own = await engine.findings(text, { secretNames: [] });
      const isLower = (severity: Level) => levels.indexOf(level) < levels.indexOf(severity);
      const expected = own.flatMap((finding) => {
        seen.add(finding.code);
        if (rules[finding.code].neverLowered && isLower(finding.severity)) return [finding];
        return level === 'off' ? [] : [{ ...finding, severity: level }];
      });
      expect(await engine.findings(text, { secretNames: [], severities: all(level) }), text.getText()).toEqual(
        expected,
      );
    }
    expect(codes.filter((code) => rules[code].neverLowered && !seen.has(code))).toEqual([]);
  },
);

test.each(levels)('with %s for every rule the same files can be sent, and no error is counted less', async (level) => {
  for (const text of texts) {
    const own = await engine.prepareRequest(text);
    const { length } = await engine.findings(text);
    const expected = level === 'error' ? { ...own, errors: length } : own;
    expect(await engine.prepareRequest(text, { severities: all(level) }), text.getText()).toEqual(expected);
  }
});

describe('never lowered', () => {
  test.each([
    [
      'duplicate-key',
      '{"type":"Https","name":"x","url":"https://good.example","url":"https://other.example"}',
      'error',
    ],
    ['trailing-comma', '{"type":"Sample","name":"sample_stream_solar",}', 'error'],
    [
      'inline-secret',
      '{"type":"Https","name":"x","url":"https://a.example","headers":{"Authorization":"Bearer abcdefgh"}}',
      'warning',
    ],
    ['placeholder-kind', '{"type":"Https","name":"x","url":"https://a.example","headers":{"a":"${vault:A}"}}', 'error'],
  ] as const)('%s', async (code, content, severity) => {
    const found = async (level: Level) => {
      const findings = await engine.findings(toText(content), { severities: { [code]: level } });
      return new Set(findings.filter((finding) => finding.code === code).map((finding) => finding.severity));
    };
    expect([await found('off'), await found('hint')]).toEqual([new Set([severity]), new Set([severity])]);
    expect(await found('error')).toEqual(new Set(['error']));
  });

  test('is every rule of a text that cannot be sent', () => {
    const unsendable: FindingCode[] = [...syntaxCodes, 'duplicate-key'];
    expect(unsendable.filter((code) => !rules[code].neverLowered)).toEqual([]);
  });
});
