// Bodies as people paste them from elsewhere: no JSON, and each with text in it that looks like a comment to a scanner.

/** By what is wrong with them. */
export const brokenBodies: Readonly<Record<string, string>> = {
  'an address without quotes':
    '{ "name": "x", "type": "Https",\n  "url": https://api.example.com/v1,\n  "headers": { "Accept": "application/json" } }\n',
  'an address without its first quote':
    '{\n  "type": "Kafka",\n  "bootstrapServers": SASL_SSL://broker.example.com:9092",\n  "name": "x"\n}\n',
  'an address without its last quote':
    '{\n  "type": "Https",\n  "url": "https://api.example.com/*,\n  "name": "x"\n}\n',
  'an address without its last quote, on one line': '{ "type": "Https", "url": "https://a.example.com/*, "name": "x" }',
  'a pattern without quotes, on one line': '{ "type": "Https", "url": https://a.example.com/* }',
  'an address with a quote too many in it': '{\n  "type": "Https",\n  "url": "https:"//api.example.com/v1"\n}\n',
  'an address in doubled quotes': '{\n  "type": "Https",\n  "url": ""//api.example.com/v1""\n}\n',
  'an address without its scheme and quotes': '{\n  "type": "Https",\n  "url": //api.example.com/v1\n}\n',
  'an object of JavaScript': "{\n  type: 'Https',\n  url: 'https://api.example.com/v1', // why\n  name: 'x',\n}\n",
  'single quotes':
    "{\n  'name': 'x',\n  'type': 'Https',\n  'url': 'https://api.example.com/v1',\n  'headers': { 'Accept': '*/*' }\n}\n",
  'single quotes around one value': '{ "type": "Https", "url": \'https://api.example.com/v1\', "links": [] }',
  'typographic quotes': '{\n  “name”: “x”,\n  “type”: “Https”,\n  “url”: “https://api.example.com/v1”\n}\n',
  'a dictionary of Python': "{'type': 'Https', 'url': 'https://api.example.com', 'verify': True, 'proxy': None}",
  'a block of HCL': 'resource "x" "y" {\n  type = "Https" # why\n  url  = "https://api.example.com/v1"\n}\n',
  'a mapping of YAML': 'type: Https\nname: x # why\nurl: https://api.example.com/v1\n',
  'quotes escaped for a shell': '{ \\"type\\": \\"Https\\", \\"url\\": \\"https://api.example.com/v1\\" }',
  'a command line': 'curl -d \'{ "type": "Https", "url": "https://a.example.com/v1" }\' https://cloud.example.com/api',
  'a fence of Markdown': '```json\n{ "type": "Https", "url": "https://api.example.com/v1" } // why\n```\n',
  'two objects': '{ "type": "Sample" } // one\n{ "type": "Sample", "id": "x" } // two\n',
  'an object without its end': '{\n  "type": "Https", // why\n  "id": "x",\n  "headers": { "A": "b",\n  "links": []\n',
  'a comma missing': '{\n  "type": "Https" // why\n  "url": "https://api.example.com", /* which */\n  "id": "x",\n}\n',
  'a comment without its end': '{ "type": "Https", /* "url": "https://api.example.com/v1", "id": "x" }',
  'a block without its first quote, behind a name':
    '{\n  "type": "Kafka",\n  "authentication": { "sslCertificate": -----BEGIN CERTIFICATE-----\nMIIB//x/*y\n-----END CERTIFICATE-----\n" }\n}\n',
};
