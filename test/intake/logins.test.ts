// Logins in addresses, as they should be written and as people paste them.
import { expect, test } from 'vitest';
import { loginIn, withoutLogin } from '../../client/src/intake/logins.ts';

test.each([
  ['https://u:p@h.example.com/a?b=c', 'u:p', 'https://h.example.com/a?b=c'],
  ['https://token@h.example.com', 'token', 'https://h.example.com'],
  ['https://u:@h.example.com', 'u:', 'https://h.example.com'],
  ['https://me@corp.example:p@h.example.com', 'me@corp.example:p', 'https://h.example.com'],
  ['https://u:p/q?r#s@h.example.com', 'u:p/q?r#s', 'https://h.example.com'],
  ['https://u:123@h.example.com', 'u:123', 'https://h.example.com'],
  ['https://u:p@[::1]:80', 'u:p', 'https://[::1]:80'],
  ['u:p@b1.example.com:9092', 'u:p', 'b1.example.com:9092'],
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
  'me@example.com',
  'a:b@c',
  'arn:aws:iam::123456789012:role/me@example.com',
  'logicalCluster=lkc-1,identityPoolId=pool-1',
  '${secret:A}',
])('none in %s', (text) => {
  expect(loginIn(text)).toBeUndefined();
  expect(withoutLogin(text)).toBe(text);
});

// What takes the square of its length would take hours; the runner's limit is seconds.
test.each(['://a:b', '://', 'a:b,', ',a', 'a:b@', '@', '://a:b@'])('a million of %j', (part) => {
  expect(() => withoutLogin(part.repeat(1_000_000 / part.length))).not.toThrow();
});
