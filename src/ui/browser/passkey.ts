import { all } from './page.ts';

/** WebAuthn options as the server wrote them: binary values are base64url. */
interface Options {
  challenge: string;
  user?: { id: string };
  excludeCredentials?: { id: string }[];
}

function bytes(text: string): ArrayBuffer {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (char) => char.charCodeAt(0)).buffer;
}

const text = (buffer: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

async function ask(use: string, options: Options): Promise<Credential | null> {
  const { challenge, user } = options;
  // Browsers before 2025 have no parse…FromJSON, so the two or three binary values are turned by hand.
  if (use === 'create') {
    const publicKey = { ...options, challenge: bytes(challenge), user: { ...user, id: bytes(user?.id ?? '') } };
    return navigator.credentials.create({ publicKey: publicKey as unknown as PublicKeyCredentialCreationOptions });
  }
  const publicKey = { ...options, challenge: bytes(challenge) };
  return navigator.credentials.get({ publicKey: publicKey as unknown as PublicKeyCredentialRequestOptions });
}

/** What the server checks, as JSON. */
function posted({ id, type, rawId, response }: PublicKeyCredential): string {
  const own: Record<string, unknown> = { clientDataJSON: text(response.clientDataJSON) };
  if (response instanceof AuthenticatorAttestationResponse) {
    own['attestationObject'] = text(response.attestationObject);
    own['transports'] = response.getTransports?.() ?? [];
  } else if (response instanceof AuthenticatorAssertionResponse) {
    own['authenticatorData'] = text(response.authenticatorData);
    own['signature'] = text(response.signature);
    if (response.userHandle) own['userHandle'] = text(response.userHandle);
  }
  return JSON.stringify({ id, type, rawId: text(rawId), response: own, clientExtensionResults: {} });
}

/** Lets forms ask for a passkey where the browser has them; elsewhere the page's sentence says what else to do. */
export function offerPasskeys(root: ParentNode): void {
  if (!('PublicKeyCredential' in window)) return;
  for (const section of all(root, '[data-passkey]')) {
    const { passkey: use = '', options = '{}' } = section.dataset;
    const form = section.querySelector('form');
    const field = section.querySelector<HTMLInputElement>('[name=passkey]');
    const failed = section.querySelector<HTMLElement>('[data-failed]');
    if (!form || !field || !failed) continue;
    form.hidden = false;
    section.querySelector('[data-missing]')?.remove();
    form.addEventListener('submit', (event) => {
      if (field.value !== '') return;
      event.preventDefault();
      failed.hidden = true;
      ask(use, JSON.parse(options) as Options)
        .then((credential) => {
          if (!(credential instanceof PublicKeyCredential)) throw new Error('no passkey');
          field.value = posted(credential);
          form.submit();
        })
        .catch(() => (failed.hidden = false));
    });
  }
}
