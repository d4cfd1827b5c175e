import { msg } from '@lingui/core/macro';
import { i18n } from '~/lib/i18n';

/** What may be known before anybody is signed in. */
export interface Options {
  /** Whether the instance waits for its first operator. */
  set_up: boolean;
  /** The sign-in elsewhere, where there is one. */
  openid: { name: string; start: string } | null;
}

const none: Options = { set_up: false, openid: null };

/** Asks how one may come in. */
export async function options(): Promise<Options> {
  const answer = await fetch('/auth/options').catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as Options) : none;
}

/** Knocks at one of the doors of `/auth`; tells why it stays shut, or nothing. */
export async function knock(door: 'sign-in' | 'set-up' | 'invitation', body: Record<string, string>): Promise<string | undefined> {
  const answer = await fetch(`/auth/${door}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }).catch(() => undefined);
  if (!answer) return i18n._(msg`The server cannot be reached. Try again.`);
  if (answer.ok) return undefined;
  if (answer.status === 429) return i18n._(msg`Too many attempts. Wait a minute, and try again.`);
  if (answer.status === 401 && door === 'sign-in') return i18n._(msg`The address or the password is wrong.`);
  if (answer.status === 401) return i18n._(msg`This link or token does not work, or works no more. Ask whoever gave it to you for another.`);
  const told = (await answer.json().catch(() => undefined)) as { errors?: { message?: string }[]; message?: string } | undefined;
  return told?.errors?.[0]?.message ?? told?.message ?? i18n._(msg`That did not work. Try again.`);
}
