// What translators are given is what the product says, and every translation is whole.
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import manifestWords from '../../package.nls.json' with { type: 'json' };
import { exportWords } from '../../server/l10n/exportWords.ts';
import {
  faultsIn,
  faultsOf,
  languages,
  readBundle,
  readEnglish,
  readTranslation,
  sources,
} from '../../server/l10n/translations.ts';

test('client/l10n/bundle.l10n.json is up to date: npm run l10n', async () => {
  const words = await exportWords();
  expect(readBundle()).toEqual(words);
  expect(Object.keys(readBundle())).toEqual(Object.keys(words));
}, 60_000);

test('package.nls.json has the words that package.json names, and no others', () => {
  const named = [...JSON.stringify(manifest).matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key);
  expect(Object.keys(manifestWords).sort()).toEqual([...new Set(named)].sort());
});

describe.each(languages)('%s', (language) => {
  test.each(sources)('the words of the %s: none is missing, none in excess, none has lost what must stay', (source) => {
    expect(faultsIn(readEnglish(source), readTranslation(source, language))).toEqual([]);
  });
});

describe('a translation', () => {
  test.each([
    ['has every text', { Send: 'Send' }, {}, ['missing: Send']],
    ['has no other', {}, { Send: 'Senden' }, ['in excess: Send']],
    ['is not empty', { Send: 'Send' }, { Send: '' }, ['empty: Send']],
  ])('%s', (_, english, translation, faults) => {
    expect(faultsIn(english, translation)).toEqual(faults);
  });

  test.each([
    ['{0} of {count}', '{count} – {0}', []],
    ['{0} of {count}', '{0}', ['lost {count}']],
    ['Sent', '{0} gesendet', ['a place that the English has not']],
    ['Write ${secret:NAME}.', '${secret:NAME} schreiben.', []],
    ['Write ${secret:NAME}.', '${secret:NAMEN} schreiben.', ['lost ${secret:NAME}']],
    ['Missing "type".', '„type“ fehlt.', ['lost "type"']],
    ['Use SASL_SSL.', 'TLS nehmen.', ['lost SASL_SSL']],
    ['Run `npm test`.', 'Tests laufen lassen.', ['lost `npm test`']],
    ['$(sync) Waiting', 'Warten', ['lost $(sync)']],
    ['See https://example.com/a.', 'Siehe https://example.com/b.', ['lost https://example.com/a']],
    ['Send', '[Senden](command:x)', ['a link that runs a command']],
    ['[Send](command:x)', '[Senden](command:x)', []],
    ['[Send](command:x)', '[Senden](command:y)', ['lost ](command:x)', 'a link that runs a command']],
    [' of', 'von', ['other white space at its ends']],
  ])('of “%s” as “%s”', (english, translated, faults) => {
    expect(faultsOf(english, translated)).toEqual(faults);
  });
});
