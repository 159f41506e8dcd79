// Which proxy leads to Atlas; and a real one, that we did not write, on the way.
import { describe, expect, test } from 'vitest';
import { chooseProxy, type Environment, type ProxySettings } from '../../../client/src/core/atlas/proxy.ts';

const none: ProxySettings = { proxy: '', proxyAuthorization: undefined, noProxy: [], proxySupport: 'override' };
const choose = (settings: Partial<ProxySettings>, environment: Environment = {}, url = 'https://cloud.mongodb.com') =>
  chooseProxy(new URL(url), { ...none, ...settings }, environment);

describe('the proxy', () => {
  test.each<[string, Partial<ProxySettings>, Environment, string]>([
    ['of the settings', { proxy: 'http://proxy:3128' }, {}, 'http://proxy:3128'],
    [
      'of the settings before that of the environment',
      { proxy: 'http://a:1' },
      { HTTPS_PROXY: 'http://b:2' },
      'http://a:1',
    ],
    ['of the environment', {}, { HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128'],
    [
      'of the environment in lower case first',
      {},
      { https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2' },
      'http://a:1',
    ],
    ['for everything', {}, { ALL_PROXY: 'http://proxy:3128' }, 'http://proxy:3128'],
    ['without a scheme', { proxy: 'proxy:3128' }, {}, 'http://proxy:3128'],
    ['that is spoken to by TLS', { proxy: 'https://proxy:3129' }, {}, 'https://proxy:3129'],
  ])('%s', (_, settings, environment, url) => {
    expect(choose(settings, environment)).toEqual({ kind: 'proxy', proxy: { url } });
  });

  test.each<[string, Partial<ProxySettings>, Environment, string?]>([
    ['where none is named', {}, {}],
    ['for plain HTTP', {}, { HTTP_PROXY: 'http://proxy:3128' }],
    [
      'where the settings turn proxies off',
      { proxy: 'http://proxy:3128', proxySupport: 'off' },
      { HTTPS_PROXY: 'http://b:2' },
    ],
    ['to this machine', { proxy: 'http://proxy:3128' }, {}, 'http://127.0.0.1:8484'],
    ['to this machine by name', { proxy: 'http://proxy:3128' }, {}, 'https://localhost:8484'],
    ['to this machine by IPv6', { proxy: 'http://proxy:3128' }, {}, 'http://[::1]:8484'],
  ])('is none %s', (_, settings, environment, url) => {
    expect(choose(settings, environment, url)).toEqual({ kind: 'direct' });
  });

  test.each<[string, string, string?]>([
    ['cloud.mongodb.com', 'https://cloud.mongodb.com'],
    ['Cloud.MongoDB.com', 'https://cloud.mongodb.com'],
    ['.mongodb.com', 'https://cloud.mongodb.com'],
    ['*.mongodb.com', 'https://cloud.mongodb.com'],
    ['cloud.mongodb.com:443', 'https://cloud.mongodb.com'],
    ['atlas.example.com:8443', 'https://atlas.example.com:8443'],
    ['[fd00::1]:8443', 'https://[fd00::1]:8443'],
    ['*', 'https://cloud.mongodb.com'],
    ['none.example.com, .mongodb.com', 'https://cloud.mongodb.com'],
  ])('is none for a host that %j names: %s', (entries, url) => {
    const proxy = 'http://proxy:3128';
    expect(choose({ proxy, noProxy: entries.split(',') }, {}, url)).toEqual({ kind: 'direct' });
    expect(choose({ proxy }, { no_proxy: entries }, url)).toEqual({ kind: 'direct' });
  });

  test.each([
    'mongodb.com',
    'cloud.mongodb.com:8443',
    '.cloud.mongodb.com',
    'loud.mongodb.com',
    '*cloud.mongodb.com',
    '',
  ])('is there for a host that %j does not name', (entry) => {
    const settings = { proxy: 'http://proxy:3128', noProxy: [entry], proxyAuthorization: 'Basic eA==' };
    expect(choose(settings)).toEqual({
      kind: 'proxy',
      proxy: { url: 'http://proxy:3128', authorization: 'Basic eA==' },
    });
  });

  test.each([
    'socks5://user:hunter2@proxy:1080',
    'http://',
    'ftp://proxy',
    'http://pro xy:3128',
    'javascript:alert(1)',
  ])('%s cannot be used, and is not repeated', (proxy) => {
    const chosen = choose({ proxy });
    expect(chosen).toEqual({
      kind: 'unusable',
      reason: 'The setting “http.proxy” cannot be used. Write it as http://host:port or https://host:port.',
    });
    expect(choose({}, { HTTPS_PROXY: proxy })).toMatchObject({
      reason: expect.stringMatching(/^The proxy in the environment/),
    });
  });
});
