// PEM that is long enough to be broken into lines; nothing is in it.

export const certificate = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBszCCAVmgAwIBAgIUAAAAAAAAAAAAAAAAAAAAAAAAAAAwCgYIKoZIzj0EAwIw',
  'AAAAAAAAAAAAAAA=',
  '-----END CERTIFICATE-----',
].join('\n');

export const privateKey = [
  '-----BEGIN PRIVATE KEY-----',
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAA=',
  '-----END PRIVATE KEY-----',
].join('\n');
