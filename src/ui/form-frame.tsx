import type { FC, PropsWithChildren } from 'hono/jsx';
import { form } from '../i18n/form.ts';
import { say } from '../lib/words.ts';
import { keep, type View } from './view.ts';

interface FormFrameProps {
  view: View;
  action: string;
  /** Under which the browser keeps typed answers until the receipt: `wanrong/petition`. Absent: it keeps and offers none. */
  keepAs?: string;
  /** Hidden inputs by name: the idempotency key, when the page was opened. */
  hidden?: Readonly<Record<string, string>>;
  /** Where the browser fetches its proof of work. */
  challenge?: string;
  /** Name of the input no person sees; whoever fills it is no person. */
  decoy?: string;
  /** The server has filled the answers in already, so the browser must not put older ones there. */
  filled?: boolean;
  files?: boolean;
}

/** The form around the questions, with what a submission carries unseen. */
export const FormFrame: FC<PropsWithChildren<FormFrameProps>> = (props) => {
  const { view, action, keepAs, hidden = {}, challenge, decoy, filled, files, children } = props;
  return (
    <form
      method="post"
      action={keep(view, action)}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
      autocomplete={keepAs === undefined ? 'off' : undefined}
      data-keep={keepAs}
      data-filled={filled ? '' : undefined}
      data-challenge={challenge}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {challenge && <input type="hidden" name="challenge" value="" />}
      {decoy && (
        <div class="decoy" aria-hidden="true">
          <label>
            {say(form.decoy, view.lang)}
            <input type="text" name={decoy} tabindex={-1} autocomplete="off" />
          </label>
        </div>
      )}
      {children}
    </form>
  );
};
