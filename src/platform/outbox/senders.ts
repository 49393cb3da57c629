/** The ways out: a mail server, or a folder for people who try the system out. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transporter } from 'nodemailer';
import type { Outgoing, Sender } from './outbox.ts';

const TIMEOUT_MS = 10_000;

/** Writes each letter as a text file into a folder; the same letter twice is one file. */
export function fileSender(folder: string): Sender {
  return async (letter) => {
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${letter.id}.txt`);
    const head = [`${letter.channel}: ${letter.address}`, `Tiêu đề: ${letter.subject}`];
    await writeFile(`${path}.half`, [...head, '', letter.body, ''].join('\n'), { mode: 0o600 });
    await rename(`${path}.half`, path);
  };
}

/** Adds the full address of the page a letter tells of, unless its text names it already. */
export function withAddress(send: Sender, baseUrl: string): Sender {
  return (letter) =>
    letter.link === null || letter.body.includes(letter.link)
      ? send(letter)
      : send({ ...letter, body: `${letter.body}\n\nMở: ${baseUrl}${letter.link}` });
}

/**
 * Sends e-mail through a mail server, at most 10 s a step; the Message-ID is the letter's own, so that a repetition can
 * be told. Text messages have no way out here and fail in words.
 */
export function smtpSender(smtpUrl: string, from: string): Sender & { close(): void } {
  let transport: Promise<Transporter> | undefined;
  const domain = from.replace(/^.*@/, '').replace(/[>\s].*$/, '') || 'saolang.invalid';
  const send = async (letter: Outgoing) => {
    if (letter.channel !== 'email') throw new Error('No way to send text messages is set up');
    transport ??= connected(smtpUrl);
    await (await transport).sendMail({
      from,
      to: letter.address,
      subject: letter.subject,
      text: letter.body,
      messageId: `<${letter.id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
  return Object.assign(send, { close: () => void transport?.then((made) => made.close()) });
}

async function connected(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const slowest = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  return createTransport({ url, pool: true, maxConnections: 2, ...slowest });
}
