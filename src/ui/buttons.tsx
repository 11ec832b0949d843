import type { FC } from 'hono/jsx';

/** Says what it does (`提交诉求`) and what follows (`提交后可凭编号查询`). Only this button sends the form. */
export const SendButton: FC<{ label: string; follows?: string }> = ({ label, follows }) => (
  <div class="send">
    <button class="button" data-send>
      {label}
    </button>
    {follows && <p class="hint">{follows}</p>}
    <p class="sending" data-sending role="status" />
  </div>
);

/** A link that looks like what it is: the next thing to do. */
export const ButtonLink: FC<{ href: string; label: string; quiet?: boolean }> = ({ href, label, quiet }) => (
  <a class={quiet ? 'button quiet' : 'button'} href={href}>
    {label}
  </a>
);
