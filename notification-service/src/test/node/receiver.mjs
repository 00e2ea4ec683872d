// A receiver in Node: verifies v1 with npm `standardwebhooks`, v1a with node:crypto, and tells what it saw.
//   PUT  /trust/NAME   a secret (whsec_…) or a public key (whpk_…) that posts to /hook/NAME are verified with
//   POST /hook/NAME    204 where the signature is good, 401 where it is not
//   GET  /seen         everything so far
import { createServer } from 'node:http';
import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

const TOLERANCE_SECONDS = 300;
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const verifiers = new Map();
const seen = [];

function symmetric(secret) {
  const webhook = new Webhook(secret);
  return (headers, body) => webhook.verify(body, headers, { jsonParse: false });
}

function asymmetric(shown) {
  const raw = Buffer.from(shown.slice('whpk_'.length), 'base64');
  const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI, raw]), format: 'der', type: 'spki' });
  return (headers, body) => {
    const age = Math.abs(Date.now() / 1000 - Number(headers['webhook-timestamp']));
    if (!(age <= TOLERANCE_SECONDS)) throw new Error('too old or too new');
    const signed = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
    const good = headers['webhook-signature'].split(' ')
      .filter((entry) => entry.startsWith('v1a,'))
      .some((entry) => verify(null, signed, key, Buffer.from(entry.slice('v1a,'.length), 'base64')));
    if (!good) throw new Error('no matching signature');
  };
}

function receive(name, request, body) {
  const entry = { name, id: request.headers['webhook-id'], signature: request.headers['webhook-signature'] };
  try {
    verifiers.get(name)(request.headers, body);
    seen.push({ ...entry, verified: true, type: JSON.parse(body).type });
    return 204;
  } catch (error) {
    seen.push({ ...entry, verified: false, error: error.message });
    return 401;
  }
}

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const server = createServer(async (request, response) => {
  const [, action, name] = request.url.split('/');
  const body = await read(request);
  if (action === 'trust') {
    verifiers.set(name, body.startsWith('whpk_') ? asymmetric(body) : symmetric(body));
    response.writeHead(204).end();
  } else if (action === 'hook') {
    response.writeHead(receive(name, request, body)).end();
  } else {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(seen));
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
