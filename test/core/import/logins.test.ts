// Logins in addresses, as they should be written and as people paste them.
import { expect, test } from 'vitest';
import { withoutLogins } from '../../../client/src/core/import/logins.ts';
import { loginIn, withoutLogin } from '../../../server/src/logins.ts';

test.each([
  ['https://u:p@h.example.com/a?b=c', 'u:p', 'https://h.example.com/a?b=c'],
  ['https://token@h.example.com', 'token', 'https://h.example.com'],
  ['https://u:@h.example.com', 'u:', 'https://h.example.com'],
  ['https://me@corp.example:p@h.example.com', 'me@corp.example:p', 'https://h.example.com'],
  ['https://u:p/q?r#s@h.example.com', 'u:p/q?r#s', 'https://h.example.com'],
  ['https://u:123@h.example.com', 'u:123', 'https://h.example.com'],
  ['https://u:p@[::1]:80', 'u:p', 'https://[::1]:80'],
  ['u:p@b1.example.com:9092', 'u:p', 'b1.example.com:9092'],
  ['SSL://b1.example.com:9092,u:p@b2.example.com:9092', 'u:p', 'SSL://b1.example.com:9092,b2.example.com:9092'],
  ['SSL://u:p@b1.example.com:9092,u:p@b2.example.com:9092', 'u:p', 'SSL://b1.example.com:9092,b2.example.com:9092'],
  ['SSL://u:p,q@b1.example.com:9092,b2.example.com:9092', 'u:p,q', 'SSL://b1.example.com:9092,b2.example.com:9092'],
  ['u:p@[::1]:9092', 'u:p', '[::1]:9092'],
  ['u:p@h.example.com', 'u:p', 'h.example.com'],
  ['u:p@h.example.com/a', 'u:p', 'h.example.com/a'],
  ['b1.example.com:9092,SSL://u:p@b2.example.com:9092', 'u:p', 'b1.example.com:9092,SSL://b2.example.com:9092'],
])('%s', (address, login, without) => {
  expect(loginIn(address)).toBe(login);
  expect(withoutLogin(address)).toBe(without);
});

test.each([
  'https://h.example.com/@me',
  'https://h.example.com:8081/@me',
  'https://h.example.com:8081?to=a:b@c',
  'https://h.example.com/a:b@c',
  'SSL://b1.example.com:9092,SSL://b2.example.com:9092',
  'b1.example.com:9092,b2.example.com:9092',
  'https://[2001:db8::1]:8443/in/@me',
  'https://[2001:db8::1]/in/a:b@me',
  'SSL://[2001:db8::1]:9092,me@example.com',
  'me@example.com',
  'mailto:me@example.com',
  'a:b@c',
  'arn:aws:iam::123456789012:role/me@example.com',
  'logicalCluster=lkc-1,identityPoolId=pool-1',
  '${secret:A}',
])('none in %s', (text) => {
  expect(loginIn(text)).toBeUndefined();
  expect(withoutLogin(text)).toBe(text);
});

test('of a whole connection, what is no address for certain stays', () => {
  const connection = {
    url: 'https://u:p@h.example.com',
    authentication: { username: 'tenant:me@corp.example.com' },
    list: ['u:p@b1.example.com:9092', 'serviceAccount:me@shop.iam.gserviceaccount.com'],
  };
  expect(withoutLogins(connection)).toEqual({
    connection: {
      url: 'https://h.example.com',
      authentication: connection.authentication,
      list: ['b1.example.com:9092', 'serviceAccount:me@shop.iam.gserviceaccount.com'],
    },
    from: ['url', 'list'],
  });
});

// What takes the square of its length would take hours; the runner's limit is seconds.
test.each(['://a:b', '://', 'a:b,', ',a', 'a:b@', '@', '://a:b@', '://a@b', '@a', '@a,', '[', '://[', ',a:b@c.'])(
  'a million of %j',
  (part) => {
    expect(() => withoutLogin(part.repeat(1_000_000 / part.length))).not.toThrow();
  },
);
