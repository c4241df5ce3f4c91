import type { Socket } from 'node:net';
import { startRawServer, type TestServer } from './startServer.ts';

export interface Mail {
  readonly recipients: readonly string[];
  readonly source: string;
}

export interface SmtpServer extends TestServer {
  readonly mails: Mail[];
  /** what was said to it, line by line */
  readonly lines: string[];
}

/**
 * An SMTP server (RFC 5321) on 127.0.0.1, as far as a client needs one. `reply` answers a line in another way: a text is
 * sent, null is silence.
 */
export async function startSmtpServer(
  reply: (line: string) => string | null | undefined = () => undefined,
): Promise<SmtpServer> {
  const mails: Mail[] = [];
  const lines: string[] = [];
  const server = await startRawServer((socket) => {
    const said = reply('');
    if (said !== null) socket.write(`${said ?? '220 test'}\r\n`);
    converse(socket, reply, mails, lines);
  });
  return { ...server, mails, lines };
}

function converse(
  socket: Socket,
  reply: (line: string) => string | null | undefined,
  mails: Mail[],
  lines: string[],
): void {
  let pending = '';
  let recipients: string[] = [];
  let data: string[] | null = null;
  const take = (line: string): string | null => {
    if (data !== null) {
      if (line !== '.') {
        data.push(line);
        return null;
      }
      mails.push({ recipients, source: data.join('\n') });
      data = null;
      recipients = [];
      const other = reply('.');
      return other === undefined ? '250 taken' : other;
    }
    lines.push(line);
    const other = reply(line);
    if (other !== undefined) return other;
    const [verb = ''] = line.split(' ');
    if (verb === 'RCPT') recipients.push(/<(.*)>/.exec(line)?.[1] ?? '');
    if (verb === 'DATA') data = [];
    return (
      { EHLO: '250-test\r\n250 AUTH PLAIN', AUTH: '235 in', DATA: '354 go on', QUIT: '221 bye' }[verb] ?? '250 fine'
    );
  };
  socket.on('data', (chunk: Buffer) => {
    const parts = (pending + chunk.toString('utf8')).split('\r\n');
    pending = parts.pop() ?? '';
    for (const line of parts) {
      const answer = take(line);
      if (answer !== null) socket.write(`${answer}\r\n`);
    }
  });
}
