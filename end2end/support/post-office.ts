import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** An e-mail as its recipient reads it. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  parsed: ParsedMail;
}

/** A request as the SMS gateway got it. */
export interface Sms {
  authorization: string;
  to: string;
  text: string;
}

/** A mail server and an SMS gateway, of which a test says what they do. */
export class PostOffice {
  readonly mails: Mail[] = [];
  readonly sms: Sms[] = [];
  /** Recipients that are refused for good. */
  readonly refused = new Set<string>();
  /** What the gateway answers. */
  gatewayStatus = 202;
  private smtp: SMTPServer | undefined;
  private gateway: HttpServer | undefined;
  private smtpPort = 0;

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    await office.openMail();
    await office.openGateway();
    return office;
  }

  /** What the program is told of both. */
  environment(): Record<string, string> {
    const { port } = this.gateway?.address() as AddressInfo;
    return {
      LLAVERO_SMTP_URL: `smtp://127.0.0.1:${this.smtpPort}`,
      LLAVERO_MAIL_FROM: 'Banco Ejemplo <tokens@banco.example>',
      LLAVERO_SMS_URL: `http://127.0.0.1:${port}/sms`,
      LLAVERO_SMS_TOKEN: 'secreto-de-prueba',
    };
  }

  /** Starts the mail server; on the port that it had, if it had one. */
  async openMail(): Promise<void> {
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (address, _session, done) => {
        if (this.refused.has(address.address)) {
          done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
        } else {
          done();
        }
      },
      onData: (stream, session, done) => {
        simpleParser(stream).then((parsed) => {
          this.mails.push({
            to: session.envelope.rcptTo[0]?.address ?? '',
            subject: parsed.subject ?? '',
            text: parsed.text ?? '',
            html: parsed.html || '',
            parsed,
          });
          done();
        }, done);
      },
    });
    smtp.on('error', () => undefined);
    smtp.listen(this.smtpPort, '127.0.0.1');
    await once(smtp.server, 'listening');
    this.smtpPort = (smtp.server.address() as AddressInfo).port;
    this.smtp = smtp;
  }

  /** Ends the mail server; its port answers no more. */
  async closeMail(): Promise<void> {
    const smtp = this.smtp;
    this.smtp = undefined;
    if (smtp) {
      await new Promise<void>((closed) => smtp.close(() => closed()));
    }
  }

  async close(): Promise<void> {
    await this.closeMail();
    this.gateway?.closeAllConnections();
    this.gateway?.close();
  }

  /** The newest e-mail to somebody that fits, once it is there. */
  async mailTo(to: string, subject: RegExp, timeout = 10_000): Promise<Mail> {
    const find = () => this.mails.findLast((mail) => mail.to === to && subject.test(mail.subject));
    await expect.poll(() => find() !== undefined, { message: `an e-mail ${subject} to ${to}`, timeout }).toBe(true);
    return find() as Mail;
  }

  private async openGateway(): Promise<void> {
    const gateway = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        if (this.gatewayStatus < 300) {
          const { to, text } = JSON.parse(body) as { to: string; text: string };
          this.sms.push({ authorization: request.headers.authorization ?? '', to, text });
        }
        response.writeHead(this.gatewayStatus).end();
      });
    });
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    this.gateway = gateway;
  }
}

/** The link by which a token is enrolled. */
export function enrolmentLink(mail: Mail): string {
  return /^https?:\/\/\S+\/app\/enrolar#\S+$/m.exec(mail.text)?.[0] ?? '';
}
