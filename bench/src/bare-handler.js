import { createServer } from 'node:http';

/**
 * What the check is held against: a handler that reads the same body and answers the same one, and does nothing between.
 * The answer is given to it, so that both servers send the same bytes.
 */
const { port, answer } = JSON.parse(process.argv[2] ?? '{}');

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString('utf8'));
    response.writeHead(200, answer.headers);
    response.end(answer.body);
  });
}).listen(port, '127.0.0.1', () => console.log('ready'));
